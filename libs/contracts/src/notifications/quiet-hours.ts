/** A time of rest that begins on one day of the week. When it ends before it begins, it lasts into the next day. */
export interface QuietSpan {
  /** 0 is Sunday. */
  day: number;
  /** `22:00` */
  from: string;
  /** `07:00` */
  to: string;
}

/** Whether a moment is in one of these spans, on the clocks of a time zone. */
export function isQuiet(spans: readonly QuietSpan[], timeZone: string, at: Date): boolean {
  if (spans.length === 0) {
    return false;
  }
  const { day, time } = localTime(timeZone, at);
  const yesterday = (day + 6) % 7;
  return spans.some((span) => {
    const lastsIntoNextDay = span.to <= span.from;
    const isToday = span.day === day && time >= span.from && (lastsIntoNextDay || time < span.to);
    return isToday || (lastsIntoNextDay && span.day === yesterday && time < span.to);
  });
}

/** Whether a browser or a server knows clocks of this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function localTime(timeZone: string, at: Date): { day: number; time: string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')), time: `${part('hour')}:${part('minute')}` };
}
