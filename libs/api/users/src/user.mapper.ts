import { pictureUrl } from '@parley/api-core';
import type { Me, UpdateMe, User } from '@parley/contracts';
import type { UserEntity } from './user.entity.js';
import type { ShownUser } from './user.repository.js';

/** A person as everybody sees them: what is not named here stays inside. */
export function toUser(row: ShownUser): User {
  const hasStatus = row.statusExpiresAt === null || row.statusExpiresAt.getTime() > Date.now();
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    avatarUrl: pictureUrl(row.avatar),
    bio: row.bio,
    statusEmoji: hasStatus ? row.statusEmoji : '',
    statusText: hasStatus ? row.statusText : '',
    statusExpiresAt: hasStatus ? (row.statusExpiresAt?.toISOString() ?? null) : null,
    createdAt: row.createdAt.toISOString(),
    deleted: row.deletedAt !== null,
  };
}

export function toMe(row: UserEntity): Me {
  const { locale = 'en', readReceipts = true, showPresence = true, presence = 'online' } = row.settings;
  return {
    ...toUser(row),
    email: row.email,
    emailVerified: row.emailVerifiedAt !== null,
    twoFactorEnabled: row.twoFactorEnabled,
    locale,
    readReceipts,
    showPresence,
    presence,
    role: row.role,
  };
}

/** What a person wants changed, as columns. What they left out is absent. */
export function toColumns(changes: UpdateMe, { settings }: UserEntity): Partial<UserEntity> {
  const { locale, readReceipts, showPresence, presence, statusExpiresAt, ...columns } = changes;
  const wanted = {
    ...columns,
    statusExpiresAt: typeof statusExpiresAt === 'string' ? new Date(statusExpiresAt) : statusExpiresAt,
    settings: { ...settings, ...withoutAbsent({ locale, readReceipts, showPresence, presence }) },
  };
  return withoutAbsent(wanted);
}

function withoutAbsent<T extends object>(fields: T): Partial<T> {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Partial<T>;
}
