import { Component, computed, inject, input, linkedSignal, ViewEncapsulation } from '@angular/core';
import { EVERYBODY } from '@parley/contracts/constants';
import { Session } from '@parley/web-core';
import { Authors } from '../people/authors';
import { MessageLabels } from './message-labels';
import { MarkdownRenderer } from './markdown-renderer';

const LONG_TEXT = 1_400;
const LONG_LINES = 18;
const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*\s*){1,3}$/u;

/** What somebody wrote. Long texts are folded, a few lone emoji are large. */
@Component({
  selector: 'parley-message-text',
  template: `
    @if (html(); as rendered) {
      <div
        class="text"
        dir="auto"
        [class.folded]="isFolded()"
        [class.emoji]="isEmoji()"
        [innerHTML]="rendered"
      ></div>
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
})
export class MessageText {
  private readonly authors = inject(Authors);
  private readonly renderer = inject(MarkdownRenderer);
  private readonly session = inject(Session);
  protected readonly labels = inject(MessageLabels);

  readonly body = input.required<string>();
  /** The ids of those who are called in it. */
  readonly mentions = input<readonly string[]>([]);
  /** Whether everybody is called in it. */
  readonly mentionsRoom = input(false);

  protected readonly html = computed(() => {
    const mentioned = new Set(this.mentions().flatMap((id) => this.authors.get(id)?.username ?? []));
    if (this.mentionsRoom()) {
      mentioned.add(EVERYBODY);
    }
    return this.renderer.render()?.(this.body(), { mentioned, ownName: this.session.me()?.username ?? '' });
  });
  protected readonly isEmoji = computed(() => ONLY_EMOJI.test(this.body()));
  protected readonly isLong = computed(
    () => this.body().length > LONG_TEXT || this.body().split('\n', LONG_LINES + 1).length > LONG_LINES,
  );
  protected readonly isFolded = linkedSignal(this.isLong);
}
