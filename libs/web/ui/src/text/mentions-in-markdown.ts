import { EVERYBODY } from '@parley/contracts/constants';
import type { MarkdownIt, StateInline } from 'markdown-it';

/** Whom the names in a text mean. */
export interface CalledPeople {
  /** The user names that are called in the text, and `room` when everybody is. */
  mentioned: ReadonlySet<string>;
  /** The reader's own user name. */
  ownName: string;
}

const NAME = /^@([a-z0-9_.-]*[a-z0-9_-])/i;
const BEFORE_NAME = /[\p{L}\p{N}_@/]/u;

/** Marks who is called, with the way to their page; names of nobody stay text. */
export function markMentions(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('mention', (state, silent) => {
    const name = nameAt(state);
    const { mentioned, ownName } = state.env as unknown as CalledPeople;
    if (!name || !mentioned.has(name.toLowerCase())) {
      return false;
    }
    if (!silent) {
      pushMention(state, name, ownName);
    }
    state.pos += name.length + 1;
    return true;
  });
}

function nameAt({ src, pos, posMax }: StateInline): string | undefined {
  return src[pos] === '@' && !BEFORE_NAME.test(src[pos - 1] ?? ' ')
    ? NAME.exec(src.slice(pos, posMax))?.[1]
    : undefined;
}

function pushMention(state: StateInline, name: string, ownName: string): void {
  const called = name.toLowerCase();
  const tag = called === EVERYBODY ? 'span' : 'a';
  const open = state.push('mention_open', tag, 1);
  open.attrSet('class', [EVERYBODY, ownName].includes(called) ? 'mention own' : 'mention');
  if (tag === 'a') {
    open.attrSet('href', `/@${called}`);
  }
  state.push('text', '', 0).content = `@${name}`;
  state.push('mention_close', tag, -1);
}
