import { Service, signal } from '@angular/core';
import type { User } from '@parley/contracts';

/** Everybody that an answer or an event has told of, in the latest version known. */
@Service()
export class People {
  private readonly known = signal<ReadonlyMap<string, User>>(new Map());

  /** A signal read: whoever shows a person shows the next version too. */
  get(id: string): User | undefined {
    return this.known().get(id);
  }

  remember(users: readonly User[]): void {
    if (users.length > 0) {
      this.known.update((known) => {
        const next = new Map(known);
        users.forEach((user) => next.set(user.id, user));
        return next;
      });
    }
  }
}
