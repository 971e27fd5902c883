const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox · Linux", as far as a program says who it is; its own name when it is no browser. */
export function deviceName(userAgent: string): string {
  const names = [nameOf(userAgent, browsers), nameOf(userAgent, systems)].filter((name) => name !== '');
  return names.join(' · ') || (userAgent.split(/[\s/]/)[0] ?? '');
}

function nameOf(userAgent: string, known: readonly [RegExp, string][]): string {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
}
