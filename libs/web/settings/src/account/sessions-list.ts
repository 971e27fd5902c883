import { Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiCellphone, mdiLaptop } from '@mdi/js';
import type { Session } from '@parley/contracts';
import { ErrorTexts, Notices } from '@parley/web-core';
import { Confirm, Failure, Icon, RelativeTime, Skeleton } from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { AccountApi } from './account-api';
import { deviceName } from './device-name';

/** Where the account is signed in, and the way to end that from here. */
@Component({
  selector: 'parley-sessions-list',
  imports: [Failure, Icon, MatButton, RelativeTime, Skeleton, TranslocoDirective],
  templateUrl: './sessions-list.html',
  styleUrls: ['../section.css', './sessions-list.css'],
})
export class SessionsList {
  private readonly api = inject(AccountApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly sessions = rxResource({ stream: () => this.api.sessions() });
  /** This one first. */
  protected readonly ordered = computed(() =>
    this.sessions.hasValue()
      ? this.sessions.value().toSorted((a, b) => Number(b.current) - Number(a.current))
      : [],
  );
  protected readonly hasOthers = computed(() => this.ordered().some(({ current }) => !current));

  protected readonly deviceName = deviceName;

  protected icon({ userAgent }: Session): string {
    return /Mobile|Android|iPhone/.test(userAgent) ? mdiCellphone : mdiLaptop;
  }

  protected end({ id }: Session): Promise<void> {
    return this.run(this.api.endSession(id));
  }

  protected async endOthers(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: this.texts.translate('settings.account.endOthersTitle'),
      text: this.texts.translate('settings.account.endOthersText'),
      action: this.texts.translate('settings.account.endOthers'),
      isDestructive: true,
    });
    if (isSure) {
      await this.run(this.api.endOtherSessions());
    }
  }

  private async run(request: Observable<void>): Promise<void> {
    try {
      await firstValueFrom(request, { defaultValue: undefined });
    } catch (error) {
      this.notices.showError(error);
    }
    this.sessions.reload();
  }
}
