import { effect, inject, Service, signal, untracked } from '@angular/core';
import type { User } from '@parley/contracts';
import { EMPTY, expand, firstValueFrom, reduce } from 'rxjs';
import { Notices } from '../errors/notices';
import { Realtime } from '../realtime/realtime';
import { UsersApi } from './users-api';

/** Whom the person at this device has blocked. That somebody has blocked them, nobody tells. */
@Service()
export class BlockedPeople {
  private readonly api = inject(UsersApi);
  private readonly notices = inject(Notices);
  private readonly people = signal<readonly User[] | null>(null);
  private readonly isBroken = signal(false);

  /** The last one first; null until the server has told. */
  readonly list = this.people.asReadonly();
  /** They could not be read, and are not known from before either. */
  readonly hasFailed = this.isBroken.asReadonly();

  constructor() {
    const { connections } = inject(Realtime);
    effect(() => {
      if (connections() > 0) {
        untracked(() => void this.load());
      }
    });
  }

  /** A signal read. */
  has(userId: string): boolean {
    return this.people()?.some(({ id }) => id === userId) ?? false;
  }

  async load(): Promise<void> {
    const pages = this.api.blocks().pipe(
      expand(({ nextCursor }) => (nextCursor ? this.api.blocks(nextCursor) : EMPTY)),
      reduce<{ items: User[] }, User[]>((all, { items }) => [...all, ...items], []),
    );
    try {
      this.people.set(await firstValueFrom(pages));
      this.isBroken.set(false);
    } catch {
      // The next connection asks again; what was known stays.
      this.isBroken.set(this.people() === null);
    }
  }

  /** @returns whether it was done; a person is told when it was not */
  block(user: User): Promise<boolean> {
    return this.change(this.api.block(user.id), () => [
      user,
      ...(this.people() ?? []).filter(({ id }) => id !== user.id),
    ]);
  }

  unblock(user: Pick<User, 'id'>): Promise<boolean> {
    return this.change(this.api.unblock(user.id), () =>
      (this.people() ?? []).filter(({ id }) => id !== user.id),
    );
  }

  private async change(
    request: ReturnType<UsersApi['block']>,
    next: () => readonly User[],
  ): Promise<boolean> {
    try {
      await firstValueFrom(request, { defaultValue: undefined });
      this.people.set(next());
      return true;
    } catch (error) {
      this.notices.showError(error);
      return false;
    }
  }
}
