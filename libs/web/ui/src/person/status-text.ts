import { Component, computed, inject, input } from '@angular/core';
import type { User } from '@parley/contracts';
import { Clock } from '../time/relative-time';

/** What a person says they are doing, as long as it lasts. */
@Component({
  selector: 'parley-status',
  template: `
    @if (isShown()) {
      <bdi
        >{{ user().statusEmoji }} <span>{{ user().statusText }}</span></bdi
      >
    }
  `,
})
export class StatusText {
  private readonly clock = inject(Clock);

  readonly user = input.required<User>();

  protected readonly isShown = computed(() => {
    const { statusEmoji, statusText, statusExpiresAt } = this.user();
    const isOver = statusExpiresAt !== null && Date.parse(statusExpiresAt) <= this.clock.now();
    return !isOver && statusEmoji + statusText !== '';
  });
}
