import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAlertCircleOutline, mdiClockOutline } from '@mdi/js';
import { ErrorTexts, ProblemError, Session } from '@parley/web-core';
import { Avatar, Icon } from '@parley/web-ui';
import { WrittenText } from '../text/written-text';
import { PostOutbox, type WaitingPost } from '../writing/post-outbox';

/** One's own post while it is on its way, or what became of it. */
@Component({
  selector: 'parley-waiting-post-card',
  imports: [Avatar, Icon, MatButton, TranslocoDirective, WrittenText],
  template: `
    <article *transloco="let t; prefix: 'feed.waiting'">
      <header>
        @if (me(); as user) {
          <parley-avatar [user]="user" [size]="42" />
          <b
            ><bdi>{{ user.displayName }}</bdi></b
          >
        }
        @if (!entry().problem) {
          <span><parley-icon [path]="waitingIcon" />{{ t('sending') }}</span>
        }
      </header>
      <parley-written-text [body]="entry().body" />
      @if (reason(); as text) {
        <p role="alert"><parley-icon [path]="failedIcon" />{{ text }}</p>
        <button matButton="tonal" type="button" (click)="outbox.retry(entry().id)">{{ t('retry') }}</button>
        <button matButton type="button" (click)="outbox.discard(entry().id)">{{ t('discard') }}</button>
      }
    </article>
  `,
  styles: `
    article {
      margin-block-end: 12px;
      padding: 16px;
      border: 1px dashed var(--parley-line-strong);
      border-radius: 18px;
    }
    header {
      display: flex;
      align-items: center;
      gap: 12px;
      margin-block-end: 8px;
    }
    span,
    p {
      --parley-icon-size: 16px;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--parley-text-soft);
      font-size: 0.8438rem;
    }
    p {
      display: flex;
      color: var(--parley-danger);
    }
  `,
})
export class WaitingPostCard {
  private readonly errorTexts = inject(ErrorTexts);
  protected readonly me = inject(Session).me;
  protected readonly outbox = inject(PostOutbox);

  readonly entry = input.required<WaitingPost>();

  protected readonly waitingIcon = mdiClockOutline;
  protected readonly failedIcon = mdiAlertCircleOutline;

  protected reason(): string {
    const { problem } = this.entry();
    return problem ? this.errorTexts.of(new ProblemError(problem)) : '';
  }
}
