import { Component, computed, inject, linkedSignal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatFormField, MatHint, MatInput, MatLabel } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective } from '@jsverse/transloco';
import type { KindLevels, NotificationPreferences, QuietHours } from '@parley/contracts';
import { limits, notificationKinds } from '@parley/contracts/constants';
import { ErrorTexts, NotificationPreferencesApi, Notices } from '@parley/web-core';
import { Failure, Skeleton } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { PushSettings } from './push-settings';
import { QuietHoursForm } from './quiet-hours-form';

type Kind = keyof KindLevels;

/** What one is told of, and when not. Each choice is kept at once. */
@Component({
  selector: 'parley-notification-settings',
  imports: [
    Failure,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    PushSettings,
    QuietHoursForm,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './notification-settings.html',
  styleUrl: '../section.css',
})
export class NotificationSettings {
  private readonly api = inject(NotificationPreferencesApi);
  private readonly notices = inject(Notices);
  protected readonly errorTexts = inject(ErrorTexts);

  protected readonly loaded = rxResource({ stream: () => this.api.get() });
  protected readonly chosen = linkedSignal(() => (this.loaded.hasValue() ? this.loaded.value() : undefined));
  protected readonly keywords = computed(() => this.chosen()?.keywords.join(', ') ?? '');

  protected readonly kinds: readonly Kind[] = notificationKinds.filter((kind) => kind !== 'post');
  protected readonly limits = limits.notification;
  protected readonly ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected levelsOf(kind: Kind): readonly string[] {
    return kind === 'security' ? ['inbox', 'push'] : ['off', 'inbox', 'push'];
  }

  protected setLevel(kind: Kind, level: string): Promise<void> {
    return this.keep(({ kinds }) => ({ kinds: { ...kinds, [kind]: level } }));
  }

  /** By the clocks of where the person is now. */
  protected setQuietHours(quietHours: QuietHours[]): Promise<void> {
    return this.keep(() => ({ quietHours, timeZone: this.ownTimeZone }));
  }

  protected setKeywords(text: string): Promise<void> {
    const words = text.split(',').map((word) => word.trim());
    const keywords = [...new Set(words.filter((word) => word !== ''))];
    return this.keep(() => ({ keywords }));
  }

  /** Shown at once; taken back when it cannot be kept. */
  private async keep(
    change: (before: NotificationPreferences) => Partial<NotificationPreferences>,
  ): Promise<void> {
    const before = this.chosen();
    if (!before) {
      return;
    }
    const wanted = { ...before, ...change(before) };
    this.chosen.set(wanted);
    try {
      this.chosen.set(await firstValueFrom(this.api.replace(wanted)));
    } catch (error) {
      // A new object, so that the fields show it again.
      this.chosen.set({ ...before });
      this.notices.showError(error);
    }
  }
}
