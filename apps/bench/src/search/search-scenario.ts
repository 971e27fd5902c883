import { setTimeout as sleep } from 'node:timers/promises';
import type { HitPage } from '@parley/contracts';
import { Histogram, type Latency } from '../load/histogram.js';
import type { ProductSubject } from '../servers/product-subject.js';
import { Corpus, planted } from './corpus.js';
import { fillWithHistory } from './long-history.js';
import { plansOf } from './query-plans.js';

/** Searches that are on their way at the same time. */
const SEARCHERS = 2;
/** Of the seconds that other measurements take: there are many kinds of searches. */
const SHARE = 5;
/** Milliseconds that the index may take to be made. */
const INDEX_PATIENCE = 60 * 60_000;

export interface SearchFigures {
  messages: number;
  /** Seconds. */
  filled: number;
  indexed: number;
  /** Megabytes: of the messages with their own indexes, and of what searching adds. */
  messagesSize: number;
  indexSize: number;
  kinds: { kind: string; reader: string; latency: Latency; hits: number; count: number }[];
  all: Latency;
  plans: string;
}

interface Size {
  megabytes: number;
}

/** How long a first page of results takes, by what is looked for and by who looks. */
export async function measureSearch(
  subject: ProductSubject,
  { messages, seconds }: { messages: number; seconds: number },
  say: (line: string) => void,
): Promise<SearchFigures> {
  say(`${messages} messages …`);
  const start = performance.now();
  const readers = await fillWithHistory(subject, messages, say);
  const filledAt = performance.now();
  say('the search index …');
  await whenIndexed(subject, say);
  const indexedAt = performance.now();
  await subject.tidy();
  const kinds = [];
  const all: Histogram[] = [];
  const corpus = new Corpus(messages);
  for (const [reader, person] of [
    ['3 rooms', readers.few],
    ['500 rooms', readers.many],
  ] as const) {
    const token = await subject.tokenOf(person);
    for (const [kind, query] of Object.entries(kindsOf(corpus))) {
      say(`${kind}, ${reader} …`);
      const search = () => readPage(subject.url, token, query());
      const { latency, hits } = await searchFor(seconds / SHARE, search);
      all.push(latency);
      kinds.push({ kind, reader, latency: latency.percentiles, hits, count: latency.count });
    }
  }
  return {
    ...{ messages, filled: (filledAt - start) / 1_000, indexed: (indexedAt - filledAt) / 1_000, kinds },
    messagesSize: await sizeOf(subject, ['messages']),
    indexSize: await sizeOf(subject, ['message_passages', 'search_words', 'search_progress']),
    all: Histogram.of(all).percentiles,
    plans: await plansOf(subject, async () => {
      const token = await subject.tokenOf(readers.many);
      for (const query of Object.values(kindsOf(corpus))) {
        await readPage(subject.url, token, query());
      }
    }),
  };
}

function kindsOf(corpus: Corpus): Record<string, () => string> {
  const anyWord = () => corpus.word();
  return {
    'rare word': () => planted.rare,
    'uncommon word': () => corpus.uncommonWord(),
    'common word': () => planted.common,
    'any word': anyWord,
    'two words': () => `${anyWord()} ${anyWord()}`,
    'two uncommon words': () => `${corpus.uncommonWord()} ${corpus.uncommonWord()}`,
    phrase: () => `"${planted.phrase}"`,
    'part of a word': () => corpus.uncommonWord().slice(1, -1),
    'accents left out': () => 'ubergangsjacke',
    Chinese: () => planted.chinese,
    misspelt: () => `qeutzalcoatl`,
    'with filters': () => `${anyWord()} has:link after:2026-01-01`,
    'not there': () => `${corpus.uncommonWord()}xyz`,
  };
}

async function searchFor(
  seconds: number,
  search: () => Promise<HitPage>,
): Promise<{ latency: Histogram; hits: number }> {
  const latency = new Histogram();
  let hits = 0;
  await search();
  const end = performance.now() + seconds * 1_000;
  const run = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      const { items } = await search();
      latency.record(performance.now() - start);
      hits += items.length;
    }
  };
  await Promise.all(Array.from({ length: SEARCHERS }, run));
  return { latency, hits: hits / latency.count };
}

async function readPage(url: string, token: string, q: string): Promise<HitPage> {
  const query = new URLSearchParams({ q }).toString();
  const response = await fetch(`${url}/api/search?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) {
    throw new Error(`${q}: ${await response.text()}`);
  }
  return (await response.json()) as HitPage;
}

async function whenIndexed({ database }: ProductSubject, say: (line: string) => void): Promise<void> {
  const deadline = performance.now() + INDEX_PATIENCE;
  for (let looks = 1; performance.now() < deadline; looks += 1) {
    const [row] = await database.rows<{ stale: number; passages: number }>(
      `SELECT count(*)::int AS stale, (SELECT count(*) FROM message_passages)::int AS passages
       FROM rooms AS r LEFT JOIN search_progress AS s ON s.room_id = r.id
       WHERE r.last_change > coalesce(s.indexed_change, 0)`,
    );
    if (row?.stale === 0) {
      return;
    }
    if (looks % 30 === 0) {
      say(`  ${row?.passages ?? 0} passages`);
    }
    await sleep(1_000);
  }
  throw new Error('The search index was not made in time');
}

async function sizeOf({ database }: ProductSubject, tables: readonly string[]): Promise<number> {
  const [row] = await database.rows<Size>(
    `SELECT sum(pg_total_relation_size(name::regclass))::float8 / 1e6 AS megabytes FROM unnest($1::text[]) AS name`,
    [tables],
  );
  return row?.megabytes ?? 0;
}
