import { Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FollowsApi } from '@parley/web-core';
import { PeopleRows } from '../list/people-rows';

const SHOWN = 5;

/** Whom one may want to follow, because one shares rooms with them. Nothing where there is nobody. */
@Component({
  selector: 'parley-suggested-people',
  imports: [PeopleRows, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'people'">
      @if (people().length > 0) {
        <h2>{{ t('suggestions') }}</h2>
        <parley-people-rows [people]="people()" [notes]="notes()" />
        <h2>{{ t('everybody') }}</h2>
      }
    </ng-container>
  `,
  styles: `
    h2 {
      margin: 16px 8px 4px;
      color: var(--parley-text-soft);
      font-size: 0.875rem;
      font-weight: 600;
      letter-spacing: 0;
    }
  `,
})
export class SuggestedPeopleList {
  private readonly api = inject(FollowsApi);
  private readonly transloco = inject(TranslocoService);

  /** A comfort: without it the list of everybody is there all the same. */
  private readonly found = rxResource({ stream: () => this.api.suggestions() });
  private readonly items = computed(() =>
    this.found.hasValue() ? this.found.value().items.slice(0, SHOWN) : [],
  );

  protected readonly people = computed(() => this.items().map(({ user }) => user));
  protected readonly notes = computed(
    () => new Map(this.items().map(({ user, sharedRooms }) => [user.id, this.noteOf(sharedRooms)])),
  );

  private noteOf(sharedRooms: number): string {
    return this.transloco.translate('people.sharedRooms', { count: sharedRooms });
  }
}
