import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIconButton } from '@angular/material/button';
import { MatCalendar } from '@angular/material/datepicker';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiChevronDoubleLeft, mdiChevronDoubleRight, mdiChevronLeft, mdiChevronRight } from '@mdi/js';
import { Locale } from '@parley/web-core';
import { Icon } from '@parley/web-ui';

const MONTHS_OF_A_YEAR = 12;

/** Above a month of the calendar: its name, and the way to others, in the language of the app. */
@Component({
  selector: 'parley-calendar-header',
  imports: [Icon, MatIconButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.jumpToDate'">
      @for (step of steps; track step.months) {
        @if (step.months === 1) {
          <b aria-live="polite">{{ month() }}</b>
        }
        <button
          matIconButton
          type="button"
          [disabled]="!isPossible(step.months)"
          [attr.aria-label]="t(step.key)"
          (click)="go(step.months)"
        >
          <parley-icon [path]="step.icon" />
        </button>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      padding-block: 8px;
    }
    b {
      flex: 1;
      font-weight: 600;
      text-align: center;
    }
  `,
})
export class CalendarHeader {
  private readonly calendar = inject<MatCalendar<Date>>(MatCalendar);
  private readonly locale = inject(Locale);
  private readonly shown = signal(this.calendar.activeDate);

  protected readonly steps = [
    { key: 'yearBack', months: -MONTHS_OF_A_YEAR, icon: mdiChevronDoubleLeft },
    { key: 'monthBack', months: -1, icon: mdiChevronLeft },
    { key: 'monthOn', months: 1, icon: mdiChevronRight },
    { key: 'yearOn', months: MONTHS_OF_A_YEAR, icon: mdiChevronDoubleRight },
  ];
  protected readonly month = computed(() =>
    this.locale.date(this.shown(), { month: 'long', year: 'numeric' }),
  );

  constructor() {
    this.calendar.stateChanges
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.shown.set(this.calendar.activeDate));
  }

  /** Whether some day of that month can be chosen. */
  protected isPossible(months: number): boolean {
    const { minDate, maxDate } = this.calendar;
    const first = this.firstOf(months);
    const next = this.firstOf(months + 1);
    return (!maxDate || first <= maxDate) && (!minDate || next > minDate);
  }

  protected go(months: number): void {
    this.calendar.activeDate = this.firstOf(months);
    this.shown.set(this.calendar.activeDate);
  }

  private firstOf(months: number): Date {
    const shown = this.shown();
    return new Date(shown.getFullYear(), shown.getMonth() + months, 1);
  }
}
