import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Message } from '@parley/contracts';
import { Notices, Realtime } from '@parley/web-core';
import { filter, firstValueFrom, map, type Observable } from 'rxjs';
import { Conversation } from '../room/conversation';
import { Jumps } from '../room/jumps';
import { MessagesApi } from '../room/messages-api';
import { RoomRights } from '../room/room-rights';

/** What the dialog of the pins is given. */
export interface PinsTask {
  readonly load: () => Promise<readonly Message[]>;
  readonly unpin: (message: Message) => Promise<boolean>;
  readonly mayUnpin: boolean;
  /** What changes in the room meanwhile. */
  readonly changes: Observable<readonly Message[]>;
}

/** What the room on screen holds on to. */
@Service({ autoProvided: false })
export class Pins {
  private readonly api = inject(MessagesApi);
  private readonly conversation = inject(Conversation);
  private readonly dialog = inject(MatDialog);
  private readonly jumps = inject(Jumps);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly rights = inject(RoomRights);

  /** @returns whether the server did it */
  async toggle({ id, pinnedAt }: Message): Promise<boolean> {
    try {
      const changed = pinnedAt ? this.api.unpin(id) : this.api.pin(id);
      this.conversation.hear([await firstValueFrom(changed)]);
      return true;
    } catch (error) {
      this.notices.showError(error);
      return false;
    }
  }

  /** Shows all of them, and goes to the one that is chosen. */
  async open(): Promise<void> {
    const { PinsDialog } = await import('./pins-dialog');
    const task: PinsTask = {
      load: async () => (await firstValueFrom(this.api.pins(this.conversation.roomId))).items,
      unpin: (message) => this.toggle(message),
      mayUnpin: this.rights.mayPin(),
      changes: this.realtime.events('message:changed').pipe(
        filter(({ roomId }) => roomId === this.conversation.roomId),
        map(({ messages }) => messages),
      ),
    };
    const opened = this.dialog.open<unknown, PinsTask, number>(PinsDialog, {
      width: '32rem',
      maxWidth: '94vw',
      data: task,
    });
    const seq = await firstValueFrom(opened.afterClosed());
    if (seq !== undefined) {
      await this.jumps.to(seq);
    }
  }
}
