import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, quoted } from '../../src/report/html.js';

describe('html``', () => {
  it('escapes texts, joins lists and leaves pieces of HTML as they are', () => {
    const items = ['a & b', '"c"'].map((text) => html`<li title="${text}">${text}</li>`);
    expect(html`<ul>${items}</ul>${null}${7}`.html).toBe(
      '<ul><li title="a &amp; b">a &amp; b</li><li title="&quot;c&quot;">&quot;c&quot;</li></ul>7',
    );
  });

  it('lets no text of whatever signs out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = html`<i title="${text}">${quoted(text)}</i>`.html
          .replace(/<\/?(?:i|bdi)\b/g, '')
          .replace(' title="', '');
        expect(inner).not.toMatch(/[<\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        expect(inner.match(/"/g)).toHaveLength(1);
        expect(Buffer.from(inner).toString()).toBe(inner);
      }),
    );
  });
});

describe('quoted()', () => {
  it('shows what could steer a reader’s program, on one line, cut', () => {
    expect(quoted('a\u202eb\n c\u0000').html).toBe('<bdi>a\\u{202e}b c\\u{0}</bdi>');
    expect(quoted('қазақ', 3).html).toBe('<bdi>қа…</bdi>');
    expect(quoted(`a${'\u0301'.repeat(99)}b`).html).toBe('<bdi>a\u0301\u0301\u0301b</bdi>');
  });
});
