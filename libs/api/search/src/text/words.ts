/** Scripts that are written without spaces, or in which words grow at their ends: any part of them is searched for. */
export const UNSPACED =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&[\p{L}\p{N}\p{M}]]/v;
const RUN = new RegExp(
  String.raw`(?<unspaced>${UNSPACED.source}+)|(?<pictograph>\p{Extended_Pictographic})|(?<word>[[\p{L}\p{N}\p{M}]--${UNSPACED.source}]+)`,
  'gv',
);
const PLAIN_RUN = /[a-z0-9]+/g;
const ASCII = /^\p{ASCII}*$/u;

/** Characters of a word that are told apart. What is longer is a number of something, and no word. */
export const LONGEST_WORD = 40;

export interface Run {
  kind: 'word' | 'unspaced' | 'pictograph';
  text: string;
  /** Its place in the text, in UTF-16 units. */
  index: number;
}

/** What a folded text consists of, besides spaces and punctuation. */
export function runsOf(text: string): Run[] {
  if (ASCII.test(text)) {
    return [...text.matchAll(PLAIN_RUN)].map((match) => ({
      ...{ kind: 'word', text: match[0], index: match.index },
    }));
  }
  return [...text.matchAll(RUN)].map((match) => {
    const { unspaced, pictograph } = match.groups ?? {};
    const kind = unspaced !== undefined ? 'unspaced' : pictograph !== undefined ? 'pictograph' : 'word';
    return { kind, text: match[0], index: match.index };
  });
}

/** A word as it is kept: its beginning, when it is very long. */
export function keptWord(word: string): string {
  return word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD);
}

/** What stands for a run without spaces: its characters in pairs, or the one that there is. */
export function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}
