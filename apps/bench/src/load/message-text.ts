/** Characters, all of them one byte: about what people write. */
const LENGTH = 100;

const DIGITS = 8;
const FILLING = 'the quick brown fox jumps over the lazy dog, and then it rests for a while. '.repeat(2);

/** A text of 100 bytes that carries a number. */
export function textWith(number: number): string {
  return `#${String(number).padStart(DIGITS, '0')} ${FILLING}`.slice(0, LENGTH);
}

export function numberIn(text: string): number {
  return Number(text.slice(1, 1 + DIGITS));
}
