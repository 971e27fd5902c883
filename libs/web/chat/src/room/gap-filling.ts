import type { RoomChanges } from '@parley/contracts';
import type { RoomReplica } from '@parley/replica';

const AFTER_MS = 100;
const RETRY_MS = 2_000;

interface Surroundings {
  /** Asks the changes feed. */
  read: (since: number) => Promise<RoomChanges>;
  filled: () => void;
  /** Too much was missed: the room is to be read anew. */
  isReset: () => Promise<void>;
  /** Whether there is something to fill, and a server to ask. */
  isPossible: () => boolean;
}

/** Reads what a room missed, soon after it is noticed, so that a burst of events costs one request. */
export class GapFilling {
  private timer?: ReturnType<typeof setTimeout>;
  private isRunning = false;

  constructor(
    private readonly replica: RoomReplica,
    private readonly surroundings: Surroundings,
  ) {}

  fillSoon(wait = AFTER_MS): void {
    if (this.replica.isBehind && this.surroundings.isPossible()) {
      this.timer ??= setTimeout(() => void this.fill(), wait);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async fill(): Promise<void> {
    this.timer = undefined;
    if (this.isRunning || !this.surroundings.isPossible()) {
      return;
    }
    this.isRunning = true;
    let isFilled = true;
    try {
      await this.readAll();
    } catch {
      // Still behind: tried again soon, and with the next connection in any case.
      isFilled = false;
    }
    this.isRunning = false;
    if (isFilled) {
      this.surroundings.filled();
    }
    this.fillSoon(isFilled ? AFTER_MS : RETRY_MS);
  }

  private async readAll(): Promise<void> {
    for (;;) {
      const outcome = this.replica.applyChanges(await this.surroundings.read(this.replica.applied));
      if (outcome === 'reset') {
        await this.surroundings.isReset();
      }
      if (outcome !== 'more') {
        return;
      }
    }
  }
}
