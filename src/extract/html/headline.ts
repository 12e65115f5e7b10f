import { headlineKey } from '../text/same-text.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { copiedHeadlines, type Headline, readCopies, refineHeadline } from './headline-copies.js';
import { printedHeadlines } from './printed-headlines.js';
import type { Reading } from './reading.js';

const LONGEST = 400;

/** Every reading of the headline, and the one chosen; a printed one before its copies for programs. */
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
  const printed = all.find(({ value }) => value.element !== null && keyOf(value) === keyOf(best.value));
  return { chosen: refineHeadline(printed ?? best, copies), all };
}

function keyOf({ text }: Headline): string {
  return headlineKey(text.text);
}
