import { describe, expect, it } from '@jest/globals';
import { pagePolicy } from './security-headers.js';

describe('pagePolicy', () => {
  it('lets no script run that is part of the page', () => {
    expect(pagePolicy('abc')).toContain("script-src 'self';");
    expect(pagePolicy('abc')).toContain("style-src 'self' 'nonce-abc';");
  });
});
