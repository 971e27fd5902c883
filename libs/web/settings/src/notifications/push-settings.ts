import { Component, effect, inject, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AppInstallation, Notices, Push } from '@parley/web-core';
import { RelativeTime } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';

/** How many of the last deliveries are shown. */
const SHOWN = 10;

/** Waking this device: turned on by the person, tried out, and explained when it does not work. */
@Component({
  selector: 'parley-push-settings',
  imports: [MatButton, RelativeTime, TranslocoDirective],
  template: `
    <section *transloco="let t; prefix: 'settings.notifications.push'">
      <h2>{{ t('title') }}</h2>
      <p class="lead">{{ t('text') }}</p>
      <p role="status">{{ t('state.' + push.state()) }}</p>
      <div class="buttons">
        @switch (push.state()) {
          @case ('off') {
            <button matButton="filled" type="button" [disabled]="isBusy()" (click)="turnOn()">
              {{ t('turnOn') }}
            </button>
          }
          @case ('on') {
            <button matButton="tonal" type="button" [disabled]="isBusy()" (click)="test()">
              {{ t('test') }}
            </button>
            <button matButton type="button" [disabled]="isBusy()" (click)="turnOff()">
              {{ t('turnOff') }}
            </button>
          }
        }
        @if (installation.isOffered()) {
          <button matButton="outlined" type="button" (click)="installation.install()">
            {{ t('install') }}
          </button>
        }
      </div>
      @if (deliveries.hasValue() && deliveries.value().items.length > 0) {
        <h3>{{ t('deliveries') }}</h3>
        <ul>
          @for (delivery of deliveries.value().items.slice(0, shown); track delivery.id) {
            <li>
              <span>
                {{ t('outcome.' + delivery.outcome) }}
                @if (delivery.detail) {
                  <small>{{ delivery.detail }}</small>
                }
              </span>
              <parley-relative-time [time]="delivery.createdAt" />
            </li>
          }
        </ul>
      }
    </section>
  `,
  styleUrls: ['../section.css', './push-settings.css'],
})
export class PushSettings {
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);
  protected readonly installation = inject(AppInstallation);
  protected readonly push = inject(Push);

  protected readonly deliveries = rxResource({ stream: () => this.push.deliveries() });
  protected readonly isBusy = signal(false);
  protected readonly shown = SHOWN;

  constructor() {
    effect(() => {
      if (this.push.state() === 'unknown') {
        untracked(() => void this.attempt(() => this.push.start()));
      }
    });
  }

  protected turnOn(): Promise<void> {
    return this.attempt(() => this.push.turnOn());
  }

  protected turnOff(): Promise<void> {
    return this.attempt(() => this.push.turnOff());
  }

  protected test(): Promise<void> {
    return this.attempt(async () => {
      await firstValueFrom(this.push.test(), { defaultValue: null });
      void this.notices.show(this.texts.translate('settings.notifications.push.tested'));
      this.deliveries.reload();
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    try {
      await work();
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isBusy.set(false);
    }
  }
}
