import { describe, expect, it } from 'vitest';
import { openDocument } from '../../src/extract/open-document.js';

describe('openDocument()', () => {
  it.each([
    ['text/html', 'html'],
    ['application/xhtml+xml', 'html'],
    ['text/plain', 'text'],
    ['application/octet-stream', 'text'],
  ])('opens %s as %s', (mediaType, form) => {
    expect(openDocument('<p>Көл</p>', mediaType).form).toBe(form);
  });
});
