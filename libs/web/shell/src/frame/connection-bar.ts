import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Realtime } from '@parley/web-core';

/** Says calmly that there is no connection, and nothing at all while there is one. */
@Component({
  selector: 'parley-connection-bar',
  imports: [TranslocoDirective],
  template: `
    <div role="status" *transloco="let t; prefix: 'connection'">
      @switch (realtime.state()) {
        @case ('offline') {
          <p>{{ t('offline') }}</p>
        }
        @case ('reconnecting') {
          <p>
            {{ t('reconnecting') }}
            <button type="button" (click)="realtime.reconnect()">{{ t('retry') }}</button>
          </p>
        }
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 0 12px;
      margin: 0;
      padding: 4px 16px;
      background: var(--parley-warning-soft);
      color: var(--parley-warning);
      font-size: 0.8125rem;
      text-align: center;
      /* A short break is nobody's business. */
      animation: appear 200ms 1.2s both;
    }
    button {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    @keyframes appear {
      from {
        display: none;
        opacity: 0;
      }
    }
  `,
})
export class ConnectionBar {
  protected readonly realtime = inject(Realtime);
}
