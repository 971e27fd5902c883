import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Rows of the table. */
const SHOWN = 40;

/** What `node --cpu-prof` writes, as far as it is used here. */
interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  /** Microseconds of the clock that `process.hrtime` shows as well. */
  startTime: number;
  samples: number[];
  /** Microseconds before each sample. */
  timeDeltas: number[];
}

/**
 * The functions in which the time went, by the newest profile in a folder: where the code itself ran, not what it
 * called.
 *
 * @param since microseconds of `process.hrtime`: what came before, such as the start, does not count
 */
export async function toProfileTable(directory: string, since: number): Promise<string> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.cpuprofile')).sort();
  const profile = JSON.parse(await readFile(join(directory, files.at(-1) ?? ''), 'utf8')) as CpuProfile;
  const timeOf = selfTimes(profile, since);
  const busy = [...timeOf].filter(([name]) => name !== '(idle)');
  const total = busy.reduce((sum, [, time]) => sum + time, 0);
  const rows = busy.toSorted(([, a], [, b]) => b - a).slice(0, SHOWN);
  const lines = rows.map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(6)} %  ${name}\n`);
  return `\nSelf time of the server, of ${(total / 1e6).toFixed(1)} s in which it was busy:\n${lines.join('')}`;
}

function selfTimes(
  { nodes, startTime, samples, timeDeltas }: CpuProfile,
  since: number,
): Map<string, number> {
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, nameIn(callFrame)]));
  const timeOf = new Map<string, number>();
  let clock = startTime;
  samples.forEach((id, index) => {
    const took = timeDeltas[index] ?? 0;
    clock += took;
    if (clock > since) {
      const name = nameOf.get(id) ?? '';
      timeOf.set(name, (timeOf.get(name) ?? 0) + took);
    }
  });
  return timeOf;
}

function nameIn({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^.*\/(node_modules|libs|apps)\//, '').replace(/^file:\/\//, '');
  return url === '' ? functionName : `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`;
}
