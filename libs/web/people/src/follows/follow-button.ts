import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountCheckOutline, mdiAccountPlusOutline } from '@mdi/js';
import type { User } from '@parley/contracts';
import { Follows, Session } from '@parley/web-core';
import { Icon } from '@parley/web-ui';

/** Follows a person, or leaves them. Nothing for oneself, and nothing until it is known how it stands. */
@Component({
  selector: 'parley-follow-button',
  imports: [Icon, MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'people'">
      @if (isOffered()) {
        <button
          [matButton]="isFollowed() ? 'outlined' : 'tonal'"
          type="button"
          [attr.aria-label]="
            t(isFollowed() ? 'unfollowPerson' : 'followPerson', { name: user().displayName })
          "
          (click)="follows.set(user().id, !isFollowed())"
        >
          <parley-icon [path]="isFollowed() ? followedIcon : followIcon" />
          {{ t(isFollowed() ? 'followed' : 'follow') }}
        </button>
      }
    </ng-container>
  `,
})
export class FollowButton {
  private readonly me = inject(Session).me;
  protected readonly follows = inject(Follows);

  readonly user = input.required<Pick<User, 'id' | 'displayName' | 'deleted'>>();

  protected readonly isFollowed = computed(() => this.follows.isFollowed(this.user().id) ?? false);
  protected readonly isOffered = computed(() => {
    const { id, deleted } = this.user();
    const isKnown = this.follows.isComplete() || this.follows.isFollowed(id) !== undefined;
    return isKnown && !deleted && id !== this.me()?.id;
  });
  protected readonly followIcon = mdiAccountPlusOutline;
  protected readonly followedIcon = mdiAccountCheckOutline;
}
