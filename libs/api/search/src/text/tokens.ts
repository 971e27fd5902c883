import { fold } from './fold.js';
import { keptWord, pairsOf, runsOf } from './words.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** What a search index knows of a piece of text. */
export interface IndexedText {
  /** Each once, in no order. */
  tokens: number[];
  /** Its words, folded, among which parts of words and misspelt ones are looked for. */
  words: Set<string>;
}

/**
 * A word as the index has it: 32 bits. Two words may have the same; nothing is shown that was not compared letter by
 * letter afterwards.
 */
export function tokenOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return hash | 0;
}

/** Tokens of what is no word: a colon is in none. */
export const authorToken = (userId: string) => tokenOf(`from:${userId}`);
export const roomToken = (roomId: string) => tokenOf(`in:${roomId}`);
export const LINK_TOKEN = tokenOf('has:link');
export const FILE_TOKEN = tokenOf('has:file');

export function indexedText(text: string): IndexedText {
  const words = new Set<string>();
  const others = new Set<string>();
  for (const run of runsOf(fold(text))) {
    if (run.kind === 'word') {
      words.add(keptWord(run.text));
    } else {
      addCharacters(others, run.text);
    }
  }
  const tokens = new Set<number>();
  words.forEach((word) => tokens.add(tokenOf(word)));
  others.forEach((part) => tokens.add(tokenOf(part)));
  return { tokens: [...tokens], words };
}

function addCharacters(parts: Set<string>, run: string): void {
  for (const character of run) {
    parts.add(character);
  }
  pairsOf(run).forEach((pair) => parts.add(pair));
}
