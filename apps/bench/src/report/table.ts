import type { ChatFigures } from '../load/measurement.js';
import type { HistoryFigures } from '../scenarios/history.js';
import type { Latency } from '../load/histogram.js';
import type { Results } from './results.js';

type Row = readonly string[];

const chatHead = [
  ...['', 'server', 'accepted/s', 'deliveries/s', 'per CPU s', 'per frame', 'send→deliver ms', 'send→ack ms'],
  ...['CPU server', 'database', 'load', 'refused', 'lost', 'doubled'],
];

/** The results as Markdown, which is also how they go into the documentation. Latencies are p50 / p95 / p99. */
export function toTable({ room, open, many, presence, history, idle, checks }: Results): string {
  const talks = [...room, ...open, ...many].flatMap(({ shape, bare, parley }) => [
    [shape, 'bare', ...chatCells(bare)],
    ['', 'Parley', ...chatCells(parley)],
  ]);
  const turning = presence.flatMap(({ still, busy, turns }) => [
    ['10 of 200 talk', 'Parley', ...chatCells(still)],
    [`and ${whole(turns)} turns/s of others`, 'Parley', ...chatCells(busy)],
  ]);
  const pages = history.map(({ place, figures }) => [place, ...historyCells(figures)]);
  const sockets = idle.map(({ bare, parley }) => [bare.toFixed(1), parley.toFixed(1)]);
  const wanted = checks.map(({ name, value, relation, target, unit, isReached }) => [
    name,
    `${rounded(value)} ${unit}`,
    `${relation} ${target}`,
    isReached ? 'yes' : 'NO',
  ]);
  return [
    table(chatHead, talks),
    table(chatHead, turning),
    table(['history', 'pages/s', 'latency ms', 'CPU server', 'database'], pages),
    table(['idle socket, KiB: bare', 'Parley'], sockets),
    table(['', 'measured', 'target', 'reached'], wanted),
  ].join('');
}

function chatCells(figures: ChatFigures): Row {
  return [
    ...[whole(figures.accepted), whole(figures.deliveries), whole(deliveriesPerCpuSecond(figures))],
    figures.messagesPerFrame.toFixed(1),
    ...[three(figures.sendToDeliver), three(figures.sendToAck)],
    ...[figures.serverCpu, figures.databaseCpu, figures.loadCpu].map(percent),
    ...[figures.refused, figures.lost, figures.doubled].map(whole),
  ];
}

/** What the core is worth: the same whether or not something else runs on it, too. */
function deliveriesPerCpuSecond({ deliveries, serverCpu, databaseCpu }: ChatFigures): number {
  return (deliveries / (serverCpu + databaseCpu)) * 100;
}

function historyCells({ pages, latency, serverCpu, databaseCpu }: HistoryFigures): Row {
  return [whole(pages), three(latency), percent(serverCpu), percent(databaseCpu)];
}

export function table(head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) {
    return '';
  }
  const widths = head.map((cell, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length), 3),
  );
  const line = (row: Row) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|\n`;
  return `\n${line(head)}${rule}${rows.map(line).join('')}`;
}

export function whole(number: number): string {
  return Math.round(number).toLocaleString('en').replaceAll(',', ' ');
}

function rounded(number: number): string {
  return number >= 100 || Number.isInteger(number) ? whole(number) : number.toFixed(2);
}

export function three({ p50, p95, p99 }: Latency): string {
  return [p50, p95, p99].map((milliseconds) => milliseconds.toFixed(milliseconds < 10 ? 1 : 0)).join(' / ');
}

function percent(number: number): string {
  return `${Math.round(number)} %`;
}
