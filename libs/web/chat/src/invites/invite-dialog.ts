import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose } from '@angular/material/dialog';
import { MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiContentCopy, mdiLinkOff, mdiShareVariantOutline } from '@mdi/js';
import type { Invite, Room } from '@parley/contracts';
import { ErrorTexts, Locale, Notices } from '@parley/web-core';
import { Confirm, Failure, Icon, RelativeTime, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { durationText } from '../dates/duration-text';
import { titleOf } from '../rooms/room-naming';
import { InvitesApi } from './invites-api';

const A_DAY = 86_400;
/** Seconds, or 0 for ever: a list box takes null for nothing chosen. */
const lifetimes = [3_600, A_DAY, 7 * A_DAY, 30 * A_DAY, 0] as const;
/** People, or 0 for any number. */
const sizes = [1, 5, 10, 50, 100, 0] as const;

/** Links into a room: makes them, shows those that are open, and takes them back. */
@Component({
  selector: 'parley-invite-dialog',
  imports: [
    Failure,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatIconButton,
    MatLabel,
    MatOption,
    MatSelect,
    MatTooltip,
    RelativeTime,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './invite-dialog.html',
  styleUrl: './invite-dialog.css',
})
export class InviteDialog {
  private readonly api = inject(InvitesApi);
  private readonly clipboard = inject(Clipboard);
  private readonly confirm = inject(Confirm);
  private readonly errors = inject(ErrorTexts);
  private readonly locale = inject(Locale);
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly room = inject<Room>(MAT_DIALOG_DATA);

  protected readonly icons = { copy: mdiContentCopy, revoke: mdiLinkOff, share: mdiShareVariantOutline };
  protected readonly title = titleOf(this.room);
  protected readonly canShare = typeof this.navigator?.share === 'function';
  protected readonly lifetimes = lifetimes;
  protected readonly sizes = sizes;
  protected readonly lifetime = signal<number>(7 * A_DAY);
  protected readonly size = signal<number>(0);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');
  protected readonly open = rxResource({ stream: () => this.api.list(this.room.id) });
  protected readonly invites = computed(() => (this.open.hasValue() ? this.open.value() : []));

  protected durationOf(seconds: number): string {
    return durationText(seconds, this.locale.tag());
  }

  protected async create(): Promise<void> {
    const lifetime = this.lifetime();
    const maxUses = this.size();
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const invite = await firstValueFrom(
        this.api.create(this.room.id, {
          ...(lifetime > 0 && { expiresAt: new Date(Date.now() + lifetime * 1_000).toISOString() }),
          ...(maxUses > 0 && { maxUses }),
        }),
      );
      this.open.set([invite, ...this.invites()]);
      this.copy(invite);
    } catch (error) {
      this.problem.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected copy({ url }: Invite): void {
    if (this.clipboard.copy(url)) {
      void this.notices.show(this.transloco.translate('chat.invite.copied'));
    }
  }

  protected async share({ url }: Invite): Promise<void> {
    // Who closes the menu of the device has changed their mind.
    await this.navigator?.share({ title: this.title, url }).catch(() => undefined);
  }

  protected async revoke({ token }: Invite): Promise<void> {
    const translate = (key: string): string => this.transloco.translate(`chat.invite.${key}`);
    const isSure = await this.confirm.ask({
      title: translate('revokeTitle'),
      text: translate('revokeText'),
      action: translate('revoke'),
      isDestructive: true,
    });
    if (!isSure) {
      return;
    }
    try {
      await firstValueFrom(this.api.revoke(token), { defaultValue: undefined });
    } catch (error) {
      this.notices.showError(error);
    }
    this.open.reload();
  }
}
