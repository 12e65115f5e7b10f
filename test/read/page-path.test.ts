import { describe, expect, it } from 'vitest';
import { addressOfPath } from '../../src/read/page-path.js';

const page = Buffer.from('<html><head><title>x</title></head></html>');
const canonical = (address: string): Uint8Array =>
  Buffer.from(`<html><head><link rel="canonical" href="${address}"></head></html>`);

const paths: readonly (readonly [top: string | null, path: string, base: string | null, expected: string | null])[] = [
  [null, 'zanalyk/5-a.html', 'https://a.example/', 'https://a.example/zanalyk/5-a.html'],
  [null, 'zanalyk/index.html', 'https://a.example/kz/', 'https://a.example/kz/zanalyk/'],
  ['mirror', 'a.example/zanalyk/5-a.html', null, 'https://a.example/zanalyk/5-a.html'],
  ['www.a.example', 'index.html', null, 'https://www.a.example/'],
  [null, 'a.example/news.php?id=5', null, 'https://a.example/news.php?id=5'],
  [null, 'a.example/ауыл.html', null, 'https://a.example/%D0%B0%D1%83%D1%8B%D0%BB.html'],
  ['dumps', '2024/5-a.html', null, null],
  ['dumps.zip', 'a.html', null, null],
  ['dumps', 'a.html', null, null],
];

describe('addressOfPath()', () => {
  it.each(paths)('%s, %s below %s: %s', (top, path, base, expected) => {
    expect(addressOfPath({ top, path }, base, page)).toBe(expected);
  });

  it('leaves a page that names its own address alone, but not one that names its front page', () => {
    const place = { top: null, path: 'a.example/5-a.html' };
    expect(addressOfPath(place, null, canonical('https://a.example/zanalyk/5-a.html'))).toBeNull();
    expect(addressOfPath(place, null, canonical('https://a.example/'))).toBe('https://a.example/5-a.html');
  });
});
