import { Component, inject } from '@angular/core';
import { MatSlideToggle, type MatSlideToggleChange } from '@angular/material/slide-toggle';
import { TranslocoDirective } from '@jsverse/transloco';
import { Notices, Session, UsersApi } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { BlockedList } from './blocked-list';

type Switch = 'readReceipts' | 'showPresence';

/** What others may know of oneself. Each switch is kept at once. */
@Component({
  selector: 'parley-privacy-settings',
  imports: [BlockedList, MatSlideToggle, TranslocoDirective],
  template: `
    <section *transloco="let t; prefix: 'settings.privacy'">
      @for (name of switches; track name) {
        <div class="setting">
          <div class="words">
            <strong [id]="name">{{ t(name + '.title') }}</strong>
            <small>{{ t(name + '.text') }}</small>
          </div>
          <mat-slide-toggle
            [aria-labelledby]="name"
            [checked]="me()?.[name] ?? true"
            (change)="set(name, $event)"
          />
        </div>
      }
    </section>
    <section *transloco="let t; prefix: 'settings.privacy.blocked'" aria-labelledby="blocked">
      <h2 id="blocked">{{ t('title') }}</h2>
      <p class="lead">{{ t('text') }}</p>
      <parley-blocked-list />
    </section>
  `,
  styleUrl: '../section.css',
})
export class PrivacySettings {
  private readonly api = inject(UsersApi);
  private readonly notices = inject(Notices);
  protected readonly me = inject(Session).me;

  protected readonly switches: readonly Switch[] = ['readReceipts', 'showPresence'];

  protected async set(name: Switch, { checked, source }: MatSlideToggleChange): Promise<void> {
    try {
      await firstValueFrom(this.api.updateMe({ [name]: checked }));
    } catch (error) {
      source.checked = !checked;
      this.notices.showError(error);
    }
  }
}
