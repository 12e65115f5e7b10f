import { readClock } from '../text/clock.js';
import { foldPieces, pieceOf } from './folded-text.js';
import type { PageElement, PageNode } from './page-tree.js';
import { closest, isWithin, type Reading } from './reading.js';
import type { Zones } from './zones.js';

const LONGEST = 80;
const MOST_NODES = 3000;
/** Letters of a box with a headline and the lines about its story. */
const LONGEST_HEAD = 400;
/** Letters of the lines above a headline that speak about its story. */
const LONGEST_OVER = 150;
const ROOTS: ReadonlySet<string> = new Set(['html', 'body', 'tbody', 'table']);
/** Elements that belong to the site. */
const SITE: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'ul']);

/** What tells where a story stands. */
interface StoryEnds {
  readonly headline: PageElement | null;
  readonly body: PageElement | null;
}

/** The day that the clock of a site shows above its story: ISO 8601, or null where there is none or its year is missing. */
export function readPageClock(reading: Reading, { headline, body }: StoryEnds): string | null {
  const { tree, zones } = reading;
  const end = headline?.index ?? 0;
  for (const node of tree.figureNodes) {
    if (node.index >= MOST_NODES) break;
    if (zones.zoneOf(node) === 'comments') continue;
    if (node.index > end && zones.zoneOf(node) !== 'around') continue;
    if (node.parent !== null && isInHead(zones, node.parent, headline)) continue;
    if (node.parent !== null && isOverStory(reading, node.parent, { headline, body })) continue;
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

/**
 * Whether an element stands in a box that begins with it, or with lines about the story, and holds headline and text of the story, and
 * nothing of what every page of the site shows: its day is that of the story, the clock of a site stands above the menu.
 */
export function isOverStory({ tree, zones }: Reading, element: PageElement, { headline, body }: StoryEnds): boolean {
  if (zones.zoneOf(element) !== 'main') return false;
  // The clock of a site stands in its frame.
  if (isWithin(element, zones.content)) return true;
  if (headline === null || body === null) return false;
  const box = closest(element.parent, (up) => isWithin(headline, up) && isWithin(body, up));
  if (box === null || ROOTS.has(box.tag) || isWithin(element, body)) return false;
  const nodes = tree.nodes.slice(box.index + 1, headline.index);
  let length = 0;
  for (const node of nodes) {
    if (zones.zoneOf(node) !== 'main' || (node.kind === 'element' && SITE.has(node.tag))) return false;
    if (node.kind === 'text') length += tree.trimmedTextOf(node).length;
  }
  const behind = tree.nodes.slice(body.end + 1, box.end + 1);
  return length <= LONGEST_OVER && !behind.some((node) => zones.zoneOf(node) === 'around' && isWide(zones, node));
}

/** A column or a foot of the site; a few links under a story are none. */
function isWide(zones: Zones, node: PageNode): boolean {
  return node.kind === 'element' && zones.textLength(node).all > LONGEST_HEAD;
}
