import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type PresenceMove, RedisNodes } from '@parley/api-core';
import { presenceChoices } from '@parley/contracts';
import type { Standing } from './people-here.js';

/** Milliseconds for which a server that says nothing is taken to be there. */
const LEASE = 15_000;
const NODES = 'parley:presence:nodes';
/** A field that every board has: without people on it there would be none. */
const HEAD = 'node';

/**
 * What each server tells the others of its people, in Redis: one hash a server, which goes by itself when its server
 * no longer renews it. So nobody has to clear up after a server that was killed.
 */
@Injectable()
export class PresenceBoard {
  readonly nodeId = randomUUID();

  constructor(private readonly redis: RedisNodes) {}

  /** Whether there may be other servers. */
  get isUsed(): boolean {
    return this.redis.areUsed;
  }

  /** @returns whether the board was still there; otherwise all of it must be written again */
  async renew(): Promise<boolean> {
    const wasThere = await this.redis.command('PEXPIRE', boardOf(this.nodeId), String(LEASE));
    await this.redis.command('SADD', NODES, this.nodeId);
    return wasThere === 1;
  }

  async write(people: readonly (readonly [string, Standing])[]): Promise<void> {
    const board = boardOf(this.nodeId);
    const there = people.flatMap(([userId, { status }]) => (status ? [userId, status] : []));
    const gone = people.flatMap(([userId, { status }]) => (status ? [] : [userId]));
    await this.redis.command('HSET', board, HEAD, '1', ...there);
    if (gone.length > 0) {
      await this.redis.command('HDEL', board, ...gone);
    }
    await this.redis.command('PEXPIRE', board, String(LEASE));
  }

  /** What the boards of the other servers say of these people. */
  async read(userIds: readonly string[]): Promise<PresenceMove[]> {
    const nodeIds = toTexts(await this.redis.command('SMEMBERS', NODES));
    const others = nodeIds.filter((nodeId) => nodeId !== this.nodeId);
    const boards = await Promise.all(others.map((nodeId) => this.readBoard(nodeId, userIds)));
    return boards.flat();
  }

  /** Not waiting for the lease to end. */
  async remove(): Promise<void> {
    await this.redis.command('DEL', boardOf(this.nodeId));
    await this.redis.command('SREM', NODES, this.nodeId);
  }

  private async readBoard(nodeId: string, userIds: readonly string[]): Promise<PresenceMove[]> {
    const [head, ...statuses] = toTexts(await this.redis.command('HMGET', boardOf(nodeId), HEAD, ...userIds));
    if (!head) {
      await this.redis.command('SREM', NODES, nodeId);
    }
    return userIds.flatMap((userId, place) => {
      const status = presenceChoices.find((choice) => choice === statuses[place]);
      return status ? [{ userId, nodeId, status, activeAt: Date.now() }] : [];
    });
  }
}

function boardOf(nodeId: string): string {
  return `parley:presence:${nodeId}`;
}

/** Redis has null for what is not there. */
function toTexts(answer: unknown): string[] {
  return Array.isArray(answer) ? answer.map((item) => (typeof item === 'string' ? item : '')) : [];
}
