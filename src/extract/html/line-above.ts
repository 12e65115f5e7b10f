import { readIssueLabel } from '../fields/issue-label.js';
import { isAboutLine } from './about-line.js';
import type { Candidate } from './candidate.js';
import { foldedTextOf, textIn } from './folded-text.js';
import type { Headline } from './headline-copies.js';
import { isSiteName, pageTitle, titleParts } from './page-title.js';
import type { PageElement } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';

const SHORTEST = 8;
const LONGEST = 200;
const FEWEST_WORDS = 3;
/** Words of the name of a paper. */
const LONGEST_NAME = 3;
/** Longer texts are of the story itself. */
const RUNNING = 120;
const SENTENCE_END = /[.;:,]$/;
/** Names of titles; those of the site, of boxes and of second lines are others. */
const TITLE_NAMES = /(?<!site|sub|block|box|widget|page|menu|logo)[\s_-]?(?:title|headline|zagolovok)(?=[\s_-])/;
const BOLD: ReadonlySet<string> = new Set(['b', 'strong']);
/** `<font size="5">`, `size="+2"`; without one it is 3. */
const LARGE_FONT = /^(?:[4-7]|\+[1-4])$/;
const LARGE_STYLE = /font-size\s*:\s*(?:(?:1[6-9]|[2-9]\d)p[xt]|(?:1\.[2-9]|[2-4])\d?r?em|(?:x-)?large)/i;
const CENTRED_STYLE = /text-align\s*:\s*center/i;

/**
 * The line that stands for the headline on a page without headings, where `<title>` is that of the whole site: the last
 * one above the text that is set off from it by its letters or by the name of its element.
 */
export function readLineAbove(reading: Reading, body: PageElement): Candidate<Headline> | null {
  const { tree, zones } = reading;
  let found: PageElement | null = null;
  for (const node of tree.textNodes) {
    if (node.index > body.end) break;
    if (node.parent === null || zones.zoneOf(node) !== 'main') continue;
    if (isWithin(node, body) && tree.lengthOf(node) >= RUNNING) break;
    const element: PageElement | null = isWithin(node, found) ? null : setOffBy(reading, node.parent);
    if (element !== null && isHeadlineLike(reading, element)) found = element;
  }
  if (found === null) return null;
  const text = foldedTextOf(tree, found);
  return { value: { text, element: found }, rule: 'line-above', layer: 'heuristic', score: 0.55 };
}

function isHeadlineLike(reading: Reading, element: PageElement): boolean {
  const { all, plain } = reading.zones.textLength(element);
  if (all < SHORTEST || all > LONGEST || plain * 2 < all) return false;
  const text = textIn(reading.tree, element);
  if (SENTENCE_END.test(text) || text.split(' ').length < FEWEST_WORDS) return false;
  return !isAboutLine([text]) && !isSiteName(text, reading);
}

/** The element around a text that sets it off; null where it looks like the text of a story. */
function setOffBy({ zones }: Reading, element: PageElement): PageElement | null {
  let [isBold, isCentred] = [false, false];
  for (let up: PageElement | null = element; up !== null && zones.textLength(up).all <= LONGEST; up = up.parent) {
    const { tag, attributes, names } = up;
    const { style = '', align, size = '' } = attributes;
    if (TITLE_NAMES.test(names) || LARGE_STYLE.test(style) || (tag === 'font' && LARGE_FONT.test(size))) return up;
    isBold ||= BOLD.has(tag);
    isCentred ||= tag === 'center' || align === 'center' || CENTRED_STYLE.test(style);
    if (isBold && isCentred) return up;
  }
  return null;
}

/** Whether the headline is only that of the window, which no program is told, or a line that may be the name of the paper. */
export function isOnlyTitle({ tree, data }: Reading, headline: Candidate<Headline> | null): boolean {
  if (headline === null) return true;
  if (data.ogTitle !== null || data.headline !== null) return false;
  const parts = titleParts(pageTitle(tree));
  // «Ауыл нұры - №18, 2006 жыл», or «Ауыл нұры» alone above every page.
  const isPaper =
    parts.some((part) => readIssueLabel(part) !== null) ||
    (parts.length === 1 && headline.value.text.text.split(' ').length <= LONGEST_NAME);
  return headline.rule === 'title' || (headline.rule === 'line-in-title' && isPaper);
}
