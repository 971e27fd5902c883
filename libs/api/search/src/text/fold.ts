/**
 * Marks that people leave out when they type: accents, Hebrew points, Arabic vowels. The marks of Hindi or Thai are
 * none of them; without those a word is another word.
 */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]|\p{Default_Ignorable_Code_Point}/gu;
/** Letters that are no letter with a mark for Unicode, but for those who type them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
};
const ASCII = /^\p{ASCII}*$/u;
const MOST_REMEMBERED = 10_000;

const remembered = new Map<string, string>();

/** A text as searching compares it, and where its characters come from. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text` the code point of the original that it stands for, counted from 0. */
  origins: Uint32Array;
  /** Code points of the original. */
  length: number;
}

/** The same for `Ärger`, `ARGER` and `árger`: without case, accents and forms of a character. */
export function fold(text: string): string {
  if (ASCII.test(text)) {
    return text.toLowerCase();
  }
  let folded = '';
  for (const character of text) {
    folded += foldCharacter(character);
  }
  return folded;
}

/** As `fold`, for texts in which something is to be shown. */
export function foldWithOrigins(text: string): FoldedText {
  const characters = Array.from(text);
  const parts = characters.map(foldCharacter);
  const folded = parts.join('');
  const origins = new Uint32Array(folded.length);
  let unit = 0;
  parts.forEach((part, codePoint) => {
    origins.fill(codePoint, unit, unit + part.length);
    unit += part.length;
  });
  return { text: folded, origins, length: characters.length };
}

/** Character by character, so that each one's origin is known. */
function foldCharacter(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) {
    return known;
  }
  const plain = character.normalize('NFKD').toLowerCase().replace(LEFT_OUT, '').normalize('NFC');
  const folded = PLAIN_LETTERS[plain] ?? plain;
  if (remembered.size < MOST_REMEMBERED) {
    remembered.set(character, folded);
  }
  return folded;
}
