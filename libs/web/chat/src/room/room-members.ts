import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiDotsVertical } from '@mdi/js';
import type { Member, Room, RoomRole } from '@parley/contracts';
import { Notices, Realtime } from '@parley/web-core';
import { Confirm, Icon, Portrait, SearchBox, Skeleton } from '@parley/web-ui';
import { firstValueFrom, type Observable, switchMap } from 'rxjs';
import { MemberSearch } from '../people/member-search';
import { titleOf } from '../rooms/room-naming';
import { RoomsApi } from '../rooms/rooms-api';
import { Conversation } from './conversation';
import { RoomRights } from './room-rights';

/** Fewer are seen at a glance. */
const SEARCHED_FROM = 8;
const TYPING_PAUSE_MS = 200;
const ranks: Record<RoomRole, number> = { owner: 0, admin: 1, member: 2 };

/** Who is in a room. Those who may change that have a menu for each person. */
@Component({
  selector: 'parley-room-members',
  imports: [
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    Portrait,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoDirective,
  ],
  providers: [MemberSearch],
  templateUrl: './room-members.html',
  styleUrl: './room-members.css',
})
export class RoomMembers {
  private readonly api = inject(RoomsApi);
  private readonly confirm = inject(Confirm);
  private readonly conversation = inject(Conversation);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly transloco = inject(TranslocoService);
  protected readonly rights = inject(RoomRights);
  protected readonly search = inject(MemberSearch);

  readonly room = input.required<Room>();

  protected readonly icons = { more: mdiDotsVertical };
  protected readonly roles: readonly RoomRole[] = ['owner', 'admin', 'member'];
  protected readonly cursor = signal<string | null>(null);
  protected readonly condition = signal<'loading' | 'ready' | 'error'>('loading');
  protected readonly text = signal('');
  private readonly query = computed(() => this.text().trim());
  protected readonly isSearched = computed(() => this.room().memberCount >= SEARCHED_FROM);
  private readonly known = computed(
    () => new Map(this.conversation.members().map((one) => [one.user.id, one])),
  );
  /** What is found is shown in its latest version; all of them are kept right by events. */
  protected readonly members = computed(() => {
    const shown = this.query()
      ? this.search.found().map((found) => this.known().get(found.user.id) ?? found)
      : [...this.known().values()];
    return shown.sort(
      (a, b) => ranks[a.role] - ranks[b.role] || a.user.displayName.localeCompare(b.user.displayName),
    );
  });

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.load(null));
      }
    });
    effect((onCleanup) => {
      const query = this.query();
      const timer = setTimeout(
        () => this.search.search.set(query ? { roomId: this.room().id, query } : null),
        TYPING_PAUSE_MS,
      );
      onCleanup(() => clearTimeout(timer));
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

  protected async remove({ user }: Member): Promise<void> {
    const isSure = await this.ask('removing', user.displayName);
    if (isSure) {
      await this.attempt(this.api.removeMember(this.room().id, user.id));
    }
  }

  /** Somebody else looks after the room from now on; one stays an admin. */
  protected async handOver({ user }: Member): Promise<void> {
    if (await this.ask('handingOver', user.displayName)) {
      const { id } = this.room();
      await this.attempt(
        this.api
          .changeRole(id, user.id, 'owner')
          .pipe(switchMap(() => this.api.changeRole(id, this.rights.ownId, 'admin'))),
      );
    }
  }

  private ask(what: 'removing' | 'handingOver', name: string): Promise<boolean> {
    const translate = (key: string): string =>
      this.transloco.translate(`chat.members.${what}.${key}`, { name, room: titleOf(this.room()) });
    return this.confirm.ask({
      title: translate('title'),
      text: translate('text'),
      action: translate('action'),
      isDestructive: what === 'removing',
    });
  }

  /** What has changed comes back as an event. */
  private async attempt(request: Observable<unknown>): Promise<void> {
    try {
      await firstValueFrom(request, { defaultValue: undefined });
      if (this.query()) {
        this.search.again();
      }
    } catch (error) {
      this.notices.showError(error);
    }
  }
}
