import { codePoints, limits } from '@parley/contracts/constants';

/** What is passed on of a message. */
export interface Forwarded {
  readonly author: string;
  readonly body: string;
  /** Its permanent address, where those who get it may go there. */
  readonly link: string | null;
}

/**
 * The text of a message that passes another one on: the comment, and under it who said what. A quotation calls nobody
 * again. What is too long for one message is cut.
 */
export function forwardedText({ author, body, link }: Forwarded, comment: string): string {
  const head = `**${escaped(author)}**${link ? ` · ${link}` : ''}`;
  const quotedHead = `> ${head}\n`;
  if (body.trim() === '') {
    return (comment.trim() ? `${comment.trim()}\n\n${quotedHead}` : quotedHead).trim();
  }
  const introduction = comment.trim() ? `${comment.trim()}\n\n${quotedHead}` : quotedHead;
  const quoted = `> ${body.trim().replaceAll('\n', '\n> ')}`;
  const room = limits.message.body - codePoints(introduction);
  return introduction + (codePoints(quoted) <= room ? quoted : `${cut(quoted, room - 1)}…`);
}

function cut(text: string, length: number): string {
  return Array.from(text).slice(0, Math.max(0, length)).join('');
}

/** A name is no Markdown. */
function escaped(name: string): string {
  return name.replaceAll(/[\\`*_[\]<>~]/g, String.raw`\$&`);
}
