import type { PresenceMove } from '@parley/api-core';
import type { Presence } from '@parley/contracts';

/** Somebody is to be told of people whom they watch. */
export class PresenceTold {
  constructor(
    readonly socketId: string,
    readonly items: readonly Presence[],
  ) {}
}

/** People of this server are otherwise than before: the other servers may be watching them. */
export class PeopleMoved {
  constructor(readonly moves: readonly PresenceMove[]) {}
}

/** Somebody has other settings; they may be connected to other servers as well. */
export class ChoicesChanged {
  constructor(readonly userId: string) {}
}

/** It has become known how somebody who is connected here wants to be seen. */
export class StandingChanged {
  constructor(readonly userId: string) {}
}
