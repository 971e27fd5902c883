import MarkdownIt, { type Token } from 'markdown-it';
import { linkHashtags, type Subjects } from './hashtags-in-markdown';
import { type OwnAddresses, shortenOwnLinks } from './links-in-markdown';
import { type CalledPeople, markMentions } from './mentions-in-markdown';

/** What a text is seen with. */
export type TextContext = CalledPeople & OwnAddresses & Subjects;

/** A piece of a text: HTML, or code that is shown in a way of its own. */
export type TextPart =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'code'; readonly code: string; readonly language: string };

const SAFE_LINK = /^(https?:|mailto:)/i;

/*
 * A chat is not a document: no headings, tables, rules or reference definitions, and no images, which would tell a
 * foreign server who reads what. What is switched off stays visible as the text that was typed.
 */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable([
  'heading',
  'lheading',
  'hr',
  'table',
  'reference',
  'image',
]);
markdown.linkify.set({ fuzzyEmail: false, fuzzyIP: false });
markdown.validateLink = (url) => SAFE_LINK.test(url.trim());
markMentions(markdown);
linkHashtags(markdown);
shortenOwnLinks(markdown);

// In lists and quotes. Long lines scroll sideways, which must be possible without a mouse.
const block = (content: string): string =>
  `<pre tabindex="0"><code>${markdown.utils.escapeHtml(content)}</code></pre>\n`;
markdown.renderer.rules['fence'] = (tokens, index) => block(tokens[index]?.content ?? '');
markdown.renderer.rules['code_block'] = (tokens, index) => block(tokens[index]?.content ?? '');

/** The parts of a text. Their HTML has nothing that runs, loads or leads elsewhere than to http, https and mailto. */
export function renderMarkdown(text: string, context: TextContext): readonly TextPart[] {
  const env = { ...context };
  const parts: TextPart[] = [];
  let run: Token[] = [];
  const endRun = (): void => {
    if (run.length > 0) {
      parts.push({ kind: 'html', html: markdown.renderer.render(run, markdown.options, env) });
      run = [];
    }
  };
  for (const token of markdown.parse(text, env)) {
    if (token.level === 0 && ['fence', 'code_block'].includes(token.type)) {
      endRun();
      parts.push(toCode(token));
    } else {
      run.push(token);
    }
  }
  endRun();
  return parts;
}

function toCode({ content, info }: Token): TextPart {
  const [language = ''] = info.trim().toLowerCase().split(/[\s{]/);
  return { kind: 'code', code: content.replace(/\n$/, ''), language };
}
