import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { LinkedProviders } from './linked-providers';
import { PasskeysList } from './passkeys-list';
import { TokensList } from './tokens-list';
import { TwoFactor } from './two-factor';

/** The ways into the account besides the password. */
@Component({
  selector: 'parley-security-settings',
  imports: [Alert, LinkedProviders, PasskeysList, TokensList, TranslocoDirective, TwoFactor],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.security'">
      @if (refusal()) {
        <parley-alert kind="error">{{ refusal() }}</parley-alert>
      } @else if (done() === 'linked') {
        <parley-alert>{{ t('providers.linked') }}</parley-alert>
      } @else if (done() === 'proved') {
        <parley-alert>{{ t('byProvider.proved') }}</parley-alert>
      }
      <section aria-labelledby="two-factor">
        <h2 id="two-factor">{{ t('twoFactor.title') }}</h2>
        <p class="lead">{{ t('twoFactor.text') }}</p>
        <parley-two-factor />
      </section>
      <section aria-labelledby="passkeys">
        <h2 id="passkeys">{{ t('passkeys.title') }}</h2>
        <p class="lead">{{ t('passkeys.text') }}</p>
        <parley-passkeys-list />
      </section>
      <parley-linked-providers />
      <section aria-labelledby="tokens">
        <h2 id="tokens">{{ t('tokens.title') }}</h2>
        <p class="lead">{{ t('tokens.text') }}</p>
        <parley-tokens-list />
      </section>
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class SecuritySettings {
  /** What a provider led back with: `linked` or `proved`; bound from the query. */
  readonly done = input<string>();
  /** Why it led back without that: a code; bound from the query. */
  readonly problem = input<string>();

  private readonly errorTexts = inject(ErrorTexts);

  protected readonly refusal = computed(() => {
    const code = this.problem();
    return code === undefined ? '' : this.errorTexts.ofCode(code);
  });
}
