import type { Options } from '../options.js';
import { table, three, whole } from '../report/table.js';
import { ProductSubject } from '../servers/product-subject.js';
import { measureSearch, type SearchFigures } from './search-scenario.js';

/** Milliseconds within which 19 of 20 searches are to be answered. */
const TARGET = 300;

/** Starts the product, fills it, searches in it, and stops it whatever happens. @returns the report */
export async function runSearch(
  { messages, seconds }: Options,
  say: (line: string) => void,
): Promise<string> {
  const product = await ProductSubject.start();
  const stop = () => void product.stop().finally(() => process.exit(130));
  process.once('SIGINT', stop);
  try {
    return toReport(await measureSearch(product, { messages, seconds }, say));
  } finally {
    process.off('SIGINT', stop);
    await product.stop();
  }
}

function toReport({ kinds, all, plans, ...figures }: SearchFigures): string {
  const rows = kinds.map(({ kind, reader, latency, hits, count }) => [
    ...[kind, reader, three(latency), hits.toFixed(1), whole(count)],
  ]);
  return [
    `\n${whole(figures.messages)} messages (${whole(figures.messagesSize)} MB) written in `,
    `${whole(figures.filled)} s, indexed in ${whole(figures.indexed)} s (${whole(figures.indexSize)} MB)\n`,
    table(['search', 'reader in', 'latency ms', 'hits', 'searches'], rows),
    table(
      ['all searches', 'target p95', 'reached'],
      [[three(all), `≤ ${TARGET}`, all.p95 <= TARGET ? 'yes' : 'NO']],
    ),
    `\nThe slowest queries, as PostgreSQL explains them:\n\n${plans}\n`,
  ].join('');
}
