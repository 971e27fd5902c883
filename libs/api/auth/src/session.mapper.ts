import type { Session } from '@parley/contracts';
import type { SessionEntity } from './session.entity.js';

export function toSession(row: SessionEntity, currentId: string): Session {
  return {
    id: row.id,
    current: row.id === currentId,
    userAgent: row.userAgent,
    ip: row.ip,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}
