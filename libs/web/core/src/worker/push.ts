import { HttpClient } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import type { DeliveryList, PushKey } from '@parley/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { BrowserStorage } from '../appearance/browser-storage';
import { Session } from '../session/session';

const ADDRESS = '/api/notifications/push';
/** Who has turned it on in this browser: nobody else gets what is theirs. */
const OWNER = 'parley.push';

/** `blocked` by the person in the browser; `unsupported` by the browser, or without a service worker. */
export type PushState = 'unknown' | 'unsupported' | 'blocked' | 'off' | 'on';

/** Whether this browser is woken when something happens. It is asked for by the person, never by itself. */
@Service()
export class Push {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly storage = inject(BrowserStorage);
  private readonly known = signal<PushState>('unknown');

  readonly state = this.known.asReadonly();

  /** Also tells the server of a subscription that belonged to a session which has ended. */
  async start(): Promise<void> {
    const subscription = await this.subscription();
    if (subscription === undefined) {
      this.known.set('unsupported');
    } else if (Notification.permission === 'denied') {
      this.known.set('blocked');
    } else if (subscription && this.isOwn()) {
      await this.tell(subscription);
    } else {
      this.known.set('off');
    }
  }

  /** Asks the browser, which asks the person. @throws when the server cannot be reached */
  async turnOn(): Promise<void> {
    if ((await Notification.requestPermission()) !== 'granted') {
      this.known.set(Notification.permission === 'denied' ? 'blocked' : 'off');
      return;
    }
    const { publicKey } = await firstValueFrom(this.http.get<PushKey>(`${ADDRESS}/key`));
    const { pushManager } = await navigator.serviceWorker.ready;
    // One that was made for another key is good for nothing.
    await (await pushManager.getSubscription())?.unsubscribe();
    const options = { userVisibleOnly: true, applicationServerKey: publicKey };
    await this.tell(await pushManager.subscribe(options));
    this.storage.write(OWNER, this.session.me()?.id);
  }

  /** @throws when the server cannot be reached */
  async turnOff(): Promise<void> {
    const subscription = await this.subscription();
    if (subscription) {
      const body = { endpoint: subscription.endpoint };
      await firstValueFrom(this.http.delete(`${ADDRESS}/subscriptions`, { body }), { defaultValue: null });
      await subscription.unsubscribe();
    }
    this.storage.remove(OWNER);
    this.known.set('off');
  }

  test(): Observable<unknown> {
    return this.http.post(`${ADDRESS}/test`, null);
  }

  deliveries(): Observable<DeliveryList> {
    return this.http.get<DeliveryList>('/api/notifications/deliveries');
  }

  private async tell(subscription: PushSubscription): Promise<void> {
    const { endpoint, keys } = subscription.toJSON();
    await firstValueFrom(this.http.post(`${ADDRESS}/subscriptions`, { endpoint, keys }), {
      defaultValue: null,
    });
    this.known.set('on');
  }

  private isOwn(): boolean {
    return (
      this.storage.read(OWNER, (value): value is string => typeof value === 'string') ===
      this.session.me()?.id
    );
  }

  /** Undefined where there can be none. */
  private async subscription(): Promise<PushSubscription | null | undefined> {
    if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) {
      return undefined;
    }
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.pushManager.getSubscription();
  }
}
