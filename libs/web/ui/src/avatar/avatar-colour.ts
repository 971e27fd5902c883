/** As many as are told apart at a glance; the theme has a pair of colours for each (`--parley-avatar-0` …). */
const COLOURS = 8;

/** The same for everybody and for ever, because it depends on the id alone. */
export function avatarColour(id: string): number {
  let hash = 0;
  for (const character of id) {
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return hash % COLOURS;
}

/** The first letters of the first and the last word; whole characters, so that no emoji is cut. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => firstCharacter(word));
  return letters.join('').toLocaleUpperCase();
}

function firstCharacter(word = ''): string {
  const [first] = new Intl.Segmenter().segment(word);
  return first?.segment ?? '';
}
