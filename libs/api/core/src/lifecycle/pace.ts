/**
 * Work that is done for many at once: right away after a quiet time, and otherwise not before `interval`
 * milliseconds have passed since it was begun last.
 */
export class Pace {
  private timer: NodeJS.Timeout | undefined;
  private lastAt = -Infinity;

  constructor(
    private readonly interval: number,
    private readonly work: () => void,
  ) {}

  /** There is something to do. */
  want(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.lastAt = performance.now();
        this.work();
      },
      Math.max(0, this.lastAt + this.interval - performance.now()),
    ).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
