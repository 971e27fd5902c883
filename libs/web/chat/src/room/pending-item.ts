import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { mdiAlertCircleOutline, mdiClockOutline } from '@mdi/js';
import { ErrorTexts, ProblemError, Session } from '@parley/web-core';
import { Avatar, Icon } from '@parley/web-ui';
import { Attachments } from '../attachments/attachments';
import { ChatDates } from '../dates/chat-dates';
import { PendingFiles } from '../files/pending-files';
import { Outbox } from '../outbox/outbox';
import { MessageLabels } from '../text/message-labels';
import { MessageText } from '../text/message-text';
import type { PendingRow } from './timeline';

/** A message that the server has not confirmed: on its way, or refused. */
@Component({
  selector: 'parley-pending-item',
  imports: [Avatar, Icon, MatButton, MessageText, NgTemplateOutlet, PendingFiles],
  template: `
    @let t = labels.all();
    <ng-template #state>
      <span class="state" [class.failed]="problem()">
        <parley-icon [path]="problem() ? icons.failed : icons.queued" />
        @if (!problem()) {
          <span class="parley-hidden">{{ t.queued }}</span>
        }
      </span>
    </ng-template>
    <div class="gutter">
      @if (row().startsGroup && me(); as person) {
        <parley-avatar [user]="person" [size]="36" />
      }
    </div>
    <div class="body">
      @if (row().startsGroup) {
        <div class="head">
          <span class="author"
            ><bdi>{{ me()?.displayName }}</bdi></span
          >
          <time>{{ dates.time(row().entry.createdAt) }}</time>
          <ng-container [ngTemplateOutlet]="state" />
        </div>
      }
      @if (row().entry.command.body; as body) {
        <parley-message-text [body]="body" />
      }
      @if (files().length > 0) {
        <parley-pending-files [files]="files()" />
      }
      @if (problem(); as reason) {
        <div class="problem">
          <span role="alert">{{ t.failed }} {{ reason }}</span>
          <button matButton type="button" (click)="outbox.retry(row().entry.id)">{{ t.retry }}</button>
          <button matButton type="button" class="parley-danger" (click)="outbox.discard(row().entry.id)">
            {{ t.discard }}
          </button>
        </div>
      } @else if (mayCancel()) {
        <button matButton class="cancel" type="button" (click)="outbox.discard(row().entry.id)">
          {{ t.cancelUpload }}
        </button>
      }
    </div>
    @if (!row().startsGroup) {
      <ng-container [ngTemplateOutlet]="state" />
    }
  `,
  styleUrls: ['./message-item.css', './pending-item.css'],
  host: { role: 'article', tabindex: '-1', '[class.group]': 'row().startsGroup' },
})
export class PendingItem {
  private readonly attachments = inject(Attachments);
  private readonly errors = inject(ErrorTexts);
  protected readonly dates = inject(ChatDates);
  protected readonly labels = inject(MessageLabels);
  protected readonly outbox = inject(Outbox);
  protected readonly me = inject(Session).me;

  readonly row = input.required<PendingRow>();

  protected readonly files = computed(() => this.attachments.of(this.row().entry.id));
  protected readonly icons = { queued: mdiClockOutline, failed: mdiAlertCircleOutline };
  protected readonly problem = computed(() => {
    const { problem } = this.row().entry;
    const reason = problem ?? this.files().find((file) => file.problem)?.problem;
    return reason && this.errors.of(new ProblemError(reason));
  });
  /** As long as a file has not arrived, nothing of the message was sent. */
  protected readonly mayCancel = computed(() => this.files().some(({ file }) => !file));
}
