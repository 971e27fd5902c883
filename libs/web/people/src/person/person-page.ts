import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountOffOutline,
  mdiArrowLeft,
  mdiDotsHorizontal,
  mdiMessageTextOutline,
  mdiPencilOutline,
} from '@mdi/js';
import type { Profile } from '@parley/contracts';
import { BlockedPeople, Conversations, ErrorTexts, Locale, PageTitle, Session } from '@parley/web-core';
import {
  BlockQuestion,
  EmptyState,
  Failure,
  Icon,
  Portrait,
  PresenceText,
  Skeleton,
  StatusText,
} from '@parley/web-ui';
import { FollowButton } from '../follows/follow-button';
import { PersonStore } from './person-store';

@Component({
  selector: 'parley-person-page',
  imports: [
    EmptyState,
    Failure,
    FollowButton,
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    Portrait,
    PresenceText,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    Skeleton,
    StatusText,
    TranslocoDirective,
  ],
  providers: [PersonStore],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
})
export class PersonPage {
  /** Bound from the address, `/@ann`. */
  readonly username = input.required<string>();

  private readonly me = inject(Session).me;
  protected readonly locale = inject(Locale);
  private readonly question = inject(BlockQuestion);
  private readonly blocked = inject(BlockedPeople);

  protected readonly conversations = inject(Conversations);
  protected readonly errorTexts = inject(ErrorTexts);

  protected readonly store = inject(PersonStore);
  protected readonly profile = this.store.profile;
  protected readonly isMe = computed(
    () => this.profile.hasValue() && this.profile.value().id === this.me()?.id,
  );
  protected readonly since = computed(() =>
    this.profile.hasValue()
      ? this.locale.date(this.profile.value().createdAt, { month: 'long', year: 'numeric' })
      : '',
  );

  /** Also when it was done on another page of this device. */
  protected readonly isBlocked = computed(
    () =>
      this.profile.hasValue() &&
      (this.blocked.list() ? this.blocked.has(this.profile.value().id) : this.profile.value().blockedByMe),
  );

  protected readonly tabs = computed(() => {
    const { username, postCount, followingCount } = this.profile.hasValue()
      ? this.profile.value()
      : { username: this.username(), postCount: 0, followingCount: 0 };
    const own = `/@${username}`;
    return [
      { text: 'people.posts', count: postCount, path: own },
      { text: 'people.followers', count: this.store.followerCount(), path: `${own}/followers` },
      { text: 'people.following', count: followingCount, path: `${own}/following` },
    ];
  });

  protected readonly moreIcon = mdiDotsHorizontal;
  protected readonly backIcon = mdiArrowLeft;
  protected readonly messageIcon = mdiMessageTextOutline;
  protected readonly editIcon = mdiPencilOutline;
  protected readonly nobodyIcon = mdiAccountOffOutline;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const username = this.username();
      untracked(() => this.store.username.set(username));
    });
    effect(() => {
      if (this.profile.hasValue()) {
        title.name(this.profile.value().displayName);
      }
    });
  }

  protected async block(user: Profile): Promise<void> {
    if ((await this.question.ask(user.displayName)) && (await this.blocked.block(user))) {
      this.profile.reload();
    }
  }

  protected async unblock(user: Profile): Promise<void> {
    if (await this.blocked.unblock(user)) {
      this.profile.reload();
    }
  }
}
