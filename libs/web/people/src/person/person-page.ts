import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountOffOutline,
  mdiArrowLeft,
  mdiDotsHorizontal,
  mdiMessageTextOutline,
  mdiPencilOutline,
} from '@mdi/js';
import type { Profile } from '@parley/contracts';
import {
  BlockedPeople,
  Conversations,
  ErrorTexts,
  Locale,
  Notices,
  PageTitle,
  ProblemError,
  Session,
  UsersApi,
} from '@parley/web-core';
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
import { firstValueFrom } from 'rxjs';

@Component({
  selector: 'parley-person-page',
  imports: [
    EmptyState,
    Failure,
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    Portrait,
    PresenceText,
    RouterLink,
    Skeleton,
    StatusText,
    TranslocoDirective,
  ],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
})
export class PersonPage {
  /** Bound from the address, `/@ann`. */
  readonly username = input.required<string>();

  private readonly api = inject(UsersApi);
  private readonly me = inject(Session).me;
  private readonly locale = inject(Locale);
  private readonly notices = inject(Notices);
  private readonly question = inject(BlockQuestion);
  private readonly blocked = inject(BlockedPeople);

  protected readonly conversations = inject(Conversations);
  protected readonly errorTexts = inject(ErrorTexts);

  protected readonly profile = rxResource({
    params: () => this.username(),
    stream: ({ params }) => this.api.profile(params),
  });
  protected readonly isMe = computed(
    () => this.profile.hasValue() && this.profile.value().id === this.me()?.id,
  );
  protected readonly isUnknown = computed(() => {
    const error = this.profile.error();
    return error instanceof ProblemError && error.problem.status === 404;
  });
  protected readonly since = computed(() =>
    this.profile.hasValue()
      ? this.locale.date(this.profile.value().createdAt, { month: 'long', year: 'numeric' })
      : '',
  );

  protected readonly isBusy = signal(false);
  /** Also when it was done on another page of this device. */
  protected readonly isBlocked = computed(
    () =>
      this.profile.hasValue() &&
      (this.blocked.list() ? this.blocked.has(this.profile.value().id) : this.profile.value().blockedByMe),
  );

  protected readonly moreIcon = mdiDotsHorizontal;
  protected readonly backIcon = mdiArrowLeft;
  protected readonly messageIcon = mdiMessageTextOutline;
  protected readonly editIcon = mdiPencilOutline;
  protected readonly nobodyIcon = mdiAccountOffOutline;

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.profile.hasValue()) {
        title.name(this.profile.value().displayName);
      }
    });
  }

  protected async toggleFollow({ id, followedByMe }: Profile): Promise<void> {
    this.isBusy.set(true);
    try {
      const request = followedByMe ? this.api.unfollow(id) : this.api.follow(id);
      await firstValueFrom(request, { defaultValue: undefined });
      this.profile.reload();
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isBusy.set(false);
    }
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
