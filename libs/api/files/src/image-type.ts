/** Pictures that are taken, by the bytes they begin with. What a file is called, or says it is, counts for nothing. */
const beginnings: readonly (readonly [string, (bytes: Buffer) => boolean])[] = [
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/gif', (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))],
  ['image/webp', (bytes) => /^RIFF.{4}WEBP$/s.test(bytes.toString('latin1', 0, 12))],
  ['image/avif', (bytes) => /^.{4}ftypavi[fs]$/s.test(bytes.toString('latin1', 0, 12))],
];

/** Null for anything else, such as SVG, which is a program. */
export function imageTypeOf(bytes: Buffer): string | null {
  return beginnings.find(([, isIt]) => isIt(bytes))?.[0] ?? null;
}
