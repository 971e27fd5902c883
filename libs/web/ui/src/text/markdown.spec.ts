import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from './markdown';

const addresses = {
  origin: 'https://chat.example',
  labelOf: (roomId: string, seq: number | null) => `${seq ?? 'all'} in ${roomId.slice(0, 4)}`,
};
const nobody = { ...addresses, mentioned: new Set<string>(), ownName: 'ann' };
const htmlOf = (...given: Parameters<typeof renderMarkdown>): string =>
  renderMarkdown(...given)
    .map((part) => (part.kind === 'html' ? part.html : ''))
    .join('');
const rendered = (text: string): HTMLElement => {
  const element = document.createElement('div');
  element.innerHTML = htmlOf(text, nobody);
  return element;
};

describe('renderMarkdown', () => {
  it('renders what people use in chats', () => {
    const html = htmlOf('**bold** _it_ `code` ~~no~~\nnext line\n\n> quote\n\n- one\n- two', nobody);

    for (const tag of ['strong', 'em', 'code', 's', 'br', 'blockquote', 'li']) {
      expect(html).toContain(`<${tag}>`);
    }
  });

  it.each(['# no heading', '| a | b |\n|---|---|\n| 1 | 2 |', '[a]: https://example.org', 'wait\n==='])(
    'leaves what belongs into documents as it was typed: %j',
    (text) => {
      expect(rendered(text).textContent.trim()).toBe(text);
    },
  );

  it('links addresses, and tells the other side nothing', () => {
    const link = rendered('see https://example.org/a?b=c').querySelector('a');

    expect(link?.getAttribute('href')).toBe('https://example.org/a?b=c');
    expect(link?.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link?.getAttribute('target')).toBe('_blank');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '[x](//evil.example)',
    '![x](https://evil.example/pixel.png)',
    '<a href="javascript:alert(1)">x</a>',
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example/"onmouseover="alert(1))',
    '```"><img src=x onerror=alert(1)>\ncode\n```',
    '<https://a.example/"onclick=alert(1)>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<!-- --><iframe src=//evil.example></iframe>',
    '@ann<img src=x onerror=alert(1)>',
  ])('lets nothing in that runs or loads: %j', (text) => {
    const element = rendered(text);

    expect(element.querySelector('script, img, svg, iframe, object, embed, style, form')).toBeNull();
    for (const child of element.querySelectorAll('*')) {
      for (const { name, value } of child.attributes) {
        expect(name).not.toMatch(/^on/);
        expect(value.trim()).not.toMatch(/^(javascript|data|vbscript):/i);
      }
      expect(child.getAttribute('href') ?? 'https:').toMatch(/^(https?:|mailto:|\/@[a-z0-9_.-]+$)/);
    }
  });

  it('marks who is called, and whom it calls here', () => {
    const html = htmlOf('@ben and @Ann. but nobody@ben or @carl', {
      ...nobody,
      mentioned: new Set(['ann', 'ben']),
      ownName: 'ann',
    });

    expect(html).toContain('<a class="mention" href="/@ben">@ben</a>');
    expect(html).toContain('<a class="mention own" href="/@ann">@Ann</a>.');
    expect(html).toContain('nobody@ben or @carl');
  });

  it('marks a call for everybody as one for the reader too, unless it is only text', () => {
    const calling = htmlOf('now, @Room!', { ...nobody, mentioned: new Set(['room']) });

    expect(calling).toContain('<span class="mention own">@Room</span>!');
    expect(htmlOf('now, @room!', nobody)).not.toContain('mention');
  });

  const room = '01990000-0000-7000-8000-000000000001';

  it('shows pasted links to its own rooms and messages in short, and keeps them in the app', () => {
    const links = rendered(
      `https://chat.example/chats/${room}/m/42 https://chat.example/chats/${room} [there](https://chat.example/chats/${room}/m/7)`,
    ).querySelectorAll('a');

    expect([...links].map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      [`/chats/${room}/m/42`, '42 in 0199'],
      [`/chats/${room}`, 'all in 0199'],
      [`/chats/${room}/m/7`, 'there'],
    ]);
    expect([...links].every((link) => !link.hasAttribute('target'))).toBe(true);
  });

  it.each([
    `https://chat.example.evil/chats/${room}`,
    `https://chat.example/chats/${room}/m/1x`,
    `https://chat.example/chats/${room}?a=b`,
    'https://chat.example/api/docs',
  ])('takes %s for any other link', (address) => {
    const link = rendered(address).querySelector('a');

    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.textContent).toBe(address);
  });

  it('gives blocks of code apart, with their language, as they were typed', () => {
    const parts = renderMarkdown('before\n```TS {1}\nconst a = "<b>";\n```\nafter\n\n    indented', nobody);

    expect(parts).toEqual([
      { kind: 'html', html: '<p>before</p>\n' },
      { kind: 'code', code: 'const a = "<b>";', language: 'ts' },
      { kind: 'html', html: '<p>after</p>\n' },
      { kind: 'code', code: 'indented', language: '' },
    ]);
  });

  it('leaves code in a list or a quote there', () => {
    expect(rendered('> ```\n> <b>\n> ```').querySelector('blockquote pre')?.textContent.trim()).toBe('<b>');
  });
});
