import { foldHashtag } from '@parley/contracts/constants';
import type { MarkdownIt, StateInline } from 'markdown-it';

/** The subjects of a text. */
export interface Subjects {
  /** Without the `#`, as they are compared; none where hashtags are only text. */
  hashtags?: ReadonlySet<string>;
}

const TAG = /^#([\p{L}\p{N}\p{M}_]+)/u;
const BEFORE_TAG = /[\p{L}\p{N}_&/#]/u;

/** Makes the hashtags that a text has according to its server the way to what else there is about them. */
export function linkHashtags(markdown: MarkdownIt): void {
  markdown.inline.ruler.push('hashtag', (state, silent) => {
    const tag = tagAt(state);
    const { hashtags } = state.env as unknown as Subjects;
    if (!tag || !hashtags?.has(foldHashtag(tag))) {
      return false;
    }
    if (!silent) {
      const open = state.push('hashtag_open', 'a', 1);
      open.attrSet('class', 'hashtag');
      open.attrSet('href', `/tags/${encodeURIComponent(foldHashtag(tag))}`);
      state.push('text', '', 0).content = `#${tag}`;
      state.push('hashtag_close', 'a', -1);
    }
    state.pos += tag.length + 1;
    return true;
  });
}

function tagAt({ src, pos, posMax, linkLevel }: StateInline): string | undefined {
  return linkLevel === 0 && src[pos] === '#' && !BEFORE_TAG.test(src[pos - 1] ?? ' ')
    ? TAG.exec(src.slice(pos, posMax))?.[1]
    : undefined;
}
