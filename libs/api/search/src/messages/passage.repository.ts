import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { IN_PASSAGE, IS_SEARCHABLE } from '../index/passage.js';
import type { IndexCondition } from '../query/index-condition.js';
import { Parameters } from './parameters.js';
import type { Candidate, Place, SearchScope } from './search-scope.js';

/** A passage in which there may be something. */
export interface PassageRef {
  roomId: string;
  number: number;
  /** Of its newest message. */
  lastAt: Date;
}

/** How many of the newest passages are looked at one by one, before the index is asked for all. */
const NEWEST = 2_000;
/** In more rooms than this, the passages that are found are sorted out by room. */
const FEW_ROOMS = 16;

/** Reads the index (`docs/search.md`), and the messages as they are now. */
@Injectable()
export class PassageRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether rooms are few enough to be asked for by the index. */
  static areFew(roomIds: readonly string[]): boolean {
    return roomIds.length <= FEW_ROOMS;
  }

  /** Among the newest passages of all rooms; quick where much is found. Newest first. */
  amongNewest(condition: IndexCondition, scope: SearchScope, limit: number): Promise<PassageRef[]> {
    const values = new Parameters();
    return this.query(
      `SELECT room_id AS "roomId", number, last_at AS "lastAt"
       FROM (SELECT * FROM message_passages ORDER BY last_at DESC LIMIT ${NEWEST}) AS p
       WHERE ${conditions(values, condition, scope)}
       ORDER BY last_at DESC LIMIT ${values.add(limit)}`,
      values,
    );
  }

  /**
   * Newest first; those that begin before a place, if one is given, and of those that end then, or at another
   * moment before, all.
   *
   * The passages are found before they are sorted. PostgreSQL would sooner walk through all of them in their order,
   * in the hope to meet what is rare at once.
   */
  all(
    condition: IndexCondition,
    scope: SearchScope,
    { place, endBefore, limit }: { place: Place | null; endBefore: Date | null; limit: number },
  ): Promise<PassageRef[]> {
    const values = new Parameters();
    const begins = place ? `AND first_at <= ${values.add(place.at)}` : '';
    const ends = endBefore ? `AND last_at < ${values.add(endBefore)}` : '';
    return this.query(
      `WITH found AS MATERIALIZED (
         SELECT room_id, number, last_at FROM message_passages
         WHERE ${conditions(values, condition, scope)} ${begins} ${ends}
       )
       SELECT room_id AS "roomId", number, last_at AS "lastAt" FROM found
       ORDER BY last_at DESC FETCH FIRST ${values.add(limit)} ROWS WITH TIES`,
      values,
    );
  }

  /** The messages of these passages that are in the scope and behind a place, in no order. */
  read(refs: readonly PassageRef[], scope: SearchScope, place: Place | null): Promise<Candidate[]> {
    const values = new Parameters();
    const rooms = values.add(refs.map(({ roomId }) => roomId));
    const numbers = values.add(refs.map(({ number }) => number));
    return this.query(
      `SELECT m.id, m.created_at AS "createdAt", m.body
       FROM unnest(${rooms}::uuid[], ${numbers}::bigint[]) AS p(room_id, number)
       CROSS JOIN LATERAL (
         SELECT * FROM messages WHERE room_id = p.room_id AND ${IN_PASSAGE('seq', 'p.number')}
       ) AS m
       WHERE ${live(values, scope, place)}`,
      values,
    );
  }

  /** What changed since the rooms were put into the index, the newest first: it is looked through as it is. */
  readUnindexed(scope: SearchScope, place: Place | null, limit: number): Promise<Candidate[]> {
    const values = new Parameters();
    const most = values.add(limit);
    return this.query(
      `SELECT m.id, m.created_at AS "createdAt", m.body
       FROM unnest(${values.add(scope.roomIds)}::uuid[]) AS mine(id)
       JOIN rooms AS r ON r.id = mine.id
       LEFT JOIN search_progress AS s ON s.room_id = r.id
       CROSS JOIN LATERAL (
         SELECT * FROM messages
         WHERE room_id = r.id AND change > coalesce(s.indexed_change, 0) ORDER BY change DESC LIMIT ${most}
       ) AS m
       WHERE r.last_change > coalesce(s.indexed_change, 0) AND ${live(values, scope, place)}
       LIMIT ${most}`,
      values,
    );
  }

  private query<Row>(text: string, values: Parameters): Promise<Row[]> {
    return this.transactions.manager.query(text, values.list);
  }
}

function conditions(values: Parameters, { all, any }: IndexCondition, scope: SearchScope): string {
  const tokens = [
    ...(all.length > 0 ? [`tokens @> ${values.add(all)}::int[]`] : []),
    ...any.map((list) => `tokens && ${values.add(list)}::int[]`),
  ];
  const times = [
    ...(scope.before ? [`first_at < ${values.add(scope.before)}`] : []),
    ...(scope.after ? [`last_at >= ${values.add(scope.after)}`] : []),
  ];
  return [...tokens, ...times, `room_id = ANY(${values.add(scope.roomIds)}::uuid[])`].join(' AND ');
}

/** Of a message `m` as it is now. */
function live(values: Parameters, { authorIds, before, after }: SearchScope, place: Place | null): string {
  const conditions = [
    IS_SEARCHABLE('m'),
    ...(authorIds ? [`m.author_id = ANY(${values.add(authorIds)}::uuid[])`] : []),
    ...(before ? [`m.created_at < ${values.add(before)}`] : []),
    ...(after ? [`m.created_at >= ${values.add(after)}`] : []),
    ...(place ? [`(m.created_at, m.id) < (${values.add(place.at)}, ${values.add(place.id)})`] : []),
  ];
  return conditions.join(' AND ');
}
