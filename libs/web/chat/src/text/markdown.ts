import MarkdownIt from 'markdown-it';

/** What the text of a message is seen with. */
export interface MarkdownContext {
  /** The user names that are called in the text. */
  mentioned: ReadonlySet<string>;
  /** The reader's own user name. */
  ownName: string;
}

const SAFE_LINK = /^(https?:|mailto:)/i;
const NAME = /^@([a-z0-9_.-]*[a-z0-9_-])/i;
const BEFORE_NAME = /[\p{L}\p{N}_@/]/u;

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

markdown.inline.ruler.push('mention', (state, silent) => {
  const name = NAME.exec(state.src.slice(state.pos, state.posMax))?.[1];
  if (state.src[state.pos] !== '@' || !name || BEFORE_NAME.test(state.src[state.pos - 1] ?? ' ')) {
    return false;
  }
  const { mentioned, ownName } = state.env as unknown as MarkdownContext;
  if (!mentioned.has(name.toLowerCase())) {
    return false;
  }
  if (!silent) {
    const open = state.push('mention_open', 'span', 1);
    open.attrSet('class', name.toLowerCase() === ownName ? 'mention own' : 'mention');
    state.push('text', '', 0).content = `@${name}`;
    state.push('mention_close', 'span', -1);
  }
  state.pos += name.length + 1;
  return true;
});

/** HTML without anything that runs, loads or leads elsewhere than to http, https and mailto. */
export function renderMarkdown(text: string, context: MarkdownContext): string {
  return markdown.render(text, { ...context });
}
