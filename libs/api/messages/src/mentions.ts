import { limits } from '@parley/contracts';

/** More names than this in one message are not calls but a list. */
const MOST_NAMES = 50;
const MENTION = new RegExp(
  String.raw`(?<![\w@./])@([a-z0-9_.-]{${limits.username.min},${limits.username.max}})`,
  'gi',
);

/** The user names that a text calls by `@name`, in lower case, each once; a full stop behind is not part of it. */
export function mentionedNames(body: string): string[] {
  if (!body.includes('@')) {
    return [];
  }
  const names = [...body.matchAll(MENTION)].map(([, name = '']) => name.toLowerCase().replace(/[.-]+$/, ''));
  return [...new Set(names)].slice(0, MOST_NAMES);
}
