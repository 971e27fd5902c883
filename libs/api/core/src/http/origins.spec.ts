import { describe, expect, it } from '@jest/globals';
import { isOwnOrigin } from './origins.js';

const config = { PUBLIC_URL: 'https://chat.example/' };

describe('isOwnOrigin', () => {
  it.each([
    ['a program', { host: 'chat.example' }],
    ['our page', { origin: 'https://chat.example', host: 'internal:3000' }],
    [
      'our page under another address of this server',
      { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' },
    ],
  ])('takes %s', (_, headers) => {
    expect(isOwnOrigin(headers, config)).toBe(true);
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example', host: 'chat.example' }],
    ['another scheme', { origin: 'http://chat.example', host: 'internal:3000' }],
    ['another port', { origin: 'https://chat.example:8443', host: 'chat.example' }],
    ['a file or a sandbox', { origin: 'null', host: 'chat.example' }],
    ['what only begins like us', { origin: 'https://chat.example.evil.example', host: 'chat.example' }],
  ])('refuses %s', (_, headers) => {
    expect(isOwnOrigin(headers, config)).toBe(false);
  });
});
