import { effect, inject, isDevMode, Service } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Notices } from '../errors/notices';
import { Unread } from '../quick-switch/unread';
import { Realtime } from '../realtime/realtime';
import { AppInstallation } from './app-installation';
import { Push } from './push';

const ADDRESS = '/service-worker.js';

/** What the worker says to the page. */
interface WorkerMessage {
  type: string;
  path?: string;
}

/**
 * The service worker, by which the app starts without a network and hears when it is closed. Asks before another
 * version takes the place of this one: nobody loses what they are at.
 */
@Service()
export class AppWorker {
  private readonly notices = inject(Notices);
  private readonly push = inject(Push);
  private readonly realtime = inject(Realtime);
  private readonly router = inject(Router);
  private readonly texts = inject(TranslocoService);
  private readonly unread = inject(Unread);
  private registration?: ServiceWorkerRegistration;

  constructor() {
    // From the first moment on: the browser offers it once.
    inject(AppInstallation);
  }

  /** Once, in an injection context, when the first page stands. While developing there is none. */
  start(): void {
    if (isDevMode() || !('serviceWorker' in navigator)) {
      return;
    }
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'open' && data.path) {
        void this.router.navigateByUrl(data.path);
      }
    });
    void this.register();
    effect(() => {
      // After a break the server may be a newer one.
      if (this.realtime.connections() > 1) {
        void this.registration?.update().catch(() => undefined);
      }
    });
    effect(() => {
      if (this.unread.notifications() === 0) {
        this.withdraw(null);
      }
    });
  }

  /** Takes back what is shown outside of the app. @param tag of which room or post; null: of all */
  withdraw(tag: string | null): void {
    this.registration?.active?.postMessage({ type: 'seen', tag });
  }

  private async register(): Promise<void> {
    const registration = await navigator.serviceWorker.register(ADDRESS).catch(none);
    if (!registration) {
      // Private windows of some browsers have none; the app works without.
      return;
    }
    this.registration = registration;
    void this.push.start().catch(() => undefined);
    if (registration.waiting) {
      void this.offer(registration.waiting);
    }
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        // The first one of all replaces nothing.
        if (worker.state === 'installed' && navigator.serviceWorker.controller) {
          void this.offer(worker);
        }
      });
    });
  }

  private async offer(worker: ServiceWorker): Promise<void> {
    const [text, action] = [this.texts.translate('update.text'), this.texts.translate('update.reload')];
    if (await this.notices.show(text, action)) {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage({ type: 'activate' });
    }
  }
}

function none(): undefined {
  return undefined;
}
