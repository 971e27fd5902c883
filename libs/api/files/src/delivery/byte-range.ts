import type { ByteRange } from '../store/file-store.js';

const ONE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * What a `Range` header asks for of so many bytes. Null means all of them: also for what we do not understand,
 * such as several ranges at once, which a server may answer so.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '') {
    return last === '' ? null : lastBytes(Number(last), size);
  }
  return bytesFrom(Number(first), last === '' ? size - 1 : Number(last), size);
}

function bytesFrom(start: number, end: number, size: number): ByteRange | 'unsatisfiable' | null {
  if (start >= size) {
    return 'unsatisfiable';
  }
  return end < start ? null : { start, end: Math.min(end, size - 1) };
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  return count === 0 ? 'unsatisfiable' : { start: Math.max(size - count, 0), end: size - 1 };
}
