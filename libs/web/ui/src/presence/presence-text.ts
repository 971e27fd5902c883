import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RelativeTime } from '../time/relative-time';
import { presenceOf } from './presence-of';

/** How somebody is, in words: nothing of who is offline since nobody knows when. */
@Component({
  selector: 'parley-presence-text',
  imports: [RelativeTime, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'presence'">
      @if (presence(); as one) {
        @if (one.status !== 'offline') {
          <span>{{ t(one.status) }}</span>
        } @else if (one.lastActiveAt) {
          <span>{{ t('lastSeen') }} <parley-relative-time [time]="one.lastActiveAt" /></span>
        }
      }
    </ng-container>
  `,
})
export class PresenceText {
  readonly userId = input.required<string>();

  protected readonly presence = presenceOf(this.userId);
}
