import type { Passkey } from '@parley/contracts';
import type { PasskeyEntity } from './passkey.entity.js';

export function toPasskey({ id, name, synced, createdAt, lastUsedAt }: PasskeyEntity): Passkey {
  return {
    id,
    name,
    synced,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
