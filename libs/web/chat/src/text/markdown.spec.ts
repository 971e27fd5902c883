import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from './markdown';

const nobody = { mentioned: new Set<string>(), ownName: 'ann' };
const rendered = (text: string): HTMLElement => {
  const element = document.createElement('div');
  element.innerHTML = renderMarkdown(text, nobody);
  return element;
};

describe('renderMarkdown', () => {
  it('renders what people use in chats', () => {
    const html = renderMarkdown('**bold** _it_ `code` ~~no~~\nnext line\n\n> quote\n\n- one\n- two', nobody);

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
    const html = renderMarkdown('@ben and @Ann. but nobody@ben or @carl', {
      mentioned: new Set(['ann', 'ben']),
      ownName: 'ann',
    });

    expect(html).toContain('<a class="mention" href="/@ben">@ben</a>');
    expect(html).toContain('<a class="mention own" href="/@ann">@Ann</a>.');
    expect(html).toContain('nobody@ben or @carl');
  });

  it('marks a call for everybody as one for the reader too, unless it is only text', () => {
    const calling = renderMarkdown('now, @Room!', { mentioned: new Set(['room']), ownName: 'ann' });

    expect(calling).toContain('<span class="mention own">@Room</span>!');
    expect(renderMarkdown('now, @room!', nobody)).not.toContain('mention');
  });
});
