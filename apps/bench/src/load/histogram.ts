/** Numbers up to this are counted one by one, larger ones with a precision of 1 in 64. */
const EXACT_BITS = 7;
const STEPS = 64;
const MICROSECONDS = 1_000;

/** In milliseconds. */
export interface Latency {
  p50: number;
  p95: number;
  p99: number;
}

/** Milliseconds, counted in steps that grow with them: recording is one addition, whatever their number. */
export class Histogram {
  private readonly counts = new Uint32Array(STEPS * 32);
  private total = 0;

  /** Of what all of these have recorded. */
  static of(parts: readonly Histogram[]): Histogram {
    const all = new Histogram();
    for (const part of parts) {
      part.counts.forEach((count, index) => (all.counts[index] = (all.counts[index] ?? 0) + count));
      all.total += part.total;
    }
    return all;
  }

  record(milliseconds: number): void {
    const index = indexOf(Math.max(0, Math.round(milliseconds * MICROSECONDS)));
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.total += 1;
  }

  get count(): number {
    return this.total;
  }

  get percentiles(): Latency {
    return { p50: this.percentile(0.5), p95: this.percentile(0.95), p99: this.percentile(0.99) };
  }

  clear(): void {
    this.counts.fill(0);
    this.total = 0;
  }

  /** Milliseconds that this share of what was recorded did not exceed; 0 when nothing was. */
  private percentile(share: number): number {
    const wanted = Math.ceil(this.total * share);
    let seen = 0;
    const index = this.counts.findIndex((count) => (seen += count) >= wanted && wanted > 0);
    return index < 0 ? 0 : valueOf(index) / MICROSECONDS;
  }
}

function indexOf(value: number): number {
  const extraBits = Math.max(0, 32 - Math.clz32(value) - EXACT_BITS);
  return extraBits * STEPS + (value >>> extraBits);
}

function valueOf(index: number): number {
  const extraBits = Math.max(0, Math.floor(index / STEPS) - 1);
  return (index - extraBits * STEPS) * 2 ** extraBits;
}
