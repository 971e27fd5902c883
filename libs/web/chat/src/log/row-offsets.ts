/** What the log needs to know of a row before it is on screen. */
export interface LogRow {
  /** Stays the same as long as it is the same row. */
  readonly key: string;
  /** A guess in pixels, until the row was measured. */
  readonly estimate: number;
}

/**
 * Where each row of a long list begins. Heights are guessed until they are measured; measured ones are kept by key,
 * so they survive that rows come in before them.
 */
export class RowOffsets {
  private readonly measured = new Map<string, number>();
  private rows: readonly LogRow[] = [];
  private indices = new Map<string, number>();
  private heights = new Float64Array(0);
  private offsets = new Float64Array(1);
  /** Offsets up to and including this index are right. */
  private validUpTo = 0;

  get count(): number {
    return this.rows.length;
  }

  get total(): number {
    return this.offsetOf(this.rows.length);
  }

  replace(rows: readonly LogRow[]): void {
    const kept = this.commonPrefix(rows);
    if (rows.length > this.heights.length) {
      this.grow(rows.length);
    }
    if (kept < this.rows.length) {
      this.indices = new Map();
      rows.slice(0, kept).forEach((row, index) => this.indices.set(row.key, index));
    }
    for (const [index, row] of rows.slice(kept).entries()) {
      this.indices.set(row.key, kept + index);
      this.heights[kept + index] = this.measured.get(row.key) ?? row.estimate;
    }
    this.rows = rows;
    this.validUpTo = Math.min(this.validUpTo, kept);
  }

  /** @returns whether anything moved. */
  measure(key: string, height: number): boolean {
    const index = this.indices.get(key);
    this.measured.set(key, height);
    if (index === undefined || this.heights[index] === height) {
      return false;
    }
    this.heights[index] = height;
    this.validUpTo = Math.min(this.validUpTo, index);
    return true;
  }

  /** At another width every height is a guess again, though the old ones are better guesses than none. */
  forget(): void {
    this.measured.clear();
  }

  indexOf(key: string): number | undefined {
    return this.indices.get(key);
  }

  keyAt(index: number): string | undefined {
    return this.rows[index]?.key;
  }

  /** The top of a row; the end of the list for `count`. */
  offsetOf(index: number): number {
    for (let next = this.validUpTo; next < index; next += 1) {
      this.offsets[next + 1] = (this.offsets[next] ?? 0) + (this.heights[next] ?? 0);
    }
    this.validUpTo = Math.max(this.validUpTo, index);
    return this.offsets[index] ?? 0;
  }

  /** The row at this height; the first or the last beyond the ends. */
  indexAt(top: number): number {
    this.offsetOf(this.rows.length);
    let low = 0;
    let high = this.rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.offsets[middle] ?? 0) <= top) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private commonPrefix(rows: readonly LogRow[]): number {
    const end = Math.min(rows.length, this.rows.length);
    let index = 0;
    while (index < end && rows[index]?.key === this.rows[index]?.key) {
      index += 1;
    }
    return index;
  }

  private grow(count: number): void {
    const capacity = Math.max(count, this.heights.length * 2, 256);
    const heights = new Float64Array(capacity);
    const offsets = new Float64Array(capacity + 1);
    heights.set(this.heights);
    offsets.set(this.offsets);
    this.heights = heights;
    this.offsets = offsets;
  }
}
