/** What is selected in a text box, or where the caret is. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The marks that a key with Ctrl or ⌘ puts around what is selected. */
export const markOfKey: ReadonlyMap<string, string> = new Map([
  ['b', '**'],
  ['i', '_'],
  ['e', '`'],
]);

/** Puts marks around what is selected, or takes them away where they are already; it stays selected. */
export function toggled({ text, start, end }: Selected, mark: string): Selected {
  const { length } = mark;
  const before = text.slice(0, start);
  const inside = text.slice(start, end);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    const stripped = before.slice(0, -length) + inside + after.slice(length);
    return { text: stripped, start: start - length, end: end - length };
  }
  return { text: before + mark + inside + mark + after, start: start + length, end: end + length };
}

const ADDRESS = /^https?:\/\/\S+$/i;

/** An address that is pasted over a few words becomes a link of them; null for any other paste. */
export function linked({ text, start, end }: Selected, pasted: string): Selected | null {
  const words = text.slice(start, end);
  const address = pasted.trim();
  if (words.trim() === '' || /[\n[\]]/.test(words) || !ADDRESS.test(address) || ADDRESS.test(words)) {
    return null;
  }
  const link = `[${words}](${address})`;
  return {
    text: text.slice(0, start) + link + text.slice(end),
    start: start + link.length,
    end: start + link.length,
  };
}
