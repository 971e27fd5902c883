import { Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiAccountKeyOutline } from '@mdi/js';
import type { LinkedIdentity, SignInProvider } from '@parley/contracts';
import { ErrorTexts, Notices, PageLoader, ProvidersApi } from '@parley/web-core';
import { Confirm, Failure, Icon, RelativeTime, Skeleton } from '@parley/web-ui';
import { forkJoin } from 'rxjs';
import { Reauthentication } from './reauthentication';
import { SecurityApi } from './security-api';

interface Way {
  name: string;
  /** Absent where it can be linked. */
  identity?: LinkedIdentity;
  /** Absent where this server knows the provider no more. */
  provider?: SignInProvider;
}

/** The accounts elsewhere that open this account. Shows nothing where there is nothing to link. */
@Component({
  selector: 'parley-linked-providers',
  imports: [Failure, Icon, MatButton, RelativeTime, Skeleton, TranslocoDirective],
  templateUrl: './linked-providers.html',
  styleUrls: ['../section.css', '../account/sessions-list.css'],
})
export class LinkedProviders {
  private readonly api = inject(SecurityApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly page = inject(PageLoader);
  private readonly providersApi = inject(ProvidersApi);
  private readonly reauthentication = inject(Reauthentication);
  private readonly texts = inject(TranslocoService);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly icon = mdiAccountKeyOutline;
  protected readonly loaded = rxResource({
    stream: () => forkJoin({ providers: this.providersApi.list(), identities: this.api.identities() }),
  });
  protected readonly ways = computed<Way[]>(() => {
    if (!this.loaded.hasValue()) {
      return [];
    }
    const { providers, identities } = this.loaded.value();
    const linked = identities.map((identity) => ({
      name: identity.name,
      identity,
      provider: providers.find(({ id }) => id === identity.provider),
    }));
    const open = providers.filter(({ id }) => !identities.some(({ provider }) => provider === id));
    return [...linked, ...open.map((provider) => ({ name: provider.name, provider }))];
  });

  protected readonly isNothing = computed(() => this.loaded.hasValue() && this.ways().length === 0);

  protected async link({ id }: SignInProvider): Promise<void> {
    try {
      const answer = await this.reauthentication.run(this.api.linkProvider(id));
      if (answer) {
        this.page.load(answer.url);
      }
    } catch (error) {
      this.notices.showError(error);
    }
  }

  protected async unlink({ id, name }: LinkedIdentity): Promise<void> {
    const text = (key: string) => this.texts.translate(`settings.security.providers.${key}`, { name });
    const isSure = await this.confirm.ask({
      title: text('unlinkTitle'),
      text: text('unlinkText'),
      action: text('unlink'),
      isDestructive: true,
    });
    if (isSure) {
      try {
        await this.reauthentication.run(this.api.unlinkIdentity(id));
      } catch (error) {
        this.notices.showError(error);
      }
      this.loaded.reload();
    }
  }
}
