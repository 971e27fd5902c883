import { Component, computed, input } from '@angular/core';
import { mdiAlertCircleOutline, mdiInformationOutline } from '@mdi/js';
import { Icon } from '../icon/icon';

/** Words that belong to a whole form or page, beside what they are about. */
@Component({
  selector: 'parley-alert',
  imports: [Icon],
  template: `<parley-icon [path]="icon()" /><span><ng-content /></span>`,
  styles: `
    :host {
      --parley-icon-size: 20px;
      display: flex;
      gap: 12px;
      padding: 12px 16px;
      border-radius: 12px;
      background: var(--parley-accent-soft);
      color: var(--parley-accent-strong);
      font-size: 0.875rem;
    }
    :host(.error) {
      background: var(--parley-danger-soft);
      color: var(--parley-danger);
    }
  `,
  host: { '[class]': 'kind()', '[attr.role]': 'kind() === "error" ? "alert" : "status"' },
})
export class Alert {
  readonly kind = input<'info' | 'error'>('info');

  protected readonly icon = computed(() =>
    this.kind() === 'error' ? mdiAlertCircleOutline : mdiInformationOutline,
  );
}
