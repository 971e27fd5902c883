import { computed, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Authenticated, Me } from '@parley/contracts';
import { firstValueFrom } from 'rxjs';
import { ProblemError } from '../errors/problem-error';
import { forgetLocalDatabase } from '../local/forget-local-database';
import { AccountMemory } from './account-memory';
import { PageLoader } from './page-loader';
import { SessionApi } from './session-api';
import { TabLock } from './tab-lock';

const RENEW_AHEAD_MS = 60_000;
const MINIMUM_LIFE_MS = 10_000;

/** Why nobody is signed in any more. */
export type SessionEnd = 'expired' | 'revoked';

interface AccessToken {
  value: string;
  /** By the clock of this device, from when the token arrived. */
  endsAt: number;
}

/** Who is signed in on this page. The access token lives in memory alone; the cookie renews it. */
@Service()
export class Session {
  private readonly api = inject(SessionApi);
  private readonly memory = inject(AccountMemory);
  private readonly lock = inject(TabLock);
  private readonly page = inject(PageLoader);

  private readonly account = signal<Me | null>(null);
  private readonly farewell = signal<SessionEnd | null>(null);
  private access?: AccessToken;
  /** Whose state this page holds in memory. */
  private owner?: string;
  private renewing?: Promise<string | null>;
  private renewal?: ReturnType<typeof setTimeout>;

  /** The person, from the last visit until the server has answered. */
  readonly me = this.account.asReadonly();
  readonly isSignedIn = computed(() => this.account() !== null);
  /** Why the session ended, for the login page to say. */
  readonly ended = this.farewell.asReadonly();

  constructor() {
    this.memory.changes.pipe(takeUntilDestroyed()).subscribe((me) => this.follow(me));
  }

  /** Before the first page: known from the last visit at once, otherwise when the server has answered. */
  async start(): Promise<void> {
    const remembered = this.memory.read();
    this.owner = remembered?.id;
    this.account.set(remembered);
    const renewed = this.renew().catch(() => null); // Without a network one reads what is here.
    if (!this.isSignedIn()) {
      await renewed;
      this.farewell.set(null);
    }
  }

  /** Takes over what login, registration or a refresh was answered with. */
  adopt({ accessToken, expiresIn, user }: Authenticated): void {
    const life = expiresIn * 1_000;
    this.access = { value: accessToken, endsAt: Date.now() + life };
    this.farewell.set(null);
    this.update(user);
    clearTimeout(this.renewal);
    this.renewal = setTimeout(
      () => void this.renew().catch(() => null),
      Math.max(life - RENEW_AHEAD_MS, life / 2),
    );
  }

  /** Whether the page still holds state of somebody else, who was signed in before. */
  isOtherAccount(): boolean {
    return this.owner !== this.account()?.id;
  }

  /** The person has changed something about themselves. */
  update(me: Me): void {
    this.owner ??= me.id;
    this.account.set(me);
    this.memory.remember(me);
  }

  /**
   * A token that lives for at least this long, in milliseconds; null when nobody is signed in.
   * @throws what the network throws when the token cannot be renewed now.
   */
  async token(life = MINIMUM_LIFE_MS): Promise<string | null> {
    if (!this.isSignedIn()) {
      return null;
    }
    return this.access && this.access.endsAt - Date.now() > life ? this.access.value : this.renew();
  }

  /** One refresh at a time in all tabs, because each uses up the cookie that the next one needs. */
  renew(): Promise<string | null> {
    this.renewing ??= this.lock
      .run('parley.session', () => this.refresh())
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** The server knows the session no longer. What was written and not sent stays on this device. */
  end(reason: SessionEnd): void {
    clearTimeout(this.renewal);
    this.access = undefined;
    this.farewell.set(reason);
    this.account.set(null);
    this.memory.forget();
  }

  /** Ends the session here and leaves nothing of it on this device. */
  async signOut(): Promise<void> {
    await firstValueFrom(this.api.logout(), { defaultValue: undefined });
    await this.leaveForGood();
  }

  /** The server knows the account no longer, or the session: nothing of it stays on this device. */
  async leaveForGood(): Promise<void> {
    const me = this.account();
    clearTimeout(this.renewal);
    this.memory.forget();
    // From here on nothing writes any more.
    this.account.set(null);
    if (me) {
      await forgetLocalDatabase(me.id);
    }
    this.page.load('/login');
  }

  private async refresh(): Promise<string | null> {
    try {
      const authenticated = await firstValueFrom(this.api.refresh());
      this.adopt(authenticated);
      if (this.isOtherAccount()) {
        this.page.load('/');
      }
      return authenticated.accessToken;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) {
        this.end(error.problem.code === 'auth.session-revoked' ? 'revoked' : 'expired');
        return null;
      }
      throw error;
    }
  }

  /** Another tab signed in or out. */
  private follow(me: Me | null): void {
    const known = this.account();
    if (known && !me) {
      this.end('revoked');
    } else if (me && me.id !== known?.id) {
      this.page.load('/');
    }
  }
}
