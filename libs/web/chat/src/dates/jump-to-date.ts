import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DateAdapter, provideNativeDateAdapter } from '@angular/material/core';
import { MatCalendar } from '@angular/material/datepicker';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '@parley/web-core';
import { CalendarHeader } from './calendar-header';

/** Between which days one may choose, and which of them is shown first. */
export interface JumpRange {
  readonly first: Date;
  readonly shown: Date;
}

const WEEK_DAYS = 7;
const MONTH_DAYS = 30;

/** Chooses a day of the calendar here; closes with its beginning, or with nothing. */
@Component({
  selector: 'parley-jump-to-date',
  imports: [
    MatButton,
    MatCalendar,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoDirective,
  ],
  providers: [provideNativeDateAdapter()],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.jumpToDate'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        <div class="quick">
          @for (choice of choices; track choice.key) {
            <button matButton="outlined" type="button" (click)="jump(choice.day)">{{ t(choice.key) }}</button>
          }
        </div>
        <mat-calendar
          [headerComponent]="header"
          [startAt]="range.shown"
          [minDate]="first"
          [maxDate]="today"
          [selected]="selected()"
          (selectedChange)="selected.set($event)"
        />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton mat-dialog-close>{{ t('cancel') }}</button>
        <button matButton="filled" type="button" (click)="jump(selected() ?? range.shown)">
          {{ t('action') }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    .quick {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-end: 8px;
    }
    mat-calendar {
      inline-size: min(296px, 100%);
      margin-inline: auto;
    }
  `,
})
export class JumpToDate {
  private readonly dialog = inject<MatDialogRef<JumpToDate, Date>>(MatDialogRef);
  protected readonly range = inject<JumpRange>(MAT_DIALOG_DATA);

  protected readonly header = CalendarHeader;
  protected readonly today = startOfDay(new Date());
  protected readonly first = startOfDay(this.range.first);
  protected readonly selected = signal<Date | null>(startOfDay(this.range.shown));
  /** Only those that lie in the time of the room. */
  protected readonly choices = [
    { key: 'weekAgo', day: this.daysAgo(WEEK_DAYS) },
    { key: 'monthAgo', day: this.daysAgo(MONTH_DAYS) },
    { key: 'beginning', day: this.first },
  ].filter(({ day }) => day >= this.first);

  constructor() {
    inject(DateAdapter).setLocale(inject(Locale).tag());
  }

  protected jump(day: Date): void {
    this.dialog.close(startOfDay(day));
  }

  private daysAgo(days: number): Date {
    const day = new Date(this.today);
    day.setDate(day.getDate() - days);
    return day;
  }
}

function startOfDay(time: Date): Date {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate());
}
