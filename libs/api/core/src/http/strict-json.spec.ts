import { describe, expect, it } from '@jest/globals';
import { parseStrictJson } from './strict-json.js';

describe('parseStrictJson', () => {
  it.each([
    '{"a":{"b":1},"b":[{"a":"a"},{"a":"b"}],"c":"\\"a\\":1,{"}',
    '[[],{},"",0,null,true,-1.5e3]',
    '"{\\"a\\":1,\\"a\\":2}"',
    '{"a,":1,"a":",","":{}}',
  ])('reads %s like JSON.parse', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"b":{"c":1,"c":2}}',
    '[{"a":"}","b":[{}],"a":1}]',
    '{"a":1,"\\u0061":2}',
    '{"":1,"":2}',
    '{"a":1,}',
    '{',
    '',
    `${'['.repeat(65)}${']'.repeat(65)}`,
  ])('refuses %.40s', (text) => {
    expect(() => parseStrictJson(text)).toThrow(expect.objectContaining({ code: 'request.invalid-json' }));
  });
});
