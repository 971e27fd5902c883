import { Component, computed, inject, input, Service, signal } from '@angular/core';
import { DISPLAY_LOCALE } from './display-locale';
import { relativeTime } from './relative-time-text';

const MINUTE_MS = 60_000;

/** The present, told again every minute to whoever shows how long ago something was. */
@Service()
export class Clock {
  private readonly ticks = signal(Date.now());

  readonly now = this.ticks.asReadonly();

  constructor() {
    setInterval(() => this.ticks.set(Date.now()), MINUTE_MS);
  }
}

/** "5 minutes ago", with the exact time on hover. */
@Component({
  selector: 'parley-relative-time',
  template: `<time [attr.datetime]="time()" [title]="exact()">{{ text() }}</time>`,
})
export class RelativeTime {
  private readonly locale = inject(DISPLAY_LOCALE);
  private readonly clock = inject(Clock);

  /** ISO 8601. */
  readonly time = input.required<string>();

  protected readonly text = computed(() =>
    relativeTime(Date.parse(this.time()), this.clock.now(), this.locale()),
  );
  protected readonly exact = computed(() =>
    new Intl.DateTimeFormat(this.locale(), { dateStyle: 'full', timeStyle: 'short' }).format(
      new Date(this.time()),
    ),
  );
}
