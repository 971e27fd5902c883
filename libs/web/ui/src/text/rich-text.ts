import { Component, computed, inject, input, linkedSignal, output, ViewEncapsulation } from '@angular/core';
import { Router } from '@angular/router';
import { CodeBlock } from './code-block';
import { MarkdownRenderer } from './markdown-renderer';
import type { TextContext } from './markdown';

const LONG_TEXT = 1_400;
const LONG_LINES = 18;
const ONLY_EMOJI =
  /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic})*\s*){1,3}$/u;

/** The words around a text. */
export interface TextLabels {
  readonly copyCode: string;
  readonly fold: string;
  readonly unfold: string;
}

/** What somebody wrote. Long texts are folded, a few lone emoji are large. */
@Component({
  selector: 'parley-rich-text',
  imports: [CodeBlock],
  template: `
    @if (parts(); as rendered) {
      <div class="text" dir="auto" [class.folded]="isFolded()" [class.emoji]="isEmoji()">
        @for (part of rendered; track $index) {
          @if (part.kind === 'code') {
            <parley-code-block
              [code]="part.code"
              [language]="part.language"
              [copyLabel]="labels().copyCode"
              (copied)="copied.emit()"
            />
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
        {{ isFolded() ? labels().unfold : labels().fold }}
      </button>
    }
  `,
  styleUrl: './rich-text.css',
  encapsulation: ViewEncapsulation.None,
  host: { '(click)': 'follow($event)' },
})
export class RichText {
  private readonly renderer = inject(MarkdownRenderer);
  private readonly router = inject(Router);

  readonly body = input.required<string>();
  readonly context = input.required<TextContext>();
  readonly labels = input.required<TextLabels>();
  /** Code of it was put into the clipboard. */
  readonly copied = output();

  protected readonly parts = computed(() => this.renderer.render()?.(this.body(), this.context()));
  protected readonly isEmoji = computed(() => ONLY_EMOJI.test(this.body()));
  protected readonly isLong = computed(
    () => this.body().length > LONG_TEXT || this.body().split('\n', LONG_LINES + 1).length > LONG_LINES,
  );
  protected readonly isFolded = linkedSignal(this.isLong);

  /** Goes where a link leads, if that is in the app and no other window is wanted. */
  protected follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link && isPlain && !link.target && link.origin === location.origin) {
      event.preventDefault();
      // Also when the address is there already: what it leads to is shown again.
      void this.router.navigateByUrl(link.pathname + link.hash, { onSameUrlNavigation: 'reload' });
    }
  }
}
