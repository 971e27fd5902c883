import { Injectable } from '@nestjs/common';

const MOST_PEOPLE = 20_000;

/** When people were there last, of those who went lately. It is forgotten with the process. */
@Injectable()
export class LastSeen {
  private readonly there = new Set<string>();
  private readonly times = new Map<string, number>();

  /** In milliseconds since 1970. */
  of(userId: string): number | undefined {
    return this.times.get(userId);
  }

  /** How others see somebody at this moment: whoever was there and no longer is was there until now. */
  note(userId: string, isThere: boolean, at: number): void {
    if (isThere) {
      this.there.add(userId);
    } else if (this.there.delete(userId)) {
      this.times.delete(userId);
      this.times.set(userId, at);
      this.makeRoom();
    }
  }

  /** Whether they are there is not known any more. */
  lose(userId: string): void {
    this.there.delete(userId);
  }

  /** They do not want it to be known. */
  forget(userId: string): void {
    this.there.delete(userId);
    this.times.delete(userId);
  }

  private makeRoom(): void {
    const [oldest] = this.times.keys();
    if (this.times.size > MOST_PEOPLE && oldest !== undefined) {
      this.times.delete(oldest);
    }
  }
}
