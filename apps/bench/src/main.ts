import { writeFile } from 'node:fs/promises';
import { readOptions } from './options.js';
import { toProfileTable } from './report/cpu-profile.js';
import { toTable } from './report/table.js';
import { runBenchmark } from './run-benchmark.js';
import { runSearch } from './search/run-search.js';
import { isPinned, moveToLoadCore } from './servers/core-pinning.js';

const options = readOptions(process.argv.slice(2));
moveToLoadCore();
process.stdout.write(
  isPinned
    ? 'Server and database share core 0, the load has core 1.\n'
    : 'Without taskset nothing is pinned to a core: the figures are worth less.\n',
);

const say = (line: string) => process.stderr.write(`${line}\n`);
if (options.scenarios.includes('search')) {
  process.stdout.write(await runSearch(options, say));
}
if (options.scenarios.every((name) => name === 'search')) {
  process.exit(0);
}
const results = await runBenchmark(options, say);
process.stdout.write(toTable(results));
if (options.profile !== undefined) {
  process.stdout.write(await toProfileTable(options.profile, results.measuredFrom));
}
if (options.json !== undefined) {
  await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
}
// A slower machine is no fault, a lost message is one.
const isSound = [...results.room, ...results.open, ...results.many].every(
  ({ parley }) => parley.lost + parley.doubled === 0,
);
process.exit(isSound ? 0 : 1);
