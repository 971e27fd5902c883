import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiMagnify, mdiTextSearch } from '@mdi/js';
import { Conversations, QuickSwitch, type QuickSwitchItem, Session, UsersApi } from '@parley/web-core';
import { Avatar, Icon } from '@parley/web-ui';
import { debounceTime } from 'rxjs';
import { matches } from './matching';

const TYPING_PAUSE_MS = 150;
const SHOWN_AT_MOST = 12;

/** Jumps to a room or a person: a few letters, arrows, Enter. */
@Component({
  selector: 'parley-quick-switcher',
  imports: [Avatar, Icon, TranslocoDirective],
  templateUrl: './quick-switcher.html',
  styleUrl: './quick-switcher.css',
})
export class QuickSwitcher {
  private readonly api = inject(UsersApi);
  private readonly conversations = inject(Conversations);
  private readonly dialog = inject(MatDialogRef);
  private readonly me = inject(Session).me;
  private readonly router = inject(Router);
  private readonly places = inject(QuickSwitch).items;

  protected readonly searchIcon = mdiMagnify;
  protected readonly query = signal('');

  private readonly settled = toSignal(toObservable(this.query).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: '',
  });
  private readonly found = rxResource({
    params: () => this.settled(),
    stream: ({ params }) => this.api.search(params),
  });

  /** What has no name may have been said. */
  private readonly search = computed<QuickSwitchItem[]>(() => {
    const text = this.query().trim();
    const queryParams = { search: text };
    return text === ''
      ? []
      : [{ id: 'search', label: text, commands: ['/chats'], queryParams, icon: mdiTextSearch }];
  });

  protected readonly items = computed<QuickSwitchItem[]>(() => {
    const places = this.places().filter(({ label, detail = '' }) =>
      matches(`${label} ${detail}`, this.query()),
    );
    const known = new Set(places.map(({ user }) => user?.id).concat(this.me()?.id));
    // Without an answer, for instance offline, the rooms are still there.
    const people = this.found.hasValue() ? this.found.value().items : [];
    const others = people
      .filter(
        ({ id, displayName, username }) =>
          !known.has(id) && matches(`${displayName} ${username}`, this.query()),
      )
      .map((user) => ({
        id: user.id,
        label: user.displayName,
        detail: `@${user.username}`,
        commands: [],
        user,
      }));
    return [...[...places, ...others].slice(0, SHOWN_AT_MOST), ...this.search()];
  });
  protected readonly isEmpty = computed(() => this.items().length === 0 && !this.found.isLoading());

  /** The first one, whenever the list is another. */
  protected readonly active = linkedSignal({ source: this.items, computation: () => 0 });

  protected move(event: Event, by: number): void {
    event.preventDefault();
    const { length } = this.items();
    this.active.update((active) => (length > 0 ? (active + by + length) % length : 0));
  }

  protected async go(item = this.items()[this.active()]): Promise<void> {
    if (!item) {
      return;
    }
    this.dialog.close();
    if (item.commands.length > 0) {
      await this.router.navigate([...item.commands], { queryParams: item.queryParams });
    } else {
      await this.conversations.open(item);
    }
  }
}
