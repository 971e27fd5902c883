import { Component, computed, inject, input, output } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { TranslocoDirective } from '@jsverse/transloco';
import type { QuietHours } from '@parley/contracts';
import { Locale } from '@parley/web-core';

/** From Monday on, as most calendars do. */
const DAYS = [1, 2, 3, 4, 5, 6, 0];
const NIGHT = { from: '22:00', to: '07:00' };
/** A Sunday. */
const SUNDAY = Date.UTC(2026, 0, 4, 12);
const DAY_MS = 86_400_000;

/** A time of rest for each day of the week. */
@Component({
  selector: 'parley-quiet-hours-form',
  imports: [MatCheckbox, TranslocoDirective],
  template: `
    <ul *transloco="let t; prefix: 'settings.notifications.quiet'">
      @for (row of rows(); track row.day) {
        <li>
          <mat-checkbox [checked]="row.hours !== undefined" (change)="toggle(row.day, $event.checked)">
            {{ row.name }}
          </mat-checkbox>
          @if (row.hours; as hours) {
            <span class="times">
              <input
                #from
                type="time"
                required
                [attr.aria-label]="t('from', { day: row.name })"
                [value]="hours.from"
                (change)="set(row.day, { from: from.value })"
              />
              <span aria-hidden="true">–</span>
              <input
                #to
                type="time"
                required
                [attr.aria-label]="t('to', { day: row.name })"
                [value]="hours.to"
                (change)="set(row.day, { to: to.value })"
              />
            </span>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './quiet-hours-form.css',
})
export class QuietHoursForm {
  private readonly locale = inject(Locale);

  readonly hours = input.required<readonly QuietHours[]>();
  readonly chosen = output<QuietHours[]>();

  protected readonly rows = computed(() => {
    const names = new Intl.DateTimeFormat(this.locale.tag(), { weekday: 'long', timeZone: 'UTC' });
    return DAYS.map((day) => ({
      day,
      name: names.format(SUNDAY + day * DAY_MS),
      hours: this.hours().find((one) => one.day === day),
    }));
  });

  protected toggle(day: number, isQuiet: boolean): void {
    const others = this.hours().filter((one) => one.day !== day);
    this.chosen.emit(isQuiet ? [...others, { day, ...NIGHT }] : others);
  }

  /** A field that was emptied changes nothing. */
  protected set(day: number, change: Partial<Pick<QuietHours, 'from' | 'to'>>): void {
    if (!Object.values(change).includes('')) {
      this.chosen.emit(this.hours().map((one) => (one.day === day ? { ...one, ...change } : one)));
    }
  }
}
