import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountGroupOutline } from '@mdi/js';
import type { User } from '@parley/contracts';
import { ErrorTexts, FollowsApi } from '@parley/web-core';
import { EmptyState, Failure, NearEnd, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { PeopleRows } from '../list/people-rows';
import { PersonStore } from './person-store';

/** Who follows a person, or whom they follow. */
@Component({
  selector: 'parley-person-follows',
  imports: [EmptyState, Failure, NearEnd, PeopleRows, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'people'">
      <parley-people-rows [people]="people()" />
      @for (end of ends(); track end) {
        <div (parleyNearEnd)="load()"><parley-skeleton [label]="t('loading')" [count]="2" /></div>
      }
      @if (error(); as failure) {
        <parley-failure [text]="errorTexts.of(failure)" (retry)="load()" />
      } @else if (isEmpty()) {
        <parley-empty-state [icon]="nobodyIcon" [heading]="t(side() + 'Empty')" />
      }
    </ng-container>
  `,
})
export class PersonFollows {
  private readonly api = inject(FollowsApi);
  private readonly store = inject(PersonStore);
  protected readonly errorTexts = inject(ErrorTexts);

  /** From the table of routes. */
  readonly side = input.required<'followers' | 'following'>();

  protected readonly people = signal<readonly User[]>([]);
  protected readonly error = signal<unknown>(null);
  /** Undefined before the first page, null after the last one. */
  private readonly cursor = signal<string | null | undefined>(undefined);
  protected readonly ends = computed(() => {
    const cursor = this.cursor();
    return cursor === null || this.error() ? [] : [cursor ?? ''];
  });
  protected readonly isEmpty = computed(() => this.cursor() === null && this.people().length === 0);
  protected readonly nobodyIcon = mdiAccountGroupOutline;
  private readonly userId = computed(() =>
    this.store.profile.hasValue() ? this.store.profile.value().id : null,
  );

  constructor() {
    effect(() => {
      if (this.userId()) {
        untracked(() => {
          this.people.set([]);
          this.cursor.set(undefined);
          void this.load();
        });
      }
    });
  }

  protected async load(): Promise<void> {
    const userId = this.userId();
    const cursor = this.cursor();
    if (!userId || cursor === null) {
      return;
    }
    this.error.set(null);
    try {
      const page = await firstValueFrom(this.api.page(this.side(), userId, cursor ?? null));
      if (this.userId() === userId && this.cursor() === cursor) {
        this.people.update((people) => [...people, ...page.items]);
        this.cursor.set(page.nextCursor);
      }
    } catch (error) {
      this.error.set(error);
    }
  }
}
