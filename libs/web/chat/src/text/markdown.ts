import MarkdownIt from 'markdown-it';
import { type CalledPeople, markMentions } from './mentions-in-markdown';

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

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  tokens[index]?.attrSet('target', '_blank');
  return self.renderToken(tokens, index, options);
};

// Long lines scroll sideways, which must be possible without a mouse.
const block = (content: string): string =>
  `<pre tabindex="0"><code>${markdown.utils.escapeHtml(content)}</code></pre>\n`;
markdown.renderer.rules['fence'] = (tokens, index) => block(tokens[index]?.content ?? '');
markdown.renderer.rules['code_block'] = (tokens, index) => block(tokens[index]?.content ?? '');

markMentions(markdown);

/** HTML without anything that runs, loads or leads elsewhere than to http, https and mailto. */
export function renderMarkdown(text: string, context: CalledPeople): string {
  return markdown.render(text, { ...context });
}
