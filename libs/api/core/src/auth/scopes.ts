import type { CommandName, TokenScope } from '@parley/contracts';
import { DomainError } from '../errors/domain-error.js';
import type { Actor } from './actor.js';

/** Commands that change nothing. Whatever is not listed needs the right to write, so a new one is never open by accident. */
const reading: ReadonlySet<string> = new Set<CommandName>([
  'auth:refresh',
  'feed:unwatch',
  'feed:watch',
  'post:unwatch',
  'post:watch',
  'presence:watch',
  'sync',
]);

export function scopeOfCommand(name: string): TokenScope {
  return reading.has(name) ? 'read' : 'write';
}

export function scopeOfMethod(method: string): TokenScope {
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}

/**
 * @param scope null for what no token is good for
 * @throws DomainError `auth.scope-missing`
 */
export function assertInScope({ scopes }: Actor, scope: TokenScope | null): void {
  if (scopes && (scope === null || !scopes.includes(scope))) {
    const detail = scope === null ? 'This needs a session' : `This needs the scope ${scope}`;
    throw new DomainError('auth.scope-missing', { detail });
  }
}
