import { IsIn } from 'class-validator';
import { limits } from '../limits.js';
import { IsIdListOrEmpty } from '../validation/validators.js';

export const presenceChoices = ['online', 'away', 'dnd', 'invisible'] as const;
export type PresenceChoice = (typeof presenceChoices)[number];
/** What others see of somebody. */
export type PresenceStatus = 'online' | 'away' | 'dnd' | 'offline';

/**
 * The payload of `presence:set`: how the person is on this device, until it disconnects. What somebody has chosen
 * for all of their devices is `presence` of `PATCH /users/me`.
 */
export class SetPresence {
  @IsIn(presenceChoices)
  status!: 'online' | 'away' | 'dnd' | 'invisible';
}

/** The payload of `presence:watch`: whose changes this socket wants to hear of, instead of those before. */
export class WatchPresence {
  @IsIdListOrEmpty(limits.presence.watched)
  userIds!: string[];
}

export class Presence {
  userId!: string;
  /** Who is invisible or does not show their presence is offline for everybody else. */
  status!: 'online' | 'away' | 'dnd' | 'offline';
  /** Null while they are there, and when it is not known. */
  lastActiveAt!: string | null;
}

export class PresenceList {
  items!: Presence[];
}

/** People whom this socket watches have come, gone, or are otherwise there than before. */
export class PresenceChanged {
  items!: Presence[];
}
