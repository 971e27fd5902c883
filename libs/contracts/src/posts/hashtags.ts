import { limits } from '../limits.js';
import { ownWords } from '../messages/mentions.js';

/** Letters and digits of any script, at least one letter: `#1` is a number and no subject. */
const HASHTAG = new RegExp(
  String.raw`(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}\p{M}_]{1,${limits.post.hashtag}})(?![\p{L}\p{N}\p{M}_])`,
  'gu',
);
const LETTER = /\p{L}/u;

/** How a hashtag is compared: `#Café` and `#CAFÉ` are the same. */
export function foldHashtag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** The hashtags of a text without the `#`, each once, at most `limits.post.hashtags`. Quotes and code have none. */
export function hashtagsIn(body: string): string[] {
  if (!body.includes('#')) {
    return [];
  }
  const found = [...ownWords(body).matchAll(HASHTAG)].map(([, tag = '']) => foldHashtag(tag));
  return [...new Set(found.filter((tag) => LETTER.test(tag)))].slice(0, limits.post.hashtags);
}
