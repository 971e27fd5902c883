import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProductSubject } from '../servers/product-subject.js';

const LONGEST_LINE = 160;

/**
 * How PostgreSQL goes about the queries of the search while `work` runs: the slowest of each kind, with what it read.
 * The plans are those of the server's own queries, written into the log by `auto_explain`.
 */
export async function plansOf(
  { database, dataDirectory }: ProductSubject,
  work: () => Promise<void>,
): Promise<string> {
  await database.run(`LOAD 'auto_explain'`);
  for (const [name, value] of Object.entries({
    'auto_explain.log_min_duration': '1',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_parameter_max_length': '0',
    session_preload_libraries: 'auto_explain',
  })) {
    await database.run(`ALTER SYSTEM SET ${name} = '${value}'`);
  }
  await database.run('SELECT pg_reload_conf()');
  // Connections that are open already do not explain anything.
  await database.run(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'idle'`,
  );
  await work();
  return slowestOfEach(await readLog(join(dataDirectory, 'postgres/log')));
}

async function readLog(directory: string): Promise<string> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.log'));
  return (await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')))).join('\n');
}

function slowestOfEach(log: string): string {
  const plans = log
    .split(/^\d{4}-\d\d-\d\d .*? LOG: {2}duration: /m)
    .slice(1)
    .map((text) => ({ milliseconds: Number.parseFloat(text), text: onlyPlan(text) }))
    .filter(({ text }) => /message_passages|search_words/.test(text));
  const slowest = new Map<string, (typeof plans)[number]>();
  for (const plan of plans) {
    const shape = plan.text.replace(/\(cost.*?$/gm, '').replace(/[\d.]+/g, '');
    if ((slowest.get(shape)?.milliseconds ?? 0) < plan.milliseconds) {
      slowest.set(shape, plan);
    }
  }
  const sorted = [...slowest.values()].toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 6);
  return sorted.map(({ text }) => text).join('\n');
}

/** Up to the next line of the log, without the long lists of values. */
function onlyPlan(text: string): string {
  const [plan = ''] = text.split(/^\d{4}-\d\d-\d\d \d\d:/m);
  return plan
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n');
}
