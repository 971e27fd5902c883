import { inject, Service, signal } from '@angular/core';
import type { UserPage } from '@parley/contracts';
import { firstValueFrom, Subject } from 'rxjs';
import { Notices } from '../errors/notices';
import { UsersApi } from '../people/users-api';
import { Session } from '../session/session';
import { FollowsApi } from './follows-api';

/** Whom one follows. What one wishes shows at once, and is taken back when the server does not want it. */
@Service()
export class Follows {
  private readonly api = inject(FollowsApi);
  private readonly notices = inject(Notices);
  private readonly ownId = inject(Session).me()?.id;
  private readonly users = inject(UsersApi);
  private readonly known = signal<ReadonlyMap<string, boolean>>(new Map());
  private readonly done = new Subject<string>();
  private loading: Promise<void> | undefined;

  /** The ids of those whom one has followed or left, once the server knows. */
  readonly changes = this.done.asObservable();

  /** A signal read; undefined while nobody has told. */
  isFollowed(userId: string): boolean | undefined {
    return this.known().get(userId);
  }

  /** What an answer said about somebody. */
  remember(userId: string, isFollowed: boolean): void {
    this.known.update((known) => new Map(known).set(userId, isFollowed));
  }

  /** For lists whose answers do not say it: asks once for all of them. */
  load(): Promise<void> {
    this.loading ??= this.readAll().catch(() => {
      // Then the buttons are missing; whoever comes next asks again.
      this.loading = undefined;
    });
    return this.loading;
  }

  /** Whether it is known of everybody: who is not among those one follows is not followed. */
  readonly isComplete = signal(false);

  async set(userId: string, isWanted: boolean): Promise<void> {
    this.remember(userId, isWanted);
    try {
      await firstValueFrom(isWanted ? this.users.follow(userId) : this.users.unfollow(userId), {
        defaultValue: undefined,
      });
      this.done.next(userId);
    } catch (error) {
      this.remember(userId, !isWanted);
      this.notices.showError(error);
    }
  }

  private async readAll(): Promise<void> {
    let cursor: string | null = null;
    do {
      const page: UserPage = await firstValueFrom(this.api.page('following', this.ownId ?? '', cursor));
      this.known.update((known) => new Map([...page.items.map(({ id }) => [id, true] as const), ...known]));
      cursor = page.nextCursor;
    } while (cursor !== null);
    this.isComplete.set(true);
  }
}
