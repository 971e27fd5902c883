import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { IN_PASSAGE, IS_SEARCHABLE, SEARCHED_TEXT } from '../index/passage.js';
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

/** In more rooms than this, the passages that are found are sorted out by room. */
const FEW_ROOMS = 16;
/** A list of tokens that is longer is compared with the tokens of a passage by hash, where no index does it. */
const SHORT_LIST = 8;
/** Tokens of a list that are looked up one by one. */
const MOST_ALONE = 64;

/** From one moment, exclusive, to another, inclusive; null for all there is on that side. */
export interface Window {
  begin: Date | null;
  end: Date | null;
}

interface IndexWishes {
  begun: Date | null;
  end: Date | null;
  limit: number;
  common: ReadonlyMap<number, number>;
}

/** Reads the index (`docs/search.md`), and the messages as they are now. */
@Injectable()
export class PassageRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether rooms are few enough to be asked for by the index. */
  static areFew(roomIds: readonly string[]): boolean {
    return roomIds.length <= FEW_ROOMS;
  }

  /** In which part of all passages the most common tokens are, as PostgreSQL last counted them. */
  async frequencies(): Promise<Map<number, number>> {
    const [row] = await this.query<{ tokens: number[]; shares: number[] }>(
      `SELECT most_common_elems::text::int[] AS tokens, most_common_elem_freqs AS shares
       FROM pg_stats WHERE tablename = 'message_passages' AND attname = 'tokens' AND most_common_elems IS NOT NULL`,
      new Parameters(),
    );
    return new Map(row?.tokens.map((token, index) => [token, row.shares[index] ?? 0]));
  }

  /** Where a window of so many passages before a moment begins; null when there are no more. */
  async windowBefore(end: Date | null, size: number): Promise<Date | null> {
    const values = new Parameters();
    const before = end ? `WHERE last_at <= ${values.add(end)}` : '';
    const [row] = await this.query<{ at: Date }>(
      `SELECT last_at AS at FROM message_passages ${before}
       ORDER BY last_at DESC OFFSET ${values.add(size)} LIMIT 1`,
      values,
    );
    return row?.at ?? null;
  }

  /** One by one, newest first. */
  inWindow(condition: IndexCondition, scope: SearchScope, { begin, end }: Window): Promise<PassageRef[]> {
    const values = new Parameters();
    const times = [
      ...(begin ? [`last_at > ${values.add(begin)}`] : []),
      ...(end ? [`last_at <= ${values.add(end)}`] : []),
    ];
    return this.query(
      `SELECT room_id AS "roomId", number, last_at AS "lastAt" FROM message_passages
       WHERE ${[...times, conditions(values, condition, scope)].join(' AND ')}
       ORDER BY last_at DESC`,
      values,
    );
  }

  /** Those in which a moment is: they end after it, and may have begun before. Newest first. */
  around(condition: IndexCondition, scope: SearchScope, at: Date): Promise<PassageRef[]> {
    const values = new Parameters();
    const moment = values.add(at);
    // The passages of a room follow each other; next to a moment their ends may be in the other order.
    return this.query(
      `WITH passage AS MATERIALIZED (
         SELECT p.* FROM unnest(${values.add(scope.roomIds)}::uuid[]) AS room(id)
         CROSS JOIN LATERAL (
           SELECT * FROM message_passages WHERE room_id = room.id AND last_at > ${moment}
           ORDER BY last_at LIMIT 2
         ) AS p
         WHERE p.first_at <= ${moment}
       )
       SELECT room_id AS "roomId", number, last_at AS "lastAt" FROM passage
       WHERE ${conditions(values, condition, scope)} ORDER BY last_at DESC`,
      values,
    );
  }

  /**
   * Newest first, with all that end in the same millisecond as the last one.
   *
   * The passages are found by their tokens alone, then sorted out and sorted. PostgreSQL would sooner walk through
   * those of the rooms, or through all in their order, and compare each with every token.
   *
   * @param begun not after this moment
   * @param end not after this moment
   * @param common tokens that are in many passages
   */
  byIndex(
    condition: IndexCondition,
    scope: SearchScope,
    { begun, end, limit, common }: IndexWishes,
  ): Promise<PassageRef[]> {
    const values = new Parameters();
    const tokens = tokensOf(values, condition, overlapsByIndex(common));
    const times = [
      ...(begun ? [`first_at <= ${values.add(begun)}`] : []),
      ...(end ? [`last_at <= ${values.add(end)}`] : []),
    ];
    return this.query(
      `WITH found AS MATERIALIZED (
         SELECT room_id, number, first_at, last_at FROM message_passages
         ${tokens.length > 0 ? `WHERE ${tokens.join(' AND ')}` : ''}
       )
       SELECT room_id AS "roomId", number, last_at AS "lastAt" FROM found
       WHERE ${[...placesOf(values, scope), ...times].join(' AND ')}
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
      `SELECT m.id, m.created_at AS "createdAt", ${SEARCHED_TEXT('m')} AS text
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
      `SELECT m.id, m.created_at AS "createdAt", ${SEARCHED_TEXT('m')} AS text
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

/** How a statement asks for passages that have any token of a list. */
type Overlap = (values: Parameters, list: readonly number[]) => string;

const overlaps: Overlap = (values, list) => `tokens && ${values.add(list)}::int[]`;

/**
 * Where `&&` goes by the index, it compares each passage that has any of the tokens with all of them: nothing for
 * tokens that are rare, and seconds for some common ones in a long list. Those are looked up one by one.
 */
const overlapsByIndex =
  (common: ReadonlyMap<number, number>): Overlap =>
  (values, list) => {
    const alone = list.filter((token) => common.has(token)).slice(0, MOST_ALONE);
    const together = list.filter((token) => !alone.includes(token));
    return `(${[
      ...alone.map((token) => `tokens @> ARRAY[${values.add(token)}::int]`),
      ...(together.length > 0 ? [overlaps(values, together)] : []),
    ].join(' OR ')})`;
  };

/** Without an index `&&` compares each token with each; a hash is made of a list once. */
const overlapsByHash: Overlap = (values, list) =>
  list.length <= SHORT_LIST
    ? overlaps(values, list)
    : `EXISTS (SELECT FROM unnest(tokens) AS t(token) WHERE token = ANY(${values.add(list)}::int[]))`;

function tokensOf(values: Parameters, { all, any }: IndexCondition, overlap: Overlap): string[] {
  return [
    ...(all.length > 0 ? [`tokens @> ${values.add(all)}::int[]`] : []),
    ...any.map((list) => overlap(values, list)),
  ];
}

function placesOf(values: Parameters, { roomIds, before, after }: SearchScope): string[] {
  return [
    `room_id = ANY(${values.add(roomIds)}::uuid[])`,
    ...(before ? [`first_at < ${values.add(before)}`] : []),
    ...(after ? [`last_at >= ${values.add(after)}`] : []),
  ];
}

function conditions(values: Parameters, condition: IndexCondition, scope: SearchScope): string {
  return [...placesOf(values, scope), ...tokensOf(values, condition, overlapsByHash)].join(' AND ');
}

/** Of a message `m` as it is now. */
function live(values: Parameters, scope: SearchScope, place: Place | null): string {
  const { authorIds, needsLink, needsFile, before, after } = scope;
  const conditions = [
    IS_SEARCHABLE('m'),
    ...(authorIds ? [`m.author_id = ANY(${values.add(authorIds)}::uuid[])`] : []),
    ...(needsLink ? [`m.body LIKE '%://%'`] : []),
    ...(needsFile ? [`m.files IS NOT NULL`] : []),
    ...(before ? [`m.created_at < ${values.add(before)}`] : []),
    ...(after ? [`m.created_at >= ${values.add(after)}`] : []),
    ...(place ? [`(m.created_at, m.id) < (${values.add(place.at)}, ${values.add(place.id)})`] : []),
  ];
  return conditions.join(' AND ');
}
