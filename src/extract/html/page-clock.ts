import { readClock } from '../text/clock.js';
import { foldPieces, pieceOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';
import type { Zones } from './zones.js';

const LONGEST = 80;
const HAS_FIGURE = /\d/;
const MOST_NODES = 3000;
/** Letters of a box with a headline and the lines about its story. */
const LONGEST_HEAD = 400;

/** The day that the clock of a site shows above its story: ISO 8601, or null where there is none or its year is missing. */
export function readPageClock({ tree, zones }: Reading, headline: PageElement | null): string | null {
  const end = headline?.index ?? 0;
  for (const node of tree.textNodes) {
    if (node.index >= MOST_NODES) break;
    if (!HAS_FIGURE.test(tree.trimmedTextOf(node)) || zones.zoneOf(node) === 'comments') continue;
    if (node.index > end && zones.zoneOf(node) !== 'around') continue;
    if (node.parent !== null && isInHead(zones, node.parent, headline)) continue;
    const text = foldPieces([pieceOf(tree, node)]).text;
    const day = text.length <= LONGEST ? (readClock(text)?.day ?? null) : null;
    if (day !== null) return day;
  }
  return null;
}

/** Whether an element stands in one box with the headline and little else: it speaks about the story. */
export function isInHead(zones: Zones, element: PageElement, headline: PageElement | null): boolean {
  const box = element.parent;
  return headline !== null && box !== null && isWithin(headline, box) && zones.textLength(box).all <= LONGEST_HEAD;
}
