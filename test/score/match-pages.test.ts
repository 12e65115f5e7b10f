import { describe, expect, it } from 'vitest';
import { TruthIndex } from '../../src/score/match-pages.js';

const label = (which: { file?: string; url?: string; locator?: string }) => ({
  file: null,
  url: null,
  locator: null,
  values: {},
  bodyOptional: [],
  ...which,
});
const page = (path: string, locator = 'file', url: string | null = null) => ({ path, locator, url });

describe('TruthIndex.of()', () => {
  it.each([
    ['the end of a path', label({ file: 'b/a.html' }), page('dumps/b/a.html'), true],
    ['another folder', label({ file: 'c/a.html' }), page('dumps/b/a.html'), false],
    ['a part of a name', label({ file: 'a.html' }), page('dumps/ba.html'), false],
    ['an address', label({ url: 'https://p.example/1' }), page('d.jsonl', 'line:3', 'https://p.example/1'), true],
    ['a line of a dump', label({ file: 'd.jsonl', locator: 'line:3' }), page('d.jsonl', 'line:3'), true],
    ['another line of a dump', label({ file: 'd.jsonl', locator: 'line:3' }), page('d.jsonl', 'line:4'), false],
    ['a dump of many pages', label({ file: 'd.jsonl' }), page('d.jsonl', 'line:4', 'https://p.example/1'), false],
    ['a file inside a container', label({ file: 'b/a.html' }), page('d.zip', 'entry:x/b/a.html'), true],
  ])('knows a page by %s', (_, truth, found, isFound) => {
    expect(new TruthIndex([truth]).of(found)).toBe(isFound ? truth : null);
  });
});
