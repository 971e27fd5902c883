import { computed, DestroyRef, DOCUMENT, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Me } from '@parley/contracts';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../errors/notices';
import { UsersApi } from '../people/users-api';
import { Realtime } from '../realtime/realtime';
import { Session } from '../session/session';

/** Whoever touches nothing on this page for so long is away. A hidden page cannot be touched. */
const IDLE_AFTER_MS = 5 * 60_000;
const LOOK_EVERY_MS = 10_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

/** How the person is, and wants to be seen. Their other devices choose and hear the same. */
@Service()
export class OwnPresence {
  private readonly api = inject(UsersApi);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly session = inject(Session);
  private readonly isIdle = signal(false);
  private lastSign = performance.now();

  readonly choice = computed(() => this.session.me()?.presence ?? 'online');
  /** Whether others see any of it. */
  readonly isShown = computed(() => this.session.me()?.showPresence ?? true);
  /** As the person sees themselves. */
  readonly status = computed(() => (this.choice() === 'online' && this.isIdle() ? 'away' : this.choice()));

  constructor() {
    this.mindSigns();
    // The server takes whoever connects for active.
    let told: 'online' | 'away' = 'online';
    let connection = 0;
    effect(() => {
      const status = this.isIdle() ? 'away' : 'online';
      told = this.realtime.connections() === connection ? told : 'online';
      connection = this.realtime.connections();
      if (connection > 0 && status !== told) {
        told = status;
        untracked(() => this.tell(status));
      }
    });
    this.realtime
      .events('me:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ me }) => this.session.update(me));
  }

  async choose(presence: Me['presence']): Promise<void> {
    try {
      await firstValueFrom(this.api.updateMe({ presence }));
    } catch (error) {
      this.notices.showError(error);
    }
  }

  private mindSigns(): void {
    const { defaultView: window } = inject(DOCUMENT);
    const sign = (): void => {
      this.lastSign = performance.now();
      this.isIdle.set(false);
    };
    const options = { passive: true, capture: true };
    SIGNS.forEach((name) => window?.addEventListener(name, sign, options));
    const looking = setInterval(
      () => this.isIdle.set(performance.now() - this.lastSign >= IDLE_AFTER_MS),
      LOOK_EVERY_MS,
    );
    inject(DestroyRef).onDestroy(() => {
      SIGNS.forEach((name) => window?.removeEventListener(name, sign, options));
      clearInterval(looking);
    });
  }

  private tell(status: 'online' | 'away'): void {
    this.realtime.command('presence:set', { status }).catch(() => undefined);
  }
}
