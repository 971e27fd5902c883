import { afterNextRender, Component, computed, type ElementRef, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowLeft, mdiClose, mdiHistory, mdiTextSearch, mdiWifiOff } from '@mdi/js';
import { ErrorTexts, ProblemError, Realtime } from '@parley/web-core';
import { EmptyState, Failure, Icon, NearEnd, SearchBox, Skeleton } from '@parley/web-ui';
import { MessageHit } from './message-hit';
import { NameHit } from './name-hit';
import { RecentSearches } from './recent-searches';
import type { SearchedThing } from './search-api';
import { SearchFilters } from './search-filters';
import { SearchStore } from './search-store';

/** The search in the place of the list of rooms: what is found opens beside it, and it stays. */
@Component({
  selector: 'parley-search-pane',
  imports: [
    EmptyState,
    Failure,
    Icon,
    MatButton,
    MatIconButton,
    MatTooltip,
    MessageHit,
    NameHit,
    NearEnd,
    SearchBox,
    SearchFilters,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './search-pane.html',
  styleUrl: './search-pane.css',
  host: {
    '(keydown.arrowdown)': 'move($event, 1)',
    '(keydown.arrowup)': 'move($event, -1)',
    '(keydown.escape)': 'leave($event)',
  },
})
export class SearchPane {
  private readonly errorTexts = inject(ErrorTexts);
  private readonly realtime = inject(Realtime);
  private readonly box = viewChild.required(SearchBox);
  private readonly results = viewChild.required<ElementRef<HTMLElement>>('results');
  protected readonly recent = inject(RecentSearches);
  protected readonly store = inject(SearchStore);

  protected readonly icons = {
    back: mdiArrowLeft,
    clear: mdiClose,
    nothing: mdiTextSearch,
    offline: mdiWifiOff,
    recent: mdiHistory,
  };
  protected readonly tabs: readonly SearchedThing[] = ['messages', 'people', 'rooms'];
  protected readonly isOffline = computed(
    () => this.realtime.state() === 'offline' && (this.store.isIdle() || this.store.error() !== undefined),
  );
  protected readonly problem = computed(() => {
    const error = this.store.error();
    return error && !this.isNothing() ? this.errorTexts.of(error) : '';
  });
  /** Filters alone, where there are none. */
  protected readonly isNothing = computed(() => {
    const error = this.store.error();
    return error instanceof ProblemError && error.problem.code === 'request.invalid';
  });

  constructor() {
    afterNextRender(() => {
      this.box().focus();
      // Before the link hears of it, which may take this pane away at once.
      const results = this.results().nativeElement;
      results.addEventListener('click', (event) => this.choose(event), { capture: true });
    });
  }

  private choose({ target }: Event): void {
    if (target instanceof Element && target.closest('a')) {
      this.store.remember();
    }
  }

  protected again(text: string): void {
    this.store.text.set(text);
    this.box().focus();
  }

  /** The tabs are one stop of the keyboard; arrows choose among them. */
  protected turn(event: Event, step: 1 | -1): void {
    event.preventDefault();
    const { length } = this.tabs;
    const next = this.tabs[(this.tabs.indexOf(this.store.things()) + step + length) % length];
    if (next) {
      this.store.things.set(next);
      document.getElementById(`search-tab-${next}`)?.focus();
    }
  }

  /** From the box into the results, and through them; up from the first one back to the box. */
  protected move(event: Event, step: 1 | -1): void {
    const links = Array.from(this.results().nativeElement.querySelectorAll<HTMLElement>('a, button.recent'));
    const current = links.findIndex((link) => link === document.activeElement);
    const isInBox = this.box().hasFocus();
    if (current < 0 && !isInBox) {
      return;
    }
    const next = links[current + step] ?? (step < 0 ? this.box() : undefined);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  /** First out of the results, then, when the box has been emptied, out of the search. */
  protected leave(event: Event): void {
    event.stopPropagation();
    if (!this.box().hasFocus()) {
      this.box().focus();
    } else {
      this.store.close();
    }
  }
}
