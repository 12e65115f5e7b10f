import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText } from '../../../src/extract/text/open-text.js';

describe('openText()', () => {
  it('ends lines at LF and CRLF only', () => {
    const { segments } = openText('бір\r\nек\u0085і\nү\u2028ш\rтөрт\n');
    expect(segments).toEqual(['бір', 'ек\u0085і', 'ү\u2028ш\rтөрт', '']);
  });

  it('keeps every sign but the line ends', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openText(text).segments.join('\n')).toBe(text.replaceAll('\r\n', '\n'));
      }),
    );
  });
});
