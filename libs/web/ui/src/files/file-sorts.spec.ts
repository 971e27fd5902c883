import { describe, expect, it } from '@jest/globals';
import { fileSize } from './file-size';
import { filesHeight, sorted, sortOf } from './file-sorts';
import { columnsFor, frameOf } from './picture-frame';
import { isExpired } from './signed-address';
import { voiceMessageName } from './voice-message';
import { clockTime } from './clock-time';
import { loudness } from './waveform';

describe('sortOf', () => {
  it.each([
    ['kettle.jpg', 'image/jpeg', 'picture'],
    ['kettle.svg', 'image/svg+xml', 'document'],
    ['kettle.mp4', 'video/mp4', 'video'],
    ['kettle.mp3', 'audio/mpeg', 'sound'],
    // The container does not tell that there is no picture in it.
    [voiceMessageName('audio/webm'), 'video/webm', 'sound'],
    ['kettle.pdf', 'application/pdf', 'document'],
  ] as const)('shows %s of %s as %s', (name, mime, sort) => {
    expect(sortOf({ name, mime })).toBe(sort);
  });

  it('puts together what belongs together, in the order of sending', () => {
    const files = [
      { name: 'a.pdf', mime: 'application/pdf' },
      { name: 'b.png', mime: 'image/png' },
      { name: 'c.mp3', mime: 'audio/mpeg' },
      { name: 'd.mp4', mime: 'video/mp4' },
    ];

    const { seen, heard, others } = sorted(files);

    expect([seen, heard, others].map((group) => group.map(({ name }) => name))).toEqual([
      ['b.png', 'd.mp4'],
      ['c.mp3'],
      ['a.pdf'],
    ]);
  });
});

describe('frameOf', () => {
  it('keeps the shape of a picture, and makes no small one larger', () => {
    expect(frameOf({ mime: 'image/png', width: 1_600, height: 1_200 })).toEqual({ width: 400, height: 300 });
    expect(frameOf({ mime: 'image/png', width: 600, height: 1_200 })).toEqual({ width: 160, height: 320 });
    expect(frameOf({ mime: 'image/png', width: 200, height: 100 })).toEqual({ width: 200, height: 100 });
  });

  it('can be hit even when the picture is a line', () => {
    expect(frameOf({ mime: 'image/png', width: 4_000, height: 4 }).height).toBe(96);
  });

  it('is a usual one where nothing is known', () => {
    expect(frameOf({ mime: 'video/mp4' })).toEqual({ width: 400, height: 225 });
  });
});

describe('filesHeight', () => {
  const picture = { name: 'a.png', mime: 'image/png', width: 1_600, height: 1_200 };

  it('is known before anything is there', () => {
    expect(filesHeight([])).toBe(0);
    expect(filesHeight([picture])).toBe(306);
    expect(filesHeight([picture, picture])).toBe(204);
    expect(filesHeight([picture, { name: 'a.pdf', mime: 'application/pdf' }])).toBe(372);
  });

  it('leaves no lonely picture in a row of its own where it can be helped', () => {
    expect([2, 3, 4, 6].map(columnsFor)).toEqual([2, 3, 2, 3]);
  });
});

describe('isExpired', () => {
  it('tells by the end in the address, a little early', () => {
    expect(isExpired('/api/files/1?exp=100&sig=x', 60_000)).toBe(false);
    expect(isExpired('/api/files/1?exp=100&sig=x', 80_000)).toBe(true);
    expect(isExpired('blob:here', 80_000)).toBe(false);
  });
});

describe('what people read of files', () => {
  it.each([
    [14, '14 bytes'],
    [33_000, '32 kB'],
    [3_600_000, '3.4 MB'],
    [104_857_600, '100 MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(fileSize(bytes, 'en')).toBe(text);
  });

  it('times as clocks show them', () => {
    expect([7.9, 750, 3_723].map(clockTime)).toEqual(['0:07', '12:30', '1:02:03']);
  });
});

describe('loudness', () => {
  it('has a bar for each part, the loudest as high as can be', () => {
    expect(loudness([0.1, -0.4, 0.2, 0.1], 2)).toEqual([1, 0.5]);
    expect(loudness([0, 0], 2)).toEqual([0, 0]);
  });
});
