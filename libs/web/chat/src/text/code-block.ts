import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, resource, ViewEncapsulation } from '@angular/core';
import { mdiContentCopy } from '@mdi/js';
import { Notices } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { CodeHighlighter } from './code-highlighter';
import { MessageLabels } from './message-labels';

/** Code in a message: coloured, with the name of its language, and to be copied. */
@Component({
  selector: 'parley-code-block',
  imports: [Icon],
  template: `
    <div class="top">
      <span>{{ language() }}</span>
      <button type="button" (click)="copy()" [title]="labels.all().copyCode">
        <parley-icon [path]="copyIcon" /><span class="parley-hidden">{{ labels.all().copyCode }}</span>
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
  private readonly notices = inject(Notices);
  protected readonly labels = inject(MessageLabels);

  readonly code = input.required<string>();
  /** As it was written behind the backticks, in lower case; may be empty. */
  readonly language = input('');

  protected readonly copyIcon = mdiContentCopy;
  private readonly coloured = resource({
    params: () => ({ code: this.code(), language: this.language() }),
    loader: ({ params }) => this.highlighter.highlight(params.code, params.language),
  });
  /** Until the colours are there, and where there are none, the code is shown as it is. */
  protected readonly html = computed(() => (this.coloured.hasValue() ? this.coloured.value() : null));

  protected copy(): void {
    if (this.clipboard.copy(this.code())) {
      void this.notices.show(this.labels.all().codeCopied);
    }
  }
}
