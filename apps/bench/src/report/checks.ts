import type { Comparison, Results } from './results.js';

/** One of the figures that this product wants to reach, and what it was in this run. */
export interface Check {
  name: string;
  value: number;
  /** How the value must be to the target. */
  relation: '≥' | '≤';
  target: number;
  unit: string;
  isReached: boolean;
}

/** Deliveries a second, as a multiple of the bare broadcast, by the number of people in the room. */
const roomTargets: Readonly<Record<number, number>> = { 50: 1.7, 200: 3, 500: 2 };

/** What was measured beside what is wanted; what was not measured is absent. */
export function checksOf({ room, open, many, presence, history, idle }: Omit<Results, 'checks'>): Check[] {
  return [
    ...room.flatMap(throughput),
    ...open.map(({ parley, bare }) =>
      atMost(
        'open load, p95 of send → deliver',
        parley.sendToDeliver.p95 / bare.sendToDeliver.p95,
        2.5,
        '× bare',
      ),
    ),
    ...presence.map(({ still, busy }) =>
      atLeast('messages while 1 000 people turn', busy.accepted / still.accepted, 0.9, '× still'),
    ),
    ...history.map(({ place, figures }) => atLeast(`history, ${place}`, figures.pages, 2_500, 'pages/s')),
    ...idle.map(({ parley }) => atMost('idle', parley, 60, 'KiB/socket')),
    ...nothingWrong([...room, ...open, ...many]),
  ];
}

function throughput({ people, parley, bare }: Comparison): Check[] {
  const target = roomTargets[people];
  const ratio = parley.deliveries / bare.deliveries;
  return target === undefined ? [] : [atLeast(`deliveries, room of ${people}`, ratio, target, '× bare')];
}

function nothingWrong(comparisons: readonly Comparison[]): Check[] {
  if (comparisons.length === 0) {
    return [];
  }
  const total = (key: 'lost' | 'doubled') => comparisons.reduce((sum, { parley }) => sum + parley[key], 0);
  return [atMost('lost', total('lost'), 0, 'messages'), atMost('doubled', total('doubled'), 0, 'messages')];
}

function atLeast(name: string, value: number, target: number, unit: string): Check {
  return { name, value, relation: '≥', target, unit, isReached: value >= target };
}

function atMost(name: string, value: number, target: number, unit: string): Check {
  return { name, value, relation: '≤', target, unit, isReached: value <= target };
}
