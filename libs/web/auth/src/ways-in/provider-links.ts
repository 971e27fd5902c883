import { Component, computed, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SignInProvider } from '@parley/contracts';
import { ProvidersApi } from '@parley/web-core';

/** The other places where one can sign in. Shows nothing where there are none, or where nobody knows. */
@Component({
  selector: 'parley-provider-links',
  imports: [MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (link of links(); track link.href) {
        <!-- It is the browser itself that goes there, so the router has no part in it. -->
        <a matButton="outlined" [href]="link.href">{{ t('auth.waysIn.provider', { name: link.name }) }}</a>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    a {
      min-block-size: 48px;
    }
  `,
})
export class ProviderLinks {
  /** Where to go afterwards. */
  readonly returnUrl = input<string>();
  /** The token of an invite, for who makes an account. */
  readonly invite = input<string>();

  private readonly api = inject(ProvidersApi);
  private readonly providers = rxResource({ stream: () => this.api.list() });

  protected readonly links = computed(() => {
    const { returnUrl, invite } = { returnUrl: this.returnUrl(), invite: this.invite() };
    const query = new URLSearchParams({
      ...(returnUrl && { returnUrl }),
      ...(invite && { invite }),
    }).toString();
    const hrefOf = ({ id }: SignInProvider) => `/api/auth/oidc/${id}${query && `?${query}`}`;
    return this.providers.hasValue()
      ? this.providers.value().map((provider) => ({ name: provider.name, href: hrefOf(provider) }))
      : [];
  });
}
