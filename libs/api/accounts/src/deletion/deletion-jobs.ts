import { JobKind } from '@parley/api-core';
import type { DeletionMode } from '@parley/contracts';

/** Somebody whose account is gone leaves a room, with or without what they said there. */
export const leaveRoom = new JobKind<{ userId: string; roomId: string; mode: DeletionMode }>(
  'accounts.leave-room',
);
/** What somebody posted and commented goes, or only the files of it. */
export const withdrawPosts = new JobKind<{ userId: string; mode: DeletionMode }>('accounts.withdraw-posts');
/** Files that are used no more go with their bytes. */
export const releaseFiles = new JobKind<{ userId: string; picture: string | null }>('accounts.release-files');
