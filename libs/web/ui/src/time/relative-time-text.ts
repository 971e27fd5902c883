const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const A_WEEK_MS = 7 * 86_400_000;

/** How long ago, or how far ahead, in words; the date when that is more than a week. Times in milliseconds. */
export function relativeTime(time: number, now: number, locale: string): string {
  const distance = time - now;
  if (Math.abs(distance) >= A_WEEK_MS) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(time);
  }
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, length]) => Math.abs(distance) >= length) ?? ['second', Infinity];
  return words.format(Math.trunc(distance / length) || 0, unit);
}
