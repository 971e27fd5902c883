import { JobKind } from '@parley/api-core';

/** Somebody has brought people into a room, who are to hear of it. */
export const peopleAdded = new JobKind<{ roomId: string; userIds: string[]; by: string }>(
  'rooms.people-added',
);
