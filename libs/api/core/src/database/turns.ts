import { DomainError } from '../errors/domain-error.js';

/** Milliseconds that somebody waits for their turn; then the server says that it is busy. */
const PATIENCE = 2_000;

/**
 * Lets those who need the same row come one after the other. PostgreSQL would do so as well, but whoever waits
 * there holds a connection: a row that stays locked would soon hold all of them, and stop everybody else.
 */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** How many rows there are for which somebody waits or works. */
  get size(): number {
    return this.last.size;
  }

  /** @throws DomainError `server.unavailable` when the turn does not come in time */
  async take<T>(key: string, work: () => Promise<T>, patience = PATIENCE): Promise<T> {
    const before = this.last.get(key);
    const mine = Promise.withResolvers<undefined>();
    const isOver = Promise.all([before, mine.promise]).then(() => {
      if (this.last.get(key) === isOver) {
        this.last.delete(key);
      }
    });
    this.last.set(key, isOver);
    try {
      await inTime(before, patience);
      return await work();
    } finally {
      mine.resolve(undefined);
    }
  }
}

async function inTime(turn: Promise<void> | undefined, patience: number): Promise<void> {
  const { promise: isLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new DomainError('server.unavailable', { retryAfterMs: 1_000 })),
    patience,
  );
  try {
    await Promise.race([turn, isLate]);
  } finally {
    clearTimeout(timer);
  }
}
