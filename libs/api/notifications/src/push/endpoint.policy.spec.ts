import { describe, expect, it } from '@jest/globals';
import { assertPublicEndpoint, isPublicAddress } from './endpoint.policy.js';

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '172.32.0.1', '2a00:1450:4001::1'])('lets through %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
    ],
    ...['2002:7f00:1::', '2001:db8::1', 'localhost', ''],
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('assertPublicEndpoint', () => {
  it.each(['https://push.example.org/a', 'https://8.8.8.8/a'])('takes %s', (endpoint) => {
    expect(() => assertPublicEndpoint(endpoint)).not.toThrow();
  });

  it.each([
    ...['http://push.example.org/a', 'https://localhost/a', 'https://127.0.0.1/a', 'https://[::1]/a'],
    ...['https://2130706433/', 'https://0x7f.1/', 'https://u:p@push.example.org/', 'https://db.internal/'],
    ...['https://push.example.org:8443/a', 'https://database/a', 'ftp://push.example.org/a'],
  ])('refuses %s', (endpoint) => {
    expect(() => assertPublicEndpoint(endpoint)).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });
});
