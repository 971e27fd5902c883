import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Room, UpdateMembership, UpdateRoom } from '@parley/contracts';
import { Notices, ProblemError } from '@parley/web-core';
import { Confirm } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { Conversations } from '../room/conversations';
import { titleOf } from './room-naming';
import { RoomsApi } from './rooms-api';
import { RoomsStore } from './rooms-store';

const AN_HOUR_MS = 3_600_000;

/** For how long a room can be muted. */
export const MUTE_TIMES = [
  { name: 'hour', length: AN_HOUR_MS },
  { name: 'evening', length: 8 * AN_HOUR_MS },
  { name: 'day', length: 24 * AN_HOUR_MS },
  { name: 'week', length: 7 * 24 * AN_HOUR_MS },
  { name: 'forever', length: Infinity },
] as const;

/** Later than anybody will mute a room for. */
const FOR_EVER = '9999-12-31T00:00:00.000Z';

/** What people do with rooms, wherever the button for it is. Refusals are said, and nothing else happens. */
@Service()
export class RoomActions {
  private readonly api = inject(RoomsApi);
  private readonly confirm = inject(Confirm);
  private readonly conversations = inject(Conversations);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly rooms = inject(RoomsStore);
  private readonly transloco = inject(TranslocoService);

  setFavourite(room: Room, favourite: boolean): Promise<boolean> {
    return this.updateMembership(room, { favourite });
  }

  mute(room: Room, time: (typeof MUTE_TIMES)[number]): Promise<boolean> {
    const mutedUntil = time.length === Infinity ? FOR_EVER : new Date(Date.now() + time.length).toISOString();
    return this.updateMembership(room, { mutedUntil });
  }

  unmute(room: Room): Promise<boolean> {
    return this.updateMembership(room, { mutedUntil: null });
  }

  /** Bringing a room back needs no question. */
  async setArchived(room: Room, archived: boolean): Promise<boolean> {
    const translate = (key: string): string =>
      this.transloco.translate(`chat.details.${key}`, { name: titleOf(room) });
    const question = {
      title: translate('archiveTitle'),
      text: translate('archiveText'),
      action: translate('archive'),
    };
    return (!archived || (await this.confirm.ask(question))) && this.update(room, { archived });
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
    return isSure && this.leaveOrHandOver(room);
  }

  private async leaveOrHandOver(room: Room): Promise<boolean> {
    try {
      await this.leaveNow(room.id);
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code === 'room.last-owner') {
        const isHandedOver = await this.handOver(room);
        return isHandedOver && this.attempt(async () => this.leaveNow(room.id));
      }
      this.notices.showError(error);
      return false;
    }
  }

  /** @returns whether somebody else looks after the room now */
  private async handOver(room: Room): Promise<boolean> {
    const { HandOver } = await import('../room/hand-over');
    const dialog = this.dialog.open<unknown, Room, true>(HandOver, {
      ...{ width: '28rem', maxWidth: '94vw', data: room },
    });
    return (await firstValueFrom(dialog.afterClosed())) ?? false;
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
