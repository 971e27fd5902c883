import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAlertCircleOutline, mdiClockOutline } from '@mdi/js';
import { ErrorTexts, ProblemError, Session } from '@parley/web-core';
import { Avatar, Icon } from '@parley/web-ui';
import { WrittenText } from '../text/written-text';
import { CommentOutbox, type WaitingComment } from '../writing/comment-outbox';

/** One's own comment while it is on its way, or what became of it. */
@Component({
  selector: 'parley-waiting-comment-item',
  imports: [Avatar, Icon, MatButton, TranslocoDirective, WrittenText],
  template: `
    <article *transloco="let t; prefix: 'feed.waiting'">
      @if (me(); as user) {
        <parley-avatar [user]="user" [size]="entry().parentId ? 28 : 36" />
      }
      <div>
        <parley-written-text [body]="entry().body" />
        @if (reason(); as text) {
          <p class="failed" role="alert"><parley-icon [path]="failedIcon" />{{ text }}</p>
          <button matButton="tonal" type="button" (click)="outbox.retry(entry().id)">{{ t('retry') }}</button>
          <button matButton type="button" (click)="outbox.discard(entry().id)">{{ t('discard') }}</button>
        } @else {
          <p><parley-icon [path]="waitingIcon" />{{ t('sending') }}</p>
        }
      </div>
    </article>
  `,
  styles: `
    :host {
      display: block;
    }
    :host(.answer) {
      margin-inline-start: 48px;
    }
    article {
      display: flex;
      gap: 12px;
      padding: 8px;
    }
    div {
      flex: 1;
      min-inline-size: 0;
    }
    p {
      --parley-icon-size: 16px;
      display: flex;
      align-items: center;
      gap: 6px;
      margin: 4px 0;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
    }
    .failed {
      color: var(--parley-danger);
    }
  `,
  host: { '[class.answer]': 'entry().parentId !== null' },
})
export class WaitingCommentItem {
  private readonly errorTexts = inject(ErrorTexts);
  protected readonly me = inject(Session).me;
  protected readonly outbox = inject(CommentOutbox);

  readonly entry = input.required<WaitingComment>();

  protected readonly waitingIcon = mdiClockOutline;
  protected readonly failedIcon = mdiAlertCircleOutline;

  protected reason(): string {
    const { problem } = this.entry();
    return problem ? this.errorTexts.of(new ProblemError(problem)) : '';
  }
}
