import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiKeyVariant } from '@mdi/js';
import type { CreatedToken, PersonalToken } from '@parley/contracts';
import { ErrorTexts, Notices } from '@parley/web-core';
import { Alert, Confirm, Failure, Icon, RelativeTime, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { SecurityApi } from './security-api';
import { TokenForm } from './token-form';

/** What programs may come in with, and the way to take that back. */
@Component({
  selector: 'parley-tokens-list',
  imports: [Alert, Failure, Icon, MatButton, RelativeTime, Skeleton, TokenForm, TranslocoDirective],
  templateUrl: './tokens-list.html',
  styleUrls: ['../section.css', '../account/sessions-list.css', './tokens-list.css'],
})
export class TokensList {
  private readonly api = inject(SecurityApi);
  private readonly clipboard = inject(Clipboard);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly tokens = rxResource({ stream: () => this.api.tokens() });
  /** The one that was made last, as long as the page is open: nobody ever sees it again. */
  protected readonly fresh = signal<CreatedToken | null>(null);
  protected readonly isCopied = signal(false);
  protected readonly icon = mdiKeyVariant;

  protected show(token: CreatedToken): void {
    this.isCopied.set(false);
    this.fresh.set(token);
    this.tokens.reload();
  }

  protected copy({ token }: CreatedToken): void {
    this.isCopied.set(this.clipboard.copy(token));
  }

  protected async remove({ id, name }: PersonalToken): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.texts.translate('settings.security.tokens.removeTitle', { name }),
      text: this.texts.translate('settings.security.tokens.removeText'),
      action: this.texts.translate('settings.security.tokens.remove'),
      isDestructive: true,
    });
    if (isSure) {
      try {
        await firstValueFrom(this.api.removeToken(id), { defaultValue: undefined });
        this.fresh.update((fresh) => (fresh?.id === id ? null : fresh));
      } catch (error) {
        this.notices.showError(error);
      }
      this.tokens.reload();
    }
  }
}
