import { Component, computed, effect, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountOffOutline, mdiArrowLeft, mdiMessageTextOutline, mdiPencilOutline } from '@mdi/js';
import {
  Conversations,
  ErrorTexts,
  Locale,
  PageTitle,
  ProblemError,
  Session,
  UsersApi,
} from '@parley/web-core';
import { EmptyState, Failure, Icon, Portrait, PresenceText, Skeleton, StatusText } from '@parley/web-ui';

@Component({
  selector: 'parley-person-page',
  imports: [
    EmptyState,
    Failure,
    Icon,
    MatButton,
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
}
