import type { MarkdownIt, Token } from 'markdown-it';

/** What is known of addresses that lead into this app. */
export interface OwnAddresses {
  /** Of this installation, as `https://chat.example.org`. */
  origin: string;
  /** What the link to a room, or to a message in it, is called. */
  labelOf: (roomId: string, seq: number | null) => string;
}

const PLACE = /^\/chats\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/m\/(\d{1,15}))?$/i;

/**
 * Links to places of this app stay in it, and are shown in short where somebody pasted the whole address; all others
 * open in a tab of their own and tell the other side nothing.
 */
export function shortenOwnLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('own-links', ({ tokens, env }) => {
    const addresses = env as unknown as OwnAddresses;
    for (const { children } of tokens) {
      children?.forEach((token, index) => {
        if (token.type === 'link_open') {
          lead(token, children[index + 1], addresses);
        }
      });
    }
  });
}

function lead(link: Token, words: Token | undefined, { origin, labelOf }: OwnAddresses): void {
  const href = String(link.attrGet('href'));
  const [path, roomId, seq] = (href.startsWith(`${origin}/`) && PLACE.exec(href.slice(origin.length))) || [];
  if (path === undefined || roomId === undefined) {
    link.attrSet('rel', 'noopener noreferrer nofollow');
    link.attrSet('target', '_blank');
    return;
  }
  link.attrSet('href', path.toLowerCase());
  link.attrSet('class', 'place');
  if (words && ['linkify', 'autolink'].includes(link.markup)) {
    words.content = labelOf(roomId.toLowerCase(), seq === undefined ? null : Number(seq));
  }
}
