import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoService } from '@jsverse/transloco';
import { Authenticator, PageLoader, PasskeysApi, ProblemError } from '@parley/web-core';
import { Confirm } from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { PasswordDialog, type PasswordQuestion } from './password-dialog';
import { SecurityApi } from './security-api';

/** Does what may need a password that was entered lately: asks for it then, and goes on where it was. */
@Service()
export class Reauthentication {
  private readonly api = inject(SecurityApi);
  private readonly authenticator = inject(Authenticator);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly passkeys = inject(PasskeysApi);
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
    const { password, passkeys } = await firstValueFrom(this.api.methods());
    const hasPasskey = passkeys > 0 && this.authenticator.isAvailable();
    if (password) {
      return this.proveByPassword(hasPasskey);
    }
    return hasPasskey ? this.proveByPasskey() : this.proveByProvider();
  }

  private async proveByPasskey(): Promise<boolean> {
    const isWilling = await this.confirm.ask({
      title: this.text('again'),
      text: this.text('againByPasskey'),
      action: this.text('goOn'),
    });
    await (isWilling && this.showPasskey());
    return isWilling;
  }

  private async showPasskey(): Promise<void> {
    const proof = await this.authenticator.show(await firstValueFrom(this.passkeys.ask()));
    await firstValueFrom(this.passkeys.reauthenticate(proof), { defaultValue: undefined });
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

  private proveByPassword(hasPasskey: boolean): Promise<boolean> {
    return this.ask({
      title: this.text('again'),
      text: this.text('againText'),
      action: this.text('goOn'),
      submit: (password) => this.api.reauthenticate({ password }),
      ...(hasPasskey && {
        alternative: { label: this.text('usePasskey'), prove: () => this.showPasskey() },
      }),
    });
  }

  private text(key: string): string {
    return this.texts.translate(`settings.security.${key}`);
  }
}

function isReauthRequired(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'auth.reauth-required';
}
