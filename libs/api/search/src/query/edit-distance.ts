/**
 * How many letters must be put in, left out, replaced or swapped with the next one to make one word of the other;
 * no letter is touched twice.
 */
export function editDistance(one: string, other: string): number {
  const a = Array.from(one);
  const b = Array.from(other);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const costs = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        costs.push(at(beforeLast, j - 2) + 1);
      }
      row.push(Math.min(...costs));
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, b.length);
}

/** Letters that may be wrong in a word of this length. */
export function toleratedDistance(word: string): number {
  const { length } = Array.from(word);
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}
