import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountCancelOutline } from '@mdi/js';
import type { User } from '@parley/contracts';
import { BlockedPeople } from '@parley/web-core';
import { Icon } from '@parley/web-ui';

/** Stands where one writes, in the chat with somebody whom one has blocked. */
@Component({
  selector: 'parley-blocked-notice',
  imports: [Icon, MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'blocks'">
      <parley-icon [path]="icon" />
      <p>{{ t('notice', { name: peer().displayName }) }}</p>
      <button matButton="outlined" type="button" [disabled]="isBusy()" (click)="unblock()">
        {{ t('unblock') }}
      </button>
    </ng-container>
  `,
  styles: `
    :host {
      --parley-icon-size: 20px;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: 8px 12px;
      padding: 8px 12px;
      border-radius: 16px;
      background: var(--parley-surface-sunken);
      color: var(--parley-text-soft);
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class BlockedNotice {
  private readonly blocked = inject(BlockedPeople);

  readonly peer = input.required<User>();

  protected readonly isBusy = signal(false);
  protected readonly icon = mdiAccountCancelOutline;

  protected async unblock(): Promise<void> {
    this.isBusy.set(true);
    await this.blocked.unblock(this.peer());
    this.isBusy.set(false);
  }
}
