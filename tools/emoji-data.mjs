/**
 * Makes `libs/web/ui/src/emoji/data` anew, after Unicode has added emoji:
 *
 *   npm pack emojibase-data && tar xzf emojibase-data-*.tgz && node tools/emoji-data.mjs package
 *
 * Emojibase (MIT) takes names and keywords from the Unicode CLDR. It is no dependency, because it has 49 MB.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';

/** The newest emoji that the fonts of most devices can show. */
const NEWEST_VERSION = 15.1;
const MOST_KEYWORDS = 12;
/** By the numbers that Emojibase gives its groups; number 2 are parts of emoji. */
const CATEGORIES = {
  ...{ 0: 'smileys', 1: 'people', 3: 'nature', 4: 'food', 5: 'travel', 6: 'activities' },
  ...{ 7: 'objects', 8: 'symbols', 9: 'flags' },
};
const IS_EMOJI = /^\p{RGI_Emoji}$/v;

const [, , source] = process.argv;
if (!source) {
  throw new Error('Name the folder of the package emojibase-data');
}
const read = (path) => JSON.parse(readFileSync(join(source, path), 'utf8'));
const shortcodes = read('en/shortcodes/github.json');
const english = new Map(read('en/data.json').map((emoji) => [emoji.hexcode, emoji]));

for (const language of ['en', 'de']) {
  const emojis = read(`${language}/data.json`)
    .map((one) => ({ ...one, emoji: qualified(one.emoji) }))
    .filter(({ group, version, emoji }) => CATEGORIES[group] && version <= NEWEST_VERSION && emoji)
    .toSorted((a, b) => a.order - b.order);
  const lines = Object.groupBy(emojis, ({ group }) => CATEGORIES[group]);
  const data = Object.fromEntries(
    Object.values(CATEGORIES).map((category) => [category, lines[category].map(toLine)]),
  );
  const path = join(import.meta.dirname, `../libs/web/ui/src/emoji/data/${language}.json`);
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(JSON.stringify(data), { ...options, filepath: path }));
}

/** Emojibase asks for the coloured form also where Unicode knows no other. */
function qualified(emoji) {
  return [emoji, emoji.replaceAll('\u{fe0f}', '')].find((form) => IS_EMOJI.test(form));
}

/** `emoji|name|keywords`, with a star behind the emoji when it takes the colour of a skin. */
function toLine({ emoji, label, tags = [], hexcode, skins }) {
  const codes = [shortcodes[hexcode] ?? []].flat().map((code) => code.replaceAll('_', ' '));
  const { label: englishLabel, tags: englishTags = [] } = english.get(hexcode) ?? { label };
  const words = new Set([
    ...codes,
    ...tags.slice(0, MOST_KEYWORDS),
    englishLabel,
    ...englishTags.slice(0, 6),
  ]);
  const isInName = (word) => ` ${label.toLowerCase()} `.includes(` ${word.toLowerCase()} `);
  const keywords = [...words].filter((word) => !isInName(word));
  return `${emoji}${skins ? '*' : ''}|${label}|${keywords.join(' ')}`.replaceAll('\u2019', "'");
}
