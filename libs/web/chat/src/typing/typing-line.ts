import { Component, inject, input } from '@angular/core';
import { TypingReporter } from './typing-reporter';
import { TypingText } from './typing-text';

/** Who else is writing, above the box in which one writes oneself. Whatever is typed in the box is told to the others. */
@Component({
  selector: 'parley-typing-line',
  imports: [TypingText],
  providers: [TypingReporter],
  template: `
    <p><parley-typing-text [roomId]="roomId()" /></p>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      flex: none;
    }
    p {
      display: flex;
      block-size: 18px;
      margin: 0;
      padding-inline: 20px;
      font-size: 0.75rem;
      line-height: 18px;
    }
  `,
  host: { '(input)': 'reporter.typed()' },
})
export class TypingLine {
  protected readonly reporter = inject(TypingReporter);

  readonly roomId = input.required<string>();
}
