import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Follows, ProblemError, UsersApi } from '@parley/web-core';

/** The person whose page is shown. Provided by that page. */
@Service({ autoProvided: false })
export class PersonStore {
  private readonly api = inject(UsersApi);
  private readonly follows = inject(Follows);

  readonly username = signal('');
  readonly profile = rxResource({
    params: () => this.username() || undefined,
    stream: ({ params }) => this.api.profile(params),
  });
  readonly isUnknown = computed(() => {
    const error = this.profile.error();
    return error instanceof ProblemError && error.problem.status === 404;
  });
  /** With oneself, as soon as one has followed or left them. */
  readonly followerCount = computed(() => {
    if (!this.profile.hasValue()) {
      return 0;
    }
    const { id, followerCount, followedByMe } = this.profile.value();
    const isFollowed = this.follows.isFollowed(id) ?? followedByMe;
    return followerCount + Number(isFollowed) - Number(followedByMe);
  });

  constructor() {
    effect(() => {
      if (this.profile.hasValue()) {
        const { id, followedByMe } = this.profile.value();
        untracked(() => this.follows.remember(id, followedByMe));
      }
    });
  }
}
