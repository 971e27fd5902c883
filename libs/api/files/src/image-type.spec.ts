import { describe, expect, it } from '@jest/globals';
import { imageTypeOf } from './image-type.js';

describe('imageTypeOf', () => {
  it.each([
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['image/png', Buffer.from('89504e470d0a1a0a00', 'hex')],
    ['image/gif', Buffer.from('GIF89a…')],
    ['image/webp', Buffer.from('RIFF\n\r\0\0WEBPVP8 ')],
    ['image/avif', Buffer.from('\0\0\0\x20ftypavif')],
    [null, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [null, Buffer.from('%PDF-1.7')],
    [null, Buffer.from('RIFF1234WAVE')],
    [null, Buffer.alloc(0)],
  ])('finds %s', (type, bytes) => {
    expect(imageTypeOf(bytes)).toBe(type);
  });
});
