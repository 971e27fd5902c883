import { limits } from '@parley/contracts';

/** Control characters, and those that turn the direction of what follows: `exe.fdp` would look like `pdf.exe`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;
const NAMELESS = 'file';
/** The ending of a name says what a computer does with the file, so a name is cut before it. */
const ENDING = /\.[^.]{1,16}$/u;

/** What a file is called: as whoever sent it says, without any path and without what cannot be seen. */
export function toFileName(given: string | undefined): string {
  const [last = ''] = (given ?? '').toWellFormed().split(/[/\\]/).slice(-1);
  const name = last.normalize('NFC').replace(UNSEEN, '').replaceAll('\ufffd', '').trim();
  // Names of dots alone are folders.
  return /^\.*$/.test(name) ? NAMELESS : shorten(name);
}

/** The same name with another ending, when the bytes are no longer what the old one says. */
export function withEnding(name: string, ending: string): string {
  const isSo = name.toLowerCase().endsWith(ending) || (ending === '.jpg' && /\.jpe?g$/i.test(name));
  return isSo ? name : shorten(name.replace(ENDING, '') + ending);
}

function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= limits.file.name) {
    return name;
  }
  const [ending = ''] = ENDING.exec(name) ?? [];
  return characters.slice(0, limits.file.name - Array.from(ending).length).join('') + ending;
}
