import { readClock } from '../text/clock.js';
import { foldPieces, pieceOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';

const LONGEST = 80;
const HAS_FIGURE = /\d/;
const MOST_NODES = 3000;

/** The day that the clock of a site shows above its story: ISO 8601, or null where there is none or its year is missing. */
export function readPageClock({ tree, zones }: Reading, headline: PageElement | null): string | null {
  const end = headline?.index ?? 0;
  for (const node of tree.nodes.slice(0, MOST_NODES)) {
    if (node.kind !== 'text' || !HAS_FIGURE.test(tree.trimmedTextOf(node)) || zones.zoneOf(node) === 'comments')
      continue;
    if (node.index > end && zones.zoneOf(node) !== 'around') continue;
    const text = foldPieces([pieceOf(tree, node)]).text;
    const day = text.length <= LONGEST ? (readClock(text)?.day ?? null) : null;
    if (day !== null) return day;
  }
  return null;
}
