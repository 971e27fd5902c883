import { Component, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiKeyOutline } from '@mdi/js';
import type { Passkey } from '@parley/contracts';
import { Authenticator, ErrorTexts, Notices, PasskeysApi } from '@parley/web-core';
import { Alert, Confirm, Failure, Icon, RelativeTime, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { deviceName } from '../account/device-name';
import { PasskeyTexts } from './passkey-texts';
import { Reauthentication } from './reauthentication';
import { RenamePasskeyDialog } from './rename-passkey-dialog';

/** The passkeys that open the account. */
@Component({
  selector: 'parley-passkeys-list',
  imports: [Alert, Failure, Icon, MatButton, RelativeTime, Skeleton, TranslocoDirective],
  templateUrl: './passkeys-list.html',
  styleUrls: ['../section.css', '../account/sessions-list.css'],
})
export class PasskeysList {
  private readonly api = inject(PasskeysApi);
  private readonly authenticator = inject(Authenticator);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly reauthentication = inject(Reauthentication);
  private readonly passkeyTexts = inject(PasskeyTexts);
  private readonly texts = inject(TranslocoService);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly icon = mdiKeyOutline;
  protected readonly isAvailable = this.authenticator.isAvailable();
  protected readonly passkeys = rxResource({ stream: () => this.api.list() });
  protected readonly isAdding = signal(false);
  protected readonly problem = signal('');

  protected async add(): Promise<void> {
    this.problem.set('');
    this.isAdding.set(true);
    try {
      const wish = await this.reauthentication.run(this.api.begin());
      if (wish) {
        const name = deviceName(navigator.userAgent) || this.text('unnamed');
        await firstValueFrom(this.api.add(await this.authenticator.make(wish, name)));
        void this.notices.show(this.text('added'));
      }
    } catch (error) {
      this.problem.set(this.passkeyTexts.of(error));
    } finally {
      this.isAdding.set(false);
      this.passkeys.reload();
    }
  }

  protected async rename(passkey: Passkey): Promise<void> {
    const opened = this.dialog.open<RenamePasskeyDialog, Passkey, string>(RenamePasskeyDialog, {
      data: passkey,
      width: '24rem',
    });
    const name = await firstValueFrom(opened.afterClosed());
    if (name !== undefined && name !== passkey.name) {
      await this.change(() => firstValueFrom(this.api.rename(passkey.id, name), { defaultValue: undefined }));
    }
  }

  protected async remove({ id, name }: Passkey): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.text('removeTitle', { name }),
      text: this.text('removeText'),
      action: this.text('remove'),
      isDestructive: true,
    });
    if (isSure) {
      await this.change(() => this.reauthentication.run(this.api.remove(id)));
    }
  }

  private async change(work: () => Promise<unknown>): Promise<void> {
    this.problem.set('');
    try {
      await work();
    } catch (error) {
      this.problem.set(this.passkeyTexts.of(error));
    }
    this.passkeys.reload();
  }

  private text(key: string, values = {}): string {
    return this.texts.translate(`settings.security.passkeys.${key}`, values);
  }
}
