const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1_024;

/** As people read it: "12 kB", "3.4 MB". */
export function fileSize(bytes: number, language: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= STEP && unit < units.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const maximumFractionDigits = unit > 1 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits,
  }).format(value);
}
