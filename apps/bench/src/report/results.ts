import type { ChatFigures } from '../load/measurement.js';
import type { HistoryFigures } from '../scenarios/history.js';
import type { PresenceFigures } from '../scenarios/presence.js';
import type { Check } from './checks.js';

/** The same shape of load on both servers. */
export interface Comparison {
  shape: string;
  people: number;
  bare: ChatFigures;
  parley: ChatFigures;
}

export interface Results {
  machine: Machine;
  seconds: number;
  /** When both servers were up, in microseconds of `process.hrtime`. */
  measuredFrom: number;
  room: Comparison[];
  open: Comparison[];
  many: Comparison[];
  presence: PresenceFigures[];
  history: { place: string; figures: HistoryFigures }[];
  /** KiB a socket. */
  idle: { bare: number; parley: number }[];
  checks: Check[];
}

export interface Machine {
  processor: string;
  cores: number;
  node: string;
  isPinned: boolean;
}
