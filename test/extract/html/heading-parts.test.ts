import { describe, expect, it } from 'vitest';
import { withoutSetOff } from '../../../src/extract/html/heading-parts.js';
import type { HeadlineCopies } from '../../../src/extract/html/headline-copies.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';

const none: HeadlineCopies = { told: null, og: null, title: null };

function rest(heading: string, copies: Partial<HeadlineCopies> = {}): string | null {
  const tree = parsePage(`<h1>${heading}</h1>`);
  const [element] = tree.find('h1');
  return element === undefined ? null : (withoutSetOff(tree, element, { ...none, ...copies })?.text ?? null);
}

describe('withoutSetOff()', () => {
  it.each([
    ['a rubric', '<span class="overline">Қала</span> Жаңа көпір ашылды', {}],
    ['a label behind it', 'Жаңа көпір ашылды <span class="plus-badge">Plus</span>', {}],
    ['a counter', 'Жаңа көпір ашылды <span class="views-count">520</span>', {}],
    ['a second line', 'Жаңа көпір ашылды <small>Екі жыл</small>', {}],
    ['a label that og:title lacks', '<b class="live-tag">LIVE</b> Жаңа көпір ашылды', { og: 'Жаңа көпір ашылды' }],
    ['what is said to screen readers', 'Жаңа көпір<br>ашылды<i class="sr-only">for subscribers</i>', {}],
  ])('takes away %s', (_, heading, copies) => {
    expect(rest(heading, copies)).toBe('Жаңа көпір ашылды');
  });

  it.each([
    ['a heading of one text', 'Жаңа <em>көпір</em> ашылды', {}],
    ['what programs are told', '<i class="kicker">Қала</i>: көпір ашылды', { told: 'Қала: көпір ашылды' }],
    ['what the window says', '<i class="kicker">Қала</i> көпір ашылды', { title: 'Қала – көпір ашылды' }],
    ['a rubric that one copy lacks', '<i class="kicker">Қала</i> Көпір ашылды', { og: 'Көпір ашылды' }],
    ['a heading that is a label', '<span class="label">Жаңа көпір ашылды</span> бүгін', {}],
  ])('leaves %s', (_, heading, copies) => {
    expect(rest(heading, copies)).toBeNull();
  });

  it('takes away a section of the menu, whatever programs are told', () => {
    const tree = parsePage('<nav><a href="/q">Қала</a></nav><h1><i class="kicker">Қала</i>: Жаңа көпір ашылды</h1>');
    const [heading] = tree.find('h1');
    const told = 'Қала: Жаңа көпір ашылды';
    expect(heading && withoutSetOff(tree, heading, { told, og: told, title: told })?.text).toBe('Жаңа көпір ашылды');
  });

  it('leaves a heading whose only element is named like a label', () => {
    expect(rest('<span class="field--label-hidden">Жаңа көпір ашылды</span>')).toBeNull();
  });
});
