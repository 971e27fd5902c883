import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Locale } from '@parley/web-core';
import { Clock } from '@parley/web-ui';

const DAY_MS = 86_400_000;

/** Times as chats write them: the closer, the shorter. Reads signals, so midnight and languages are followed. */
@Service()
export class ChatDates {
  private readonly locale = inject(Locale);
  private readonly clock = inject(Clock);
  private readonly transloco = inject(TranslocoService);

  /** "14:05". */
  time(at: string | number): string {
    return this.locale.date(at, { timeStyle: 'short' });
  }

  /** "14:05", "Mon" or "3/4/26": for lists. */
  short(at: string): string {
    const days = this.daysAgo(at);
    if (days <= 0) {
      return this.time(at);
    }
    return days < 7
      ? this.locale.date(at, { weekday: 'short' })
      : this.locale.date(at, { dateStyle: 'short' });
  }

  /** "Today", "Yesterday" or "Monday, March 4": for the line between days. */
  day(at: string | number): string {
    const days = this.daysAgo(at);
    if (days === 0 || days === 1) {
      return this.transloco.translate(days === 0 ? 'chat.dates.today' : 'chat.dates.yesterday');
    }
    const isThisYear = new Date(at).getFullYear() === new Date(this.clock.now()).getFullYear();
    return this.locale.date(at, {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      ...(!isThisYear && { year: 'numeric' }),
    });
  }

  full(at: string | number): string {
    return this.locale.date(at, { dateStyle: 'full', timeStyle: 'medium' });
  }

  /** In days of the calendar here; negative for the future. */
  private daysAgo(at: string | number): number {
    const then = new Date(at).setHours(0, 0, 0, 0);
    return Math.round((new Date(this.clock.now()).setHours(0, 0, 0, 0) - then) / DAY_MS);
  }
}
