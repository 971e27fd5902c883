/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(__dirname, '../public/i18n');
const scopes = readdirSync(root);
const languages = ['en', 'de'];

function textsOf(scope: string, language: string): Map<string, string> {
  return flat(JSON.parse(readFileSync(join(root, scope, `${language}.json`), 'utf8')));
}

function flat(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') {
    return new Map([[path, node]]);
  }
  const entries = Object.entries(node as Record<string, unknown>);
  return new Map(entries.flatMap(([key, value]) => [...flat(value, path ? `${path}.${key}` : key)]));
}

/** The names that a text has a place for, of both kinds: `{{ name }}` and `{count, plural, …}`. */
function parametersOf(text: string): string[] {
  const names = Array.from(
    text.matchAll(/\{\{\s*(\w+)\s*\}\}|\{(\w+), plural,/g),
    ([, a, b]) => a ?? b ?? '',
  );
  return [...new Set(names)].sort();
}

describe.each(scopes)('the texts of %s', (scope) => {
  const english = textsOf(scope, 'en');

  it.each(languages)('are all there, and none is empty: %s', (language) => {
    const texts = textsOf(scope, language);

    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(languages)('have places for the same names: %s', (language) => {
    for (const [key, text] of textsOf(scope, language)) {
      expect([key, parametersOf(text)]).toEqual([key, parametersOf(english.get(key) ?? '')]);
    }
  });
});
