import { Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountCancelOutline,
  mdiArchiveArrowUpOutline,
  mdiArchiveOutline,
  mdiBellCogOutline,
  mdiBellOffOutline,
  mdiBellOutline,
  mdiExitToApp,
  mdiRadioboxBlank,
  mdiRadioboxMarked,
  mdiStar,
  mdiStarOutline,
} from '@mdi/js';
import type { Membership, Room, User } from '@parley/contracts';
import { BlockedPeople } from '@parley/web-core';
import { BlockQuestion, Clock, Icon } from '@parley/web-ui';
import { MUTE_TIMES, RoomActions } from './room-actions';
import { isMuted } from './room-sections';

/** What one does with a room without opening it. Whoever shows it gives the room as data of the trigger. */
@Component({
  selector: 'parley-room-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, TranslocoDirective],
  templateUrl: './room-menu.html',
  styles: `
    .entry {
      --parley-icon-size: 20px;
      display: flex;
      align-items: center;
      gap: 12px;
    }
  `,
})
export class RoomMenu {
  private readonly clock = inject(Clock);
  private readonly question = inject(BlockQuestion);
  protected readonly actions = inject(RoomActions);
  protected readonly blocked = inject(BlockedPeople);

  /** There as soon as its texts are. */
  readonly menu = viewChild<MatMenu>('menu');

  protected readonly icons = {
    archive: mdiArchiveOutline,
    block: mdiAccountCancelOutline,
    chosen: mdiRadioboxMarked,
    favourite: mdiStarOutline,
    isFavourite: mdiStar,
    leave: mdiExitToApp,
    level: mdiBellCogOutline,
    mute: mdiBellOffOutline,
    notChosen: mdiRadioboxBlank,
    restore: mdiArchiveArrowUpOutline,
    unmute: mdiBellOutline,
  };
  protected readonly levels: readonly Membership['notify'][] = ['all', 'mentions', 'none'];
  protected readonly muteTimes = MUTE_TIMES;

  protected isMuted(room: Room): boolean {
    return isMuted(room, this.clock.now());
  }

  /** Whom a direct chat is with. */
  protected peerOf({ kind, peers }: Room): User | undefined {
    const [peer] = peers;
    return kind === 'direct' && !peer?.deleted ? peer : undefined;
  }

  protected async toggleBlock(peer: User): Promise<void> {
    if (this.blocked.has(peer.id)) {
      await this.blocked.unblock(peer);
    } else if (await this.question.ask(peer.displayName)) {
      await this.blocked.block(peer);
    }
  }

  /** Rooms between people have no archive: they are left, or they are quiet. */
  protected mayArchive({ kind, me }: Room): boolean {
    return kind === 'channel' && (me?.role === 'owner' || me?.role === 'admin');
  }
}
