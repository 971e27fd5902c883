import { Component, computed, inject, input, linkedSignal, ViewEncapsulation } from '@angular/core';
import { EVERYBODY } from '@parley/contracts/constants';
import { Session } from '@parley/web-core';
import { Authors } from '../people/authors';
import { CodeBlock } from './code-block';
import { MessageLabels } from './message-labels';
import { MarkdownRenderer } from './markdown-renderer';
import { MessagePlaces } from './message-places';

const LONG_TEXT = 1_400;
const LONG_LINES = 18;
const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*\s*){1,3}$/u;

/** What somebody wrote. Long texts are folded, a few lone emoji are large. */
@Component({
  selector: 'parley-message-text',
  imports: [CodeBlock],
  template: `
    @if (parts(); as rendered) {
      <div class="text" dir="auto" [class.folded]="isFolded()" [class.emoji]="isEmoji()">
        @for (part of rendered; track $index) {
          @if (part.kind === 'code') {
            <parley-code-block [code]="part.code" [language]="part.language" />
          } @else {
            <div [innerHTML]="part.html"></div>
          }
        }
      </div>
    } @else {
      <div class="text plain" dir="auto" [class.folded]="isFolded()">{{ body() }}</div>
    }
    @if (isLong()) {
      <button type="button" [attr.aria-expanded]="!isFolded()" (click)="isFolded.set(!isFolded())">
        {{ isFolded() ? labels.all().unfold : labels.all().fold }}
      </button>
    }
  `,
  styleUrl: './message-text.css',
  encapsulation: ViewEncapsulation.None,
  host: { '(click)': 'places.follow($event)' },
})
export class MessageText {
  private readonly authors = inject(Authors);
  private readonly renderer = inject(MarkdownRenderer);
  private readonly session = inject(Session);
  protected readonly labels = inject(MessageLabels);
  protected readonly places = inject(MessagePlaces);

  readonly body = input.required<string>();
  /** The ids of those who are called in it. */
  readonly mentions = input<readonly string[]>([]);
  /** Whether everybody is called in it. */
  readonly mentionsRoom = input(false);

  protected readonly parts = computed(() => {
    const mentioned = new Set(this.mentions().flatMap((id) => this.authors.get(id)?.username ?? []));
    if (this.mentionsRoom()) {
      mentioned.add(EVERYBODY);
    }
    const ownName = this.session.me()?.username ?? '';
    return this.renderer.render()?.(this.body(), { ...this.places.addresses, mentioned, ownName });
  });
  protected readonly isEmoji = computed(() => ONLY_EMOJI.test(this.body()));
  protected readonly isLong = computed(
    () => this.body().length > LONG_TEXT || this.body().split('\n', LONG_LINES + 1).length > LONG_LINES,
  );
  protected readonly isFolded = linkedSignal(this.isLong);
}
