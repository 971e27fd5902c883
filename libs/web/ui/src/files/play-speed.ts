import { computed, Service, signal } from '@angular/core';

const speeds = [1, 1.5, 2] as const;

/** How fast recordings are played, all of them until somebody chooses another speed. */
@Service()
export class PlaySpeed {
  private readonly index = signal(0);

  readonly value = computed(() => speeds[this.index()] ?? 1);

  next(): void {
    this.index.update((index) => (index + 1) % speeds.length);
  }
}
