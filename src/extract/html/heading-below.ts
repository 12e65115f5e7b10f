import { isRubricName } from '../fields/rubric-name.js';
import { headlineKey } from '../text/same-text.js';
import type { Candidate } from './candidate.js';
import { foldedTextOf } from './folded-text.js';
import type { Headline } from './headline-copies.js';
import { leadsAway } from './line-in-title.js';
import { cutSiteName, isSiteName, pageTitle } from './page-title.js';
import type { PageElement } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';
import { isRubric } from './site-headings.js';
import { spellsHeadline } from './spelt-headline.js';

/** Words of a rubric or the name of a site at the most. */
const MOST_WORDS = 4;
/** A text of this length belongs to the story itself. */
const RUNNING = 120;
const MARKED = '[itemprop="headline"], .entry-title, .post-title, .article-title, .news-title';
/** Below what names a headline, the rank of a heading decides: a motto stands in a lower one. */
const RANKS: readonly string[] = [MARKED, 'h2', 'h3', 'h4'];

/**
 * The first heading between a heading that only names the site or a rubric and the text: «Aktuelles» stands above every
 * story of a site whose window has one title for all pages. Null where the heading may be a headline.
 */
export function readHeadingBelow(
  reading: Reading,
  chosen: Candidate<Headline> | null,
  body: PageElement,
): Candidate<Headline> | null {
  const heading = chosen?.value.element ?? null;
  if (chosen === null || heading === null || chosen.layer !== 'heuristic' || !isStanding(reading, chosen, heading))
    return null;
  const { tree, zones } = reading;
  const end = firstRunning(reading, heading, body);
  const isBetween = (element: PageElement): boolean =>
    element.index > heading.end && element.index < end && zones.zoneOf(element) === 'main';
  const found = RANKS.map((rank) => tree.find(rank).find(isBetween)).find((element) => element !== undefined);
  if (found === undefined || leadsAway(reading, found)) return null;
  const folded = foldedTextOf(tree, found);
  const value = { text: { ...folded, text: cutSiteName(folded.text, reading) }, element: found };
  return { value, rule: 'heading-below', layer: 'heuristic', score: 0.6 };
}

/** Whether a heading is that of many pages: a rubric, or what the window says of every page. */
function isStanding(reading: Reading, { value }: Candidate<Headline>, heading: PageElement): boolean {
  const { tree, data, address } = reading;
  const { text } = value.text;
  if (text.split(' ').length > MOST_WORDS || spellsHeadline(address.page)(text) !== null) return false;
  const key = headlineKey(text);
  if ([data.headline, data.ogTitle].some((copy) => copy !== null && headlineKey(copy) === key)) return false;
  const isWindow = headlineKey(pageTitle(tree)) === key && data.headline === null && data.ogTitle === null;
  return (
    isRubricName(text) ||
    isSiteName(text, reading) ||
    isRubric(tree, heading) ||
    (isWindow && isApart(reading, heading))
  );
}

/** Whether a menu stands between a heading and what follows: it is the head of the site. */
function isApart({ tree }: Reading, heading: PageElement): boolean {
  const next = tree.find('h2, h3').find(({ index }) => index > heading.end);
  return tree.find('a').some(({ index }) => index > heading.end && index < (next?.index ?? 0));
}

/** Where the text of the story begins. */
function firstRunning({ tree }: Reading, heading: PageElement, body: PageElement): number {
  for (let index = Math.max(heading.end, body.index) + 1; index <= body.end; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind === 'text' && isWithin(node, body) && tree.lengthOf(node) >= RUNNING) return index;
  }
  return body.end;
}
