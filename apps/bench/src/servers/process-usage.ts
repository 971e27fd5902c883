import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const KIBIBYTE = 1024;

/** Fields of `/proc/PID/stat`, counted behind the name, which may itself contain spaces. */
const PARENT = 1;
const TIMES = [11, 12] as const;
const TIMES_OF_ENDED_CHILDREN = [13, 14] as const;

/** Seconds of CPU that a process has used; 0 where there is no `/proc`. */
export function cpuSeconds(pid: number): number {
  return sum(stat(pid), TIMES) / TICKS_PER_SECOND;
}

/** The same of a process with its children, those that have ended included. */
export function cpuSecondsOfFamily(pid: number): number {
  const own = stat(pid);
  const children = allPids()
    .map(stat)
    .filter((fields) => Number(fields[PARENT]) === pid);
  const ticks = [own, ...children].reduce((total, fields) => total + sum(fields, TIMES), 0);
  return (ticks + sum(own, TIMES_OF_ENDED_CHILDREN)) / TICKS_PER_SECOND;
}

/** Resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const [, kibibytes = '0'] = /VmRSS:\s+(\d+)/.exec(readIfThere(`/proc/${pid}/status`)) ?? [];
  return Number(kibibytes) * KIBIBYTE;
}

function stat(pid: number): string[] {
  const text = readIfThere(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function sum(fields: readonly string[], places: readonly number[]): number {
  return places.reduce((total, place) => total + Number(fields[place] ?? 0), 0);
}

function allPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** Processes end while one reads about them. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
