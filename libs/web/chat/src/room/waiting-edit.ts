import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertCircleOutline, mdiClockOutline } from '@mdi/js';
import { ErrorTexts, ProblemError, type StoredEdit } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { Edits } from '../outbox/edits';
import { MessageLabels } from '../text/message-labels';

/** Says that a message has other words which the server does not have yet, or has refused. */
@Component({
  selector: 'parley-waiting-edit',
  imports: [Icon, MatButton],
  template: `
    @let t = labels.all();
    <parley-icon [path]="problem() ? icons.failed : icons.waiting" />
    @if (problem(); as reason) {
      <span role="alert">{{ t.failed }} {{ reason }}</span>
      <button matButton type="button" (click)="edits.retry(edit().messageId)">{{ t.retry }}</button>
    } @else {
      <span>{{ t.editWaits }}</span>
    }
    <button matButton type="button" (click)="edits.discard(edit().messageId)">{{ t.discardEdit }}</button>
  `,
  styles: `
    :host {
      --parley-icon-size: 16px;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 6px;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
    }
    :host(.failed) {
      color: var(--parley-danger);
    }
  `,
  host: { '[class.failed]': 'problem()' },
})
export class WaitingEdit {
  private readonly errors = inject(ErrorTexts);
  protected readonly edits = inject(Edits);
  protected readonly labels = inject(MessageLabels);

  readonly edit = input.required<StoredEdit>();

  protected readonly icons = { waiting: mdiClockOutline, failed: mdiAlertCircleOutline };
  protected readonly problem = computed(() => {
    const { problem } = this.edit();
    return problem && this.errors.of(new ProblemError(problem));
  });
}
