import type { PersonalToken } from '@parley/contracts';
import type { PersonalTokenEntity } from './personal-token.entity.js';

export function toPersonalToken(row: PersonalTokenEntity): PersonalToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
