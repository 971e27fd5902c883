import { limits } from '../limits.js';

/** What calls everybody in a room. No account has this name. */
export const EVERYBODY = 'room';

const MENTION = new RegExp(
  String.raw`(?<![\w@./])@([a-z0-9_.-]{${limits.username.min},${limits.username.max}})`,
  'gi',
);
const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
const QUOTED = /^\s{0,3}>/;
/** No more than one look at each character, whatever somebody sends. */
const CODE = /`[^`\n]*`/g;

/** Whom a text calls. */
export interface Calls {
  /** User names that are called by `@name`, in lower case, each once, at most `limits.mentions.names`. */
  readonly names: readonly string[];
  /** Whether `@room` is in it, which calls everybody in groups and for who may call everybody in a channel. */
  readonly everybody: boolean;
}

const NOBODY: Calls = { names: [], everybody: false };

/** A full stop behind a name is not part of it. What is quoted, or code, calls nobody. */
export function callsIn(body: string): Calls {
  if (!body.includes('@')) {
    return NOBODY;
  }
  const matches = [...ownWords(body).matchAll(MENTION)];
  const names = new Set(matches.map(([, name = '']) => name.toLowerCase().replace(/[.-]+$/, '')));
  const everybody = names.delete(EVERYBODY);
  return { names: [...names].slice(0, limits.mentions.names), everybody };
}

/** A text without what is quoted or code. */
export function ownWords(body: string): string {
  let fence = '';
  const lines = body.split('\n').filter((line) => {
    const [, mark = ''] = FENCE.exec(line) ?? [];
    if (fence) {
      fence = mark.startsWith(fence) ? '' : fence;
      return false;
    }
    fence = mark;
    return !mark && !QUOTED.test(line);
  });
  return lines.join('\n').replace(CODE, ' ');
}
