import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiDotsVertical } from '@mdi/js';
import type { Member, Room, RoomRole } from '@parley/contracts';
import { Notices, Realtime } from '@parley/web-core';
import { Avatar, Icon, Skeleton } from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { RoomsApi } from '../rooms/rooms-api';
import { Conversation } from './conversation';
import { RoomRights } from './room-rights';

const ranks: Record<RoomRole, number> = { owner: 0, admin: 1, member: 2 };

/** Who is in a room. Those who may change that have a menu for each person. */
@Component({
  selector: 'parley-room-members',
  imports: [
    Avatar,
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './room-members.html',
  styleUrl: './room-members.css',
})
export class RoomMembers {
  private readonly api = inject(RoomsApi);
  private readonly conversation = inject(Conversation);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  protected readonly rights = inject(RoomRights);

  readonly room = input.required<Room>();

  protected readonly more = mdiDotsVertical;
  protected readonly roles: readonly RoomRole[] = ['owner', 'admin', 'member'];
  protected readonly cursor = signal<string | null>(null);
  protected readonly condition = signal<'loading' | 'ready' | 'error'>('loading');
  protected readonly members = computed(() =>
    [...this.conversation.members()].sort(
      (a, b) => ranks[a.role] - ranks[b.role] || a.user.displayName.localeCompare(b.user.displayName),
    ),
  );

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.load(null));
      }
    });
  }

  protected async load(cursor: string | null): Promise<void> {
    this.condition.set('loading');
    try {
      this.cursor.set(await this.conversation.loadMembers(cursor));
      this.condition.set('ready');
    } catch {
      this.condition.set('error');
    }
  }

  /** Owners change everybody; admins those below them. */
  protected mayChange({ user, role }: Member): boolean {
    const isOther = user.id !== this.rights.ownId && this.room().kind !== 'direct';
    return isOther && (this.rights.isOwner() || (this.rights.isAdmin() && role === 'member'));
  }

  protected offered({ role }: Member): readonly RoomRole[] {
    return this.roles.filter((other) => other !== role && (this.rights.isOwner() || other !== 'owner'));
  }

  protected changeRole({ user }: Member, role: RoomRole): void {
    void this.attempt(this.api.changeRole(this.room().id, user.id, role));
  }

  protected remove({ user }: Member): void {
    void this.attempt(this.api.removeMember(this.room().id, user.id));
  }

  /** What has changed comes back as an event. */
  private async attempt(request: Observable<unknown>): Promise<void> {
    try {
      await firstValueFrom(request, { defaultValue: undefined });
    } catch (error) {
      this.notices.showError(error);
    }
  }
}
