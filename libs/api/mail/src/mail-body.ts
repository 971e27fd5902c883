import type { Mail } from './mail.js';

export function toText({ paragraphs, action, footer }: Mail): string {
  const parts = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : [])];
  return `${[...parts, ...(footer ? [`-- \n${footer}`] : [])].join('\n\n')}\n`;
}

/** Without pictures, fonts or styles from elsewhere: mail programs show it as it is, and nobody sees it opened. */
export function toHtml({ subject, paragraphs, action, footer, language }: Mail): string {
  const body = [
    ...paragraphs.map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...(action ? [buttonOf(action)] : []),
    ...(footer ? [`<p style="color:#666;font-size:13px">${escape(footer)}</p>`] : []),
  ];
  return `<!doctype html>
<html lang="${escape(language)}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0 auto;max-width:34em;padding:24px;font:16px/1.5 system-ui,sans-serif">
${body.join('\n')}
</body>
</html>
`;
}

function buttonOf({ label, url }: { label: string; url: string }): string {
  const style =
    'display:inline-block;padding:12px 20px;border-radius:24px;background:#3b5bdb;color:#fff;text-decoration:none';
  return `<p><a href="${escape(url)}" style="${style}">${escape(label)}</a></p>
<p style="color:#666;font-size:13px;word-break:break-all">${escape(url)}</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
