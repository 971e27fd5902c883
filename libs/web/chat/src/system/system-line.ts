import { Component, computed, inject, input, output } from '@angular/core';
import { MessageLabels } from '../text/message-labels';
import type { MessageRow } from '../room/timeline';
import { SystemTexts } from './system-texts';

/** What happened in the room: a calm line among what people say. */
@Component({
  selector: 'parley-system-line',
  template: `
    <p [title]="time()">
      <bdi>{{ text() }}</bdi>
      @if (target(); as seq) {
        <button type="button" (click)="jump.emit(seq)">{{ labels.all().show }}</button>
      }
    </p>
  `,
  styles: `
    :host {
      grid-column: 1 / -1;
    }

    p {
      margin: 2px auto;
      max-inline-size: 60ch;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
      text-align: center;
      overflow-wrap: anywhere;
    }

    button {
      min-block-size: 24px;
      padding: 0 4px;
      border: 0;
      background: none;
      color: var(--parley-accent);
      font: inherit;
      cursor: pointer;
    }

    button:hover {
      text-decoration: underline;
    }
  `,
})
export class SystemLine {
  private readonly texts = inject(SystemTexts);
  protected readonly labels = inject(MessageLabels);

  readonly row = input.required<MessageRow>();
  /** When it happened, in full. */
  readonly time = input('');
  /** Wants to see the message with this number. */
  readonly jump = output<number>();

  protected readonly text = computed(() => this.texts.of([this.row().message, ...(this.row().more ?? [])]));
  protected readonly target = computed(() => this.row().message.system?.seq);
}
