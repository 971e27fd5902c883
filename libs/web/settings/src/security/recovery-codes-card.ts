import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';

/** The one time that recovery codes are shown. Stays until the person says that they are kept. */
@Component({
  selector: 'parley-recovery-codes-card',
  imports: [MatButton, TranslocoDirective],
  template: `
    <div role="status" *transloco="let t; prefix: 'settings.security.twoFactor'">
      <h3>{{ t('codesTitle') }}</h3>
      <p>{{ t('codes') }}</p>
      <ul>
        @for (code of codes(); track code) {
          <li>
            <code>{{ code }}</code>
          </li>
        }
      </ul>
      <button matButton="outlined" type="button" (click)="copy()">
        {{ t(isCopied() ? 'copied' : 'copy') }}
      </button>
      <button matButton="filled" type="button" (click)="kept.emit()">{{ t('done') }}</button>
    </div>
  `,
  styles: `
    h3 {
      margin: 0 0 4px;
      font-size: 1rem;
      font-weight: 650;
    }
    p {
      margin: 0;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr));
      gap: 8px;
      margin: 16px 0;
      padding: 16px;
      border: 1px solid var(--parley-line);
      border-radius: 12px;
      list-style: none;
    }
    button {
      margin-inline-end: 8px;
    }
  `,
})
export class RecoveryCodesCard {
  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  private readonly clipboard = inject(Clipboard);
  protected readonly isCopied = signal(false);

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.codes().join('\n')));
  }
}
