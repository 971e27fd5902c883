import { Injectable } from '@nestjs/common';
import type { PresenceMove } from '@parley/api-core';
import type { PresenceChoice } from '@parley/contracts';

/** How people who are watched here are on other servers. */
@Injectable()
export class PeopleElsewhere {
  private readonly known = new Map<string, Map<string, PresenceChoice>>();

  of(userId: string): PresenceChoice[] {
    return [...(this.known.get(userId)?.values() ?? [])];
  }

  put({ userId, nodeId, status }: PresenceMove): void {
    const nodes = this.known.get(userId) ?? new Map<string, PresenceChoice>();
    if (status) {
      nodes.set(nodeId, status);
    } else {
      nodes.delete(nodeId);
    }
    this.known.set(userId, nodes);
  }

  /** All that is known of these people, as it was read. */
  replace(userIds: readonly string[], moves: readonly PresenceMove[]): void {
    userIds.forEach((userId) => this.known.delete(userId));
    moves.forEach((move) => this.put(move));
  }

  forget(userId: string): void {
    this.known.delete(userId);
  }
}
