import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { TokensList } from './tokens-list';

/** The ways into the account besides the password. */
@Component({
  selector: 'parley-security-settings',
  imports: [TokensList, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.security'">
      <section aria-labelledby="tokens">
        <h2 id="tokens">{{ t('tokens.title') }}</h2>
        <p class="lead">{{ t('tokens.text') }}</p>
        <parley-tokens-list />
      </section>
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class SecuritySettings {}
