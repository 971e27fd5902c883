import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ProblemError } from '@parley/web-core';
import { firstValueFrom, type Observable } from 'rxjs';
import { PasswordDialog } from './password-dialog';

/** Does what may need a password that was entered lately: asks for it then, and goes on where it was. */
@Service()
export class Reauthentication {
  private readonly dialog = inject(MatDialog);

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

  private async prove(): Promise<boolean> {
    const opened = this.dialog.open<PasswordDialog, undefined, true>(PasswordDialog, { maxWidth: '26rem' });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}

export function isReauthRequired(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'auth.reauth-required';
}
