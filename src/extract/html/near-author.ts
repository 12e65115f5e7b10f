import { isKnownPerson, isPersonName } from '../fields/byline.js';
import { findDates } from '../fields/date.js';
import { AUTHOR_LABEL, AUTHOR_NAMES } from './author-marks.js';
import { BLOCK_TAGS, type FoldedText, textIn } from './folded-text.js';
import type { PageElement, PageText } from './page-tree.js';
import { closest, isWithin, type Reading } from './reading.js';
import { readStoryAside } from './story-aside.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** What ends a name in a line that says more: `Von Anna Roth am 14.11.2019`, `Par Luc Petit - 13 mai`. */
const BEHIND_NAME = /\s+(?:[|•·–—-]|am|le|el|il|on|em|op|for|für|pour|para)\s|[,(|•·]|\s*\d/iu;
/** `Posted 13 May 2022 by Anna Roth`: a label behind the day. */
const LABEL_WITHIN = /^[^.!?]{0,60}\d\s*,?\s+(?:by|von|par|por)\s+(?=\p{Lu})/u;
/** What parts the pieces of a line about a story. */
const BETWEEN = /\s*[|•·]\s*|\s+[/–—-]\s+|^\s*[/–—-]\s+/u;
/** `/author/anna-roth`, `/autor/12`: the page of an author. */
const PROFILE = /\/(?:authors?|autor(?:en|zy)?|avtor|auteurs?)\/[^/]/;
const TEST_ID = /author/i;
const CAPITAL = /\p{Lu}/u;
/** Nodes in front of the headline, behind it and behind the text among which the author is looked for. */
const MOST_ABOVE = 40;
const MOST_NODES = 150;
const MOST_BELOW = 60;
/** Letters of a line with an author, and of its label at the least. */
const LONGEST_LINE = 140;
const LONGEST_LABEL = 20;
const SHORTEST = 2;
/** How far above a name the element stands that tells what it is. */
const HIGHEST = 2;

/** The name of an author near the story, and what told it. */
export interface NearAuthor {
  readonly name: FoldedText;
  readonly rule: string;
}

/**
 * The author in a line near headline or text, or in the aside about the story: behind a label (`By Anna Roth`), under the name of an
 * element, or bare beside the day of the story.
 */
export function readNearAuthor(reading: Reading, place: StoryPlace): NearAuthor | null {
  let isLabelled = false;
  for (const node of nodesNear(reading, place)) {
    const text = reading.tree.trimmedTextOf(node);
    // `Posted by <a>Anna Roth</a> on …`
    const behind = isLabelled ? nameOf(text, 'labelled-author') : null;
    if (behind !== null) return behind;
    isLabelled = text.length <= LONGEST_LABEL && AUTHOR_LABEL.test(`${text} `);
    if (text.length < SHORTEST || text.length > LONGEST_LINE || !CAPITAL.test(text)) continue;
    const found = labelled(text) ?? named(node, text) ?? bare(reading, node, text);
    if (found !== null) return found;
  }
  return null;
}

/** Texts about the story around its headline, behind its text, and in its aside. */
function nodesNear(reading: Reading, place: StoryPlace): readonly PageText[] {
  const { tree, zones } = reading;
  const { headline, body } = place;
  if (headline === null || body === null) return [];
  const top = Math.min(headline.end + MOST_NODES, Math.max(body.index, headline.end) + MOST_NODES / 3, body.end);
  const slices = [
    tree.nodes.slice(Math.max(0, headline.index - MOST_ABOVE), headline.index),
    tree.nodes.slice(headline.end + 1, top + 1),
    tree.nodes.slice(body.end + 1, body.end + MOST_BELOW),
  ];
  const isNear = (node: PageText, at: number): boolean =>
    zones.zoneOf(node) === 'main' && (at === 1 || isBesideText(tree, place, node));
  const main = slices.flatMap((nodes, at) =>
    nodes.flatMap((node) => (node.kind === 'text' && node.segment !== null && isNear(node, at) ? [node] : [])),
  );
  const aside = readStoryAside(reading, place);
  return aside === null ? main : [...main, ...tree.textNodes.filter((node) => isWithin(node, aside))];
}

/** `By Anna Roth` */
function labelled(text: string): NearAuthor | null {
  const label = LABEL_WITHIN.test(text) ? LABEL_WITHIN : AUTHOR_LABEL;
  return label.test(text) ? nameOf(text.replace(label, ''), 'labelled-author') : null;
}

function named(node: PageText, text: string): NearAuthor | null {
  let up: PageElement | null = node.parent;
  for (let height = 0; up !== null && height <= HIGHEST; height += 1, up = up.parent) {
    if (AUTHOR_NAMES.test(up.names) || isProfile(up)) return nameOf(text, 'author-line');
  }
  return null;
}

/** Whether an element leads to the page of an author, or is called one for tests. */
function isProfile(element: PageElement): boolean {
  return element.tag === 'a'
    ? PROFILE.test(element.attribute('href') ?? '')
    : TEST_ID.test(element.attribute('data-testid') ?? '');
}

/** `Самат Ержанов<br>24.06.2019`, `24.06.2019 · 4 мин · Самат Ержанов`: a line with the day of the story. */
function bare({ tree }: Reading, node: PageText, text: string): NearAuthor | null {
  const name = text.split(BETWEEN).find((piece) => isKnownPerson(piece));
  const block = closest(node.parent, ({ tag }) => BLOCK_TAGS.has(tag));
  if (block === null || name === undefined) return null;
  const line = textIn(tree, block);
  return line.length <= LONGEST_LINE && findDates(line).length > 0 ? nameOf(name, 'author-beside-date') : null;
}

function nameOf(line: string, rule: string): NearAuthor | null {
  const name = line.split(BEHIND_NAME)[0]?.trim() ?? '';
  return isPersonName(name, true) ? { name: { text: name, starts: [] }, rule } : null;
}
