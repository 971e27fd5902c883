const FIRST_MS = 500;
const LONGEST_MS = 20_000;

/** How long to wait before the next attempt: longer each time, and never the same for all clients. */
export class Backoff {
  private attempts = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** In milliseconds, at least `atLeast`. */
  next(atLeast = 0): number {
    const ceiling = Math.min(FIRST_MS * 2 ** this.attempts, LONGEST_MS);
    this.attempts += 1;
    return atLeast + ceiling / 2 + (this.random() * ceiling) / 2;
  }

  reset(): void {
    this.attempts = 0;
  }
}
