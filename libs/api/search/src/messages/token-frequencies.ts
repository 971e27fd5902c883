import { Injectable } from '@nestjs/common';
import type { IndexCondition } from '../query/index-condition.js';
import { PassageRepository } from './passage.repository.js';

/** Milliseconds for which frequencies are remembered: PostgreSQL measures them anew now and then. */
const KEPT = 60_000;
/** In one of so many passages at least is what is better looked for from the newest one on. */
const DENSE = 0.03;

/** How common words are: what is everywhere is found by reading on, what is rare by the index. */
@Injectable()
export class TokenFrequencies {
  private known: ReadonlyMap<number, number> = new Map();
  private knownUntil = 0;

  constructor(private readonly repository: PassageRepository) {}

  /** Whether so many passages fulfil the condition that some are among any few hundred. */
  async isCommon({ all, any }: IndexCondition): Promise<boolean> {
    const frequencies = await this.all();
    const frequencyOf = (token: number) => frequencies.get(token) ?? 0;
    const shares = [
      ...all.map(frequencyOf),
      ...any.map((tokens) => tokens.reduce((sum, token) => sum + frequencyOf(token), 0)),
    ];
    return shares.reduce((product, share) => product * Math.min(1, share), 1) >= DENSE;
  }

  /** In which part of all passages the most common tokens are. */
  async all(): Promise<ReadonlyMap<number, number>> {
    if (performance.now() >= this.knownUntil) {
      this.known = await this.repository.frequencies();
      // A table that is new was not measured yet.
      this.knownUntil = performance.now() + (this.known.size > 0 ? KEPT : 0);
    }
    return this.known;
  }
}
