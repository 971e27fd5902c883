/** How long a status lasts, as people choose it; `kept` leaves the end that was set before. */
export const statusLengths = ['kept', 'never', 'halfHour', 'hour', 'fourHours', 'today', 'week'] as const;
export type StatusLength = (typeof statusLengths)[number];

const MINUTE_MS = 60_000;

/** When a status ends that is set now: null for never. */
export function statusEnd(length: StatusLength, now: Date, kept: string | null): string | null {
  switch (length) {
    case 'kept':
      return kept;
    case 'never':
      return null;
    case 'halfHour':
      return minutesAfter(now, 30);
    case 'hour':
      return minutesAfter(now, 60);
    case 'fourHours':
      return minutesAfter(now, 240);
    case 'today':
      return midnightAfter(now, 1);
    case 'week':
      return midnightAfter(now, 7 - ((now.getDay() + 6) % 7));
  }
}

function minutesAfter(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString();
}

/** By the person's own clock; a day may have 23 or 25 hours. */
function midnightAfter(now: Date, days: number): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).toISOString();
}
