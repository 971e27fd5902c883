import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, output, resource, ViewEncapsulation } from '@angular/core';
import { mdiContentCopy } from '@mdi/js';
import { Icon } from '../icon/icon';
import { CodeHighlighter } from './code-highlighter';

/** Code in a text: coloured, with the name of its language, and to be copied. */
@Component({
  selector: 'parley-code-block',
  imports: [Icon],
  template: `
    <div class="top">
      <span>{{ language() }}</span>
      <button type="button" (click)="copy()" [title]="copyLabel()">
        <parley-icon [path]="copyIcon" /><span class="parley-hidden">{{ copyLabel() }}</span>
      </button>
    </div>
    @if (html(); as coloured) {
      <pre tabindex="0" dir="ltr"><code [innerHTML]="coloured"></code></pre>
    } @else {
      <pre tabindex="0" dir="ltr"><code>{{ code() }}</code></pre>
    }
  `,
  styleUrl: './code-block.css',
  encapsulation: ViewEncapsulation.None,
})
export class CodeBlock {
  private readonly clipboard = inject(Clipboard);
  private readonly highlighter = inject(CodeHighlighter);

  readonly code = input.required<string>();
  /** As it was written behind the backticks, in lower case; may be empty. */
  readonly language = input('');
  readonly copyLabel = input.required<string>();
  readonly copied = output();

  protected readonly copyIcon = mdiContentCopy;
  private readonly coloured = resource({
    params: () => ({ code: this.code(), language: this.language() }),
    loader: ({ params }) => this.highlighter.highlight(params.code, params.language),
  });
  /** Until the colours are there, and where there are none, the code is shown as it is. */
  protected readonly html = computed(() => (this.coloured.hasValue() ? this.coloured.value() : null));

  protected copy(): void {
    if (this.clipboard.copy(this.code())) {
      this.copied.emit();
    }
  }
}
