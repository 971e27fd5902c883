import { inject, Service } from '@angular/core';
import type { User } from '@parley/contracts';
import { LocalDatabase } from '../local/local-database';
import { firstValueFrom } from 'rxjs';
import { People } from './people';
import { UsersApi } from './users-api';

const AT_ONCE = 3;

/** The people behind messages and posts: known from pages, kept on this device, asked for when an event names a new one. */
@Service()
export class Authors {
  private readonly api = inject(UsersApi);
  private readonly people = inject(People);
  private readonly table = inject(LocalDatabase).people;

  private readonly asked = new Set<string>();
  private readonly waiting: string[] = [];
  private running = 0;

  readonly ready: Promise<void> = this.load();

  /** A signal read. */
  get(id: string): User | undefined {
    return this.people.get(id);
  }

  remember(users: readonly User[]): void {
    this.people.remember(users);
    // Names offline are a comfort; without storage there are none.
    this.table.bulkPut([...users]).catch(() => undefined);
  }

  /** Asks for those that nobody has told of yet. */
  need(ids: Iterable<string>): void {
    for (const id of ids) {
      if (!this.asked.has(id) && !this.people.get(id)) {
        this.asked.add(id);
        this.waiting.push(id);
      }
    }
    while (this.running < AT_ONCE && this.waiting.length > 0) {
      void this.ask(this.waiting.shift() ?? '');
    }
  }

  private async ask(id: string): Promise<void> {
    this.running += 1;
    try {
      this.remember([await firstValueFrom(this.api.profile(id))]);
    } catch {
      // The next message of this person asks again.
      this.asked.delete(id);
    } finally {
      this.running -= 1;
    }
    this.need([]);
  }

  private async load(): Promise<void> {
    const saved = await this.table.toArray().catch(() => []);
    this.people.remember(saved.filter(({ id }) => !this.people.get(id)));
  }
}
