import { Component, computed, effect, ElementRef, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiBullhornOutline } from '@mdi/js';
import { Avatar, Icon } from '@parley/web-ui';
import { Completion } from './completion';

export const COMPLETION_LIST = 'composer-completion';

/** The id of an entry, by which the text box tells screen readers which one is the current one. */
export function completionOption(place: number): string {
  return `${COMPLETION_LIST}-${place}`;
}

/** What the word that is being written can become. The focus stays in the text box, which also has the keys. */
@Component({
  selector: 'parley-completion-list',
  imports: [Avatar, Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.completion'">
      @if (completion.suggestions().length > 0) {
        <ul [id]="listId" role="listbox" [attr.aria-label]="t(completion.kind() ?? 'people')">
          @for (suggestion of completion.suggestions(); track suggestion.key; let place = $index) {
            <li
              role="option"
              [id]="optionId(place)"
              [class.active]="place === completion.active()"
              [attr.aria-selected]="place === completion.active()"
              [attr.data-place]="place"
            >
              @switch (suggestion.kind) {
                @case ('person') {
                  <parley-avatar [user]="suggestion.user" [size]="28" />
                  <b
                    ><bdi>{{ suggestion.user.displayName }}</bdi></b
                  >
                  <span
                    ><bdi>&#64;{{ suggestion.user.username }}</bdi></span
                  >
                }
                @case ('everybody') {
                  <span class="picture"><parley-icon [path]="everybodyIcon" /></span>
                  <b>&#64;room</b>
                  <span>{{ t('everybody', { count: suggestion.count }) }}</span>
                }
                @case ('emoji') {
                  <span class="picture emoji" aria-hidden="true">{{ suggestion.emoji }}</span>
                  <span>{{ suggestion.name }}</span>
                }
              }
            </li>
          }
        </ul>
      }
      <span class="parley-hidden" role="status">{{ count() > 0 ? t('found', { count: count() }) : '' }}</span>
    </ng-container>
  `,
  styleUrl: './completion-list.css',
  host: {
    '(pointermove)': 'point($event)',
    // A click must not take the focus away from the text.
    '(pointerdown)': '$event.preventDefault()',
    '(click)': 'choose($event)',
  },
})
export class CompletionList {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly completion = inject(Completion);

  protected readonly everybodyIcon = mdiBullhornOutline;
  protected readonly listId = COMPLETION_LIST;
  protected readonly optionId = completionOption;
  protected readonly count = computed(() => this.completion.suggestions().length);

  constructor() {
    effect(() => {
      const option = this.element.querySelector(`#${completionOption(this.completion.active())}`);
      option?.scrollIntoView({ block: 'nearest' });
    });
  }

  protected point(event: Event): void {
    const place = placeOf(event);
    if (place !== null) {
      this.completion.active.set(place);
    }
  }

  protected choose(event: Event): void {
    const place = placeOf(event);
    if (place !== null) {
      this.completion.choose(this.completion.suggestions()[place]);
    }
  }
}

function placeOf({ target }: Event): number | null {
  const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
  return option ? Number(option.dataset['place']) : null;
}
