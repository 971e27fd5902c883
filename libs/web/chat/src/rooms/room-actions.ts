import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Room, UpdateMembership, UpdateRoom } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { Confirm } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { Conversations } from '../room/conversations';
import { titleOf } from './room-naming';
import { RoomsApi } from './rooms-api';
import { RoomsStore } from './rooms-store';

/** Later than anybody will mute a room for. */
const FOR_EVER = '9999-12-31T00:00:00.000Z';

/** What people do with rooms, wherever the button for it is. Refusals are said, and nothing else happens. */
@Service()
export class RoomActions {
  private readonly api = inject(RoomsApi);
  private readonly confirm = inject(Confirm);
  private readonly conversations = inject(Conversations);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly rooms = inject(RoomsStore);
  private readonly transloco = inject(TranslocoService);

  setFavourite(room: Room, favourite: boolean): Promise<boolean> {
    return this.updateMembership(room, { favourite });
  }

  setMuted(room: Room, muted: boolean): Promise<boolean> {
    return this.updateMembership(room, { mutedUntil: muted ? FOR_EVER : null });
  }

  updateMembership(room: Room, changes: UpdateMembership): Promise<boolean> {
    return this.attempt(async () =>
      this.rooms.adopt(await firstValueFrom(this.api.updateMembership(room.id, changes))),
    );
  }

  update(room: Room, changes: UpdateRoom): Promise<boolean> {
    return this.attempt(async () =>
      this.rooms.adopt(await firstValueFrom(this.api.update(room.id, changes))),
    );
  }

  async join(roomId: string): Promise<boolean> {
    return this.attempt(async () => {
      this.rooms.adopt(await firstValueFrom(this.api.join(roomId)));
      this.conversations.drop(roomId);
      await this.router.navigate(['/chats', roomId]);
    });
  }

  /** @returns whether the person is out of it now */
  async leave(room: Room): Promise<boolean> {
    const translate = (key: string): string =>
      this.transloco.translate(`chat.leave.${key}`, { name: titleOf(room) });
    const isSure = await this.confirm.ask({
      title: translate('title'),
      text: translate(room.visibility === 'public' ? 'textPublic' : 'textPrivate'),
      action: translate('action'),
      isDestructive: true,
    });
    return isSure && this.attempt(async () => this.leaveNow(room.id));
  }

  private async leaveNow(roomId: string): Promise<void> {
    await firstValueFrom(this.api.leave(roomId), { defaultValue: undefined });
    this.rooms.forget(roomId);
    if (this.router.url.includes(roomId)) {
      await this.router.navigate(['/chats']);
    }
    this.conversations.drop(roomId);
  }

  /** @returns whether it worked; otherwise the reason has been said */
  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.notices.showError(error);
      return false;
    }
  }
}
