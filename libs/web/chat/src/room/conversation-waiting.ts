import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiWifiOff } from '@mdi/js';
import { Realtime } from '@parley/web-core';
import { EmptyState, Skeleton } from '@parley/web-ui';
import { Conversation } from './conversation';

/** What stands in the place of messages of which none are there yet. */
@Component({
  selector: 'parley-conversation-waiting',
  imports: [EmptyState, MatButton, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.conversation'">
      @if (conversation.status() === 'error') {
        <div class="failed" role="alert">
          <p>{{ t('error') }}</p>
          <button matButton="outlined" type="button" (click)="conversation.retry()">{{ t('retry') }}</button>
        </div>
      } @else if (realtime.state() === 'offline') {
        <parley-empty-state [icon]="offlineIcon" [heading]="t('offline')" [text]="t('offlineText')" />
      } @else {
        <parley-skeleton [label]="t('loading')" [count]="7" />
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: contents;
    }

    .failed {
      display: grid;
      place-content: center;
      justify-items: center;
      block-size: 100%;
      color: var(--parley-text-soft);
    }

    parley-skeleton {
      position: absolute;
      inset-block-end: 8px;
      inset-inline: 0;
    }
  `,
})
export class ConversationWaiting {
  protected readonly conversation = inject(Conversation);
  protected readonly realtime = inject(Realtime);
  protected readonly offlineIcon = mdiWifiOff;
}
