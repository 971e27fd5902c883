import { describe, expect, it } from '@jest/globals';
import { limits } from '@parley/contracts';
import { toFileName, withEnding } from './file-name.js';

describe('toFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Grüße 日本.txt', 'Grüße 日本.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ann\\photo.jpg', 'photo.jpg'],
    ['evil\u202efdp.exe', 'evilfdp.exe'],
    ['a\u0000b\r\nSet-Cookie: c.txt', 'abSet-Cookie: c.txt'],
    ['  spaced.txt ', 'spaced.txt'],
    ['.env', '.env'],
    ['..', 'file'],
    ['folder/', 'file'],
    ['\ud83d.txt', '.txt'],
    ['', 'file'],
    [undefined, 'file'],
  ])('makes of %j %j', (given, name) => {
    expect(toFileName(given)).toBe(name);
  });

  it('keeps the ending of what is too long', () => {
    const name = toFileName(`${'😀'.repeat(300)}.tar`);

    expect(Array.from(name)).toHaveLength(limits.file.name);
    expect(name).toMatch(/😀\.tar$/u);
  });
});

describe('withEnding', () => {
  it.each([
    ['photo.JPEG', '.jpg', 'photo.JPEG'],
    ['photo.avif', '.webp', 'photo.webp'],
    ['photo', '.png', 'photo.png'],
  ])('makes of %j with %j %j', (name, ending, expected) => {
    expect(withEnding(name, ending)).toBe(expected);
  });
});
