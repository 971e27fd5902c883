const units: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "30 seconds", "1 hour": in the largest unit that needs no fraction. */
export function durationText(seconds: number, locale: string): string {
  const [unit, length] = units.find(([, length]) => seconds % length === 0) ?? ['second', 1];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(seconds / length);
}

/** What is left of a time that runs down: "12 seconds", "4:05", "1:00:00". */
export function countdownText(seconds: number, locale: string): string {
  if (seconds < 60) {
    return durationText(seconds, locale);
  }
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [first = 0, ...others] = parts[0] === 0 ? parts.slice(1) : parts;
  return [String(first), ...others.map((part) => String(part).padStart(2, '0'))].join(':');
}
