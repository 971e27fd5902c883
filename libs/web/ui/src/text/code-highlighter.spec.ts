import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { CodeHighlighter } from './code-highlighter';

const highlight = (code: string, language: string): Promise<string | null> =>
  TestBed.inject(CodeHighlighter).highlight(code, language);

describe('CodeHighlighter', () => {
  it('marks the parts of code, in the language as people call it', async () => {
    expect(await highlight('const tea = "green";', 'ts')).toBe(
      '<span class="hljs-keyword">const</span> tea = <span class="hljs-string">&quot;green&quot;</span>;',
    );
    expect(await highlight('SELECT 1', 'postgres')).toContain('hljs-keyword');
  });

  it.each(['', 'klingon', 'constructor', '__proto__'])(
    'leaves code in the language %j as it is',
    async (language) => {
      expect(await highlight('a', language)).toBeNull();
    },
  );

  it('leaves code that is too long as it is', async () => {
    expect(await highlight('a'.repeat(20_001), 'js')).toBeNull();
  });

  it.each(['html', 'js', 'bash', 'diff', 'yaml'])(
    'lets no HTML of the code through: %s',
    async (language) => {
      const element = document.createElement('div');
      const code =
        '<script>alert(1)</script><img src=x onerror=alert(1)>${"<svg onload=alert(1)>"} &lt;b&gt;';
      element.innerHTML = (await highlight(code, language)) ?? '';

      expect(element.querySelector(':not(span)')).toBeNull();
      expect(element.textContent).toBe(code);
    },
  );
});
