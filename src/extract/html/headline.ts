import { toWords } from '../../text/word-f1.js';
import { headlineKey } from '../text/same-text.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { withoutSetOff } from './heading-parts.js';
import {
  copiedHeadlines,
  type Headline,
  type HeadlineCopies,
  readCopies,
  refineHeadline,
  uncutCopies,
} from './headline-copies.js';
import { printedHeadlines } from './printed-headlines.js';
import type { Reading } from './reading.js';
import { spellsHeadline } from './spelt-headline.js';

const LONGEST = 400;
/** Words of a headline that replaces another one. */
const FEWEST_WORDS = 6;

/** Every reading of the headline, and the one chosen: the one that the address spells, a printed one before its copies for programs. */
export function readHeadline(reading: Reading): {
  readonly chosen: Candidate<Headline> | null;
  readonly all: readonly Candidate<Headline>[];
} {
  const copies = readCopies(reading);
  const names = new Set(reading.siteNames.map(headlineKey));
  const all = [...printedHeadlines(reading, copies), ...copiedHeadlines(copies)].filter(({ value }) => {
    const key = keyOf(value);
    return key !== '' && value.text.text.length <= LONGEST && !names.has(key);
  });
  const best = chooseCandidate(all, keyOf);
  if (best === null) return { chosen: null, all };
  const printed = all.find(({ value }) => value.element !== null && keyOf(value) === keyOf(best.value)) ?? best;
  const whole = withoutLabels(printed, copies, reading);
  // Copies may hold what was taken away.
  const refined = whole === printed ? refineHeadline(whole, copies) : whole;
  return { chosen: confirmedByAddress(whole, all, reading) ?? refined, all };
}

/** The chosen headline without the rubric, the label or the second line that its heading holds too. */
function withoutLabels(chosen: Candidate<Headline>, copies: HeadlineCopies, { tree }: Reading): Candidate<Headline> {
  const { element } = chosen.value;
  if (chosen.layer !== 'heuristic' || element === null) return chosen;
  const text = withoutSetOff(tree, element, copies);
  return text === null ? chosen : { ...chosen, value: { text, element } };
}

/** The headline that the address spells, where the chosen one is another: the place of a copy is that of the chosen one. */
function confirmedByAddress(
  chosen: Candidate<Headline>,
  all: readonly Candidate<Headline>[],
  reading: Reading,
): Candidate<Headline> | null {
  if (chosen.layer === 'profile' || chosen.layer === 'engine') return null;
  const spelling = spellsHeadline(reading.address.page);
  if (spelling(chosen.value.text.text) !== null) return null;
  const spelt =
    all.find(({ value }) => spelling(value.text.text) !== null) ??
    // A dash inside a copy was taken for that before the name of the site.
    uncutCopies(reading).find(({ value }) => spelling(value.text.text) === 'whole');
  if (spelt === undefined || !isFuller(keyOf(spelt.value), keyOf(chosen.value))) return null;
  return { ...spelt, value: { ...spelt.value, element: spelt.value.element ?? chosen.value.element } };
}

/** Addresses are shortened too: what is part of the chosen headline is no better, and few words are a topic. */
function isFuller(spelt: string, chosen: string): boolean {
  return !chosen.includes(spelt) && (spelt.includes(chosen) || toWords(spelt).length >= FEWEST_WORDS);
}

function keyOf({ text }: Headline): string {
  return headlineKey(text.text);
}
