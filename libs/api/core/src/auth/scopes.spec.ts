import { describe, expect, it } from '@jest/globals';
import { commands } from '@parley/contracts';
import { assertInScope, scopeOfCommand, scopeOfMethod } from './scopes.js';

const ann = { userId: 'ann', sessionId: 'one' };

describe('scopes', () => {
  it.each([
    [undefined, null, true],
    [['read'], 'read', true],
    [['read'], 'write', false],
    [['write'], 'read', false],
    [['read', 'write'], 'write', true],
    [['read', 'write'], null, false],
  ] as const)('with %j one may %s: %s', (scopes, scope, isAllowed) => {
    const asking = () => assertInScope({ ...ann, scopes }, scope);

    if (isAllowed) {
      expect(asking).not.toThrow();
    } else {
      expect(asking).toThrow(expect.objectContaining({ code: 'auth.scope-missing' }));
    }
  });

  it('are needed for every method and every command, to write unless it is known to read', () => {
    const commandsThatRead = Object.keys(commands).filter((name) => scopeOfCommand(name) === 'read');

    expect(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'].map(scopeOfMethod)).toEqual([
      ...['read', 'read', 'write', 'write', 'write', 'write', 'write'],
    ]);
    expect(commandsThatRead.toSorted()).toEqual([
      ...['auth:refresh', 'feed:unwatch', 'feed:watch', 'post:unwatch', 'post:watch'],
      ...['presence:watch', 'sync'],
    ]);
  });
});
