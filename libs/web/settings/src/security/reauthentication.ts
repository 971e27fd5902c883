import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoService } from '@jsverse/transloco';
import { PageLoader, ProblemError } from '@parley/web-core';
import { Confirm } from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { PasswordDialog, type PasswordQuestion } from './password-dialog';
import { SecurityApi } from './security-api';

/** Does what may need a password that was entered lately: asks for it then, and goes on where it was. */
@Service()
export class Reauthentication {
  private readonly api = inject(SecurityApi);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly page = inject(PageLoader);
  private readonly texts = inject(TranslocoService);

  /** @throws what the request throws; `auth.reauth-required` for who did not enter the password */
  async run<T>(request: Observable<T>): Promise<T | undefined> {
    try {
      return await firstValueFrom(request, { defaultValue: undefined });
    } catch (error) {
      if (!isReauthRequired(error) || !(await this.prove())) {
        throw error;
      }
      return await firstValueFrom(request, { defaultValue: undefined });
    }
  }

  /** Asks for the password, and hands it on. @returns whether it was taken */
  async ask(question: PasswordQuestion): Promise<boolean> {
    const opened = this.dialog.open<PasswordDialog, PasswordQuestion, true>(PasswordDialog, {
      data: question,
      maxWidth: '26rem',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }

  private async prove(): Promise<boolean> {
    const { password } = await firstValueFrom(this.api.methods());
    return password ? this.proveByPassword() : this.proveByProvider();
  }

  /** The browser leaves; the person comes back to this page and does again what needed it. */
  private async proveByProvider(): Promise<boolean> {
    const identities = await firstValueFrom(this.api.identities());
    const known = identities.find(({ provider }) => provider !== null);
    if (known?.provider) {
      const text = (key: string) =>
        this.texts.translate(`settings.security.byProvider.${key}`, { name: known.name });
      if (await this.confirm.ask({ title: text('title'), text: text('text'), action: text('action') })) {
        const { url } = await firstValueFrom(this.api.proveByProvider(known.provider));
        this.page.load(url);
      }
    }
    return false;
  }

  private proveByPassword(): Promise<boolean> {
    return this.ask({
      title: this.texts.translate('settings.security.again'),
      text: this.texts.translate('settings.security.againText'),
      action: this.texts.translate('settings.security.goOn'),
      submit: (password) => this.api.reauthenticate({ password }),
    });
  }
}

function isReauthRequired(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'auth.reauth-required';
}
