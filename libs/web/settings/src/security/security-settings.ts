import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { TokensList } from './tokens-list';
import { TwoFactor } from './two-factor';

/** The ways into the account besides the password. */
@Component({
  selector: 'parley-security-settings',
  imports: [TokensList, TranslocoDirective, TwoFactor],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.security'">
      <section aria-labelledby="two-factor">
        <h2 id="two-factor">{{ t('twoFactor.title') }}</h2>
        <p class="lead">{{ t('twoFactor.text') }}</p>
        <parley-two-factor />
      </section>
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
