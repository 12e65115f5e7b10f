import { describe, expect, it } from 'vitest';
import { chooseLayout } from '../../../src/extract/html/choose-profile.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import type { Layout } from '../../../src/model/site-profile.js';

const design = (name: string, usedUntil: string | null, more: Partial<Layout> = {}): Layout => ({
  name,
  headline: ['h1'],
  articleBody: ['.text'],
  ...(usedUntil !== null && { usedUntil }),
  ...more,
});
const newest = design('newest', null, { views: ['.views'] });
const middle = design('middle', '2020-06-30');
const oldest = design('oldest', '2012-01-31', { headline: ['h1, b'] });
const layouts = [newest, middle, oldest];
const page = parsePage('<h1>Harbour opens</h1><div class="text">Ships came.</div><i class="views">4</i>');
const chosen = (day: string | null, of: readonly Layout[] = layouts, tree = page): string | null =>
  chooseLayout(tree, { name: 'gazette', sites: [], layouts: of }, day)?.name ?? null;

describe('chooseLayout()', () => {
  it.each([
    ['2011-05-01', 'oldest'],
    ['2012-01-31', 'oldest'],
    ['2012-02-01', 'middle'],
    ['2020-06-30', 'middle'],
    ['2020-07-01', 'newest'],
    [null, 'newest'],
  ])('takes of a capture of %s the layout in use, %s', (day, name) => {
    expect(chosen(day)).toBe(name);
  });

  it('takes a later layout where that in use does not fit', () => {
    expect(chosen('2011-05-01', [newest, design('oldest', '2012-01-31', { articleBody: ['td.text'] })])).toBe('newest');
  });

  it('takes none that had ended', () => {
    expect(chosen('2021-01-01', [middle, oldest])).toBeNull();
  });

  it('takes of layouts with one end the one that finds the most', () => {
    expect(chosen('2021-01-01', [design('plain', null), newest])).toBe('newest');
  });
});
