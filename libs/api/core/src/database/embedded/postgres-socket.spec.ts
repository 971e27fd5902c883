import { describe, expect, it } from '@jest/globals';
import { socketDirectory } from './postgres-socket.js';

describe('socketDirectory', () => {
  it('is the folder of the data', () => {
    expect(socketDirectory('/srv/parley/data/postgres')).toBe('/srv/parley/data/postgres');
  });

  it('is none where the path would be longer than a socket may have', () => {
    const fits = `/${'a'.repeat(87)}`;

    expect(socketDirectory(fits)).toBe(fits);
    expect(socketDirectory(`${fits}a`)).toBeNull();
    expect(socketDirectory(`/${'ä'.repeat(50)}`)).toBeNull();
  });
});
