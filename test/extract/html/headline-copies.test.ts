import { describe, expect, it } from 'vitest';
import { type HeadlineCopies, refineHeadline, sharedWith } from '../../../src/extract/html/headline-copies.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';

const none: HeadlineCopies = { told: null, og: null, title: null };

function refined(text: string, copies: Partial<HeadlineCopies>, layer: 'heuristic' | 'profile' = 'heuristic'): string {
  const element = parsePage('<h1>heading</h1>').find('h1')[0] ?? null;
  const value = { text: { text, starts: [] }, element };
  return refineHeadline({ value, rule: 'first-heading', layer, score: 0.8 }, { ...none, ...copies }).value.text.text;
}

describe('refineHeadline()', () => {
  it.each([
    [
      'drops a rubric that two copies do not have',
      'Қала Көпір ашылды',
      { told: 'Көпір ашылды', og: 'Көпір ашылды' },
      'Көпір ашылды',
    ],
    ['keeps what one copy alone leaves out', 'Қала Көпір ашылды', { told: 'Көпір ашылды' }, 'Қала Көпір ашылды'],
    ['takes the signs of a copy', 'Қалакөпір ашылды', { og: 'Қала: көпір ашылды' }, 'Қала: көпір ашылды'],
    ['takes the spaces of a copy', 'Қала:көпір ашылды', { told: 'Қала: көпір ашылды' }, 'Қала: көпір ашылды'],
    [
      'takes the words that og:title and <title> have beyond it',
      'The long bridge',
      { og: 'Long bridge (and how it was built)', title: 'Long bridge (and how it was built)' },
      'Long bridge (and how it was built)',
    ],
    [
      'keeps a heading that the page tells programs as it is',
      'The long bridge',
      { told: 'The long bridge', og: 'Long bridge (and more)', title: 'Long bridge (and more)' },
      'The long bridge',
    ],
    [
      'keeps a heading with a word of its own',
      'The long iron bridge',
      { og: 'Long bridge (and how it was built)', title: 'Long bridge (and how it was built)' },
      'The long iron bridge',
    ],
    [
      'keeps a heading before another part of the title',
      'The long bridge',
      { og: 'The long bridge | Travel', title: 'The long bridge | Travel' },
      'The long bridge',
    ],
  ])('%s', (_, text, copies, expected) => {
    expect(refined(text, copies)).toBe(expected);
  });

  it('leaves what a profile selects as it is', () => {
    expect(refined('Қала Көпір ашылды', { told: 'Көпір ашылды', og: 'Көпір ашылды' }, 'profile')).toBe(
      'Қала Көпір ашылды',
    );
  });
});

describe('sharedWith()', () => {
  it('measures the words that a heading and its nearest copy share', () => {
    expect(sharedWith({ ...none, og: 'two three four five' }, 'one two three four')).toBeCloseTo(0.75);
  });

  it.each([
    ['two headlines', 'six seven eight', 'one two three four'],
    ['a copy that holds the heading', 'one two three', 'one two'],
  ])('is 0 for %s', (_, og, heading) => {
    expect(sharedWith({ ...none, og }, heading)).toBe(0);
  });
});
