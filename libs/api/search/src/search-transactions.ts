import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

/** Milliseconds that one query of a search may take; then the server says that it is busy. */
const STATEMENT_TIMEOUT = 2_000;
/** How much of a name must be as it was typed, to be looked at letter by letter. */
const NAME_SIMILARITY = 0.2;

/** How PostgreSQL searches: not for long, and with an eye for misspelt names. */
@Injectable()
export class SearchTransactions {
  constructor(private readonly transactions: Transactions) {}

  /** @throws what the database says when a query takes too long, which is `server.unavailable` */
  run<T>(work: () => Promise<T>): Promise<T> {
    return this.transactions.run(async () => {
      await this.transactions.manager.query(
        `SELECT set_config('statement_timeout', $1, true),
           set_config('pg_trgm.word_similarity_threshold', $2, true)`,
        [String(STATEMENT_TIMEOUT), String(NAME_SIMILARITY)],
      );
      return work();
    });
  }
}
