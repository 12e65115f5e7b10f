import { isCreditLine } from '../fields/byline.js';
import { isAboutLine } from './about-line.js';
import { BLOCK_TAGS, type FoldedText, foldedTextOf } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { type Paragraph, readParagraphs } from './paragraphs.js';
import { closest, isWithin, type Reading } from './reading.js';
import { selectText } from './selected.js';
import { isNoText } from './story-text.js';

/** The summary that a page sets apart above its text. */
export interface Lead {
  readonly text: FoldedText;
  readonly element: PageElement;
  readonly rule: string;
}

/** Summaries that themes set apart above the text. */
const LEADS =
  '.lead, .article-lead, .article__lead, .news-lead, .lid, .anons, .announce, .standfirst, .article-summary, .entry-summary, .article__summary, .post-excerpt, .article-intro, .intro-text, .perex, .sapo, .spot, .entradilla, .bajada, .chapo, .chapeau, .sommario, .article-dek, .gh-article-excerpt, .article-excerpt, .article-subtitle, .post-subtitle, .subheadline, .manchet, .ingress';
const SHORTEST = 30;
/** Fewer paragraphs are no text of their own. */
const LEAST_OTHERS = 3;
const SENTENCE_END = /[.!?…][»"”)]?$/;
const HEADING = /^h[1-6]$/;

/** Reads the lead by the layout, by the name of its box, or as a sentence between headline and text. */
export function readLead(reading: Reading, body: PageElement | null, headline: PageElement | null): Lead | null {
  const { tree, layout, zones } = reading;
  const selected = selectText(tree, layout?.lead);
  if (selected !== null) return { ...selected, rule: `${layout?.name}-lead` };
  if (body === null) return null;
  const marked = selectText(tree, [LEADS]);
  const isMarked = marked !== null && zones.zoneOf(marked.element) === 'main' && marked.text.text.length >= SHORTEST;
  if (!isMarked) return readSentenceAbove(reading, body, headline);
  // A list of other stories has leads as well: the story's own stands between its headline and its text.
  const isAbove = headline !== null && marked.element.index > headline.index && marked.element.index <= body.end;
  const isStart = zones.textLength(marked.element).all * 2 < zones.textLength(body).all + marked.text.text.length * 2;
  return isAbove && isStart && !isWithin(body, marked.element) ? { ...marked, rule: 'named-lead' } : null;
}

/** The first block between headline and text that is a sentence, and no line about the story. */
function readSentenceAbove(reading: Reading, body: PageElement, headline: PageElement | null): Lead | null {
  const { tree, zones } = reading;
  if (headline === null) return null;
  for (let index = headline.end + 1; index < body.index; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind !== 'text' || node.segment === null || zones.zoneOf(node) !== 'main') continue;
    const block = closest(node.parent, ({ tag }) => BLOCK_TAGS.has(tag));
    if (block === null || block.index <= headline.end || block.end >= body.index || HEADING.test(block.tag)) continue;
    const isOut = (element: PageElement): boolean => isNoText(element) && !isWithin(headline, element);
    if (closest(block, isOut) === null && isSentence(reading, block))
      return { text: foldedTextOf(tree, block), element: block, rule: 'text-above' };
  }
  return null;
}

/** The first paragraph of a text where all the others stand together in an element beside it. */
export function readApartLead([first, ...others]: readonly Paragraph[]): Lead | null {
  const [second] = others;
  if (first === undefined || second === undefined || others.length < LEAST_OTHERS) return null;
  const together = closest(second.block, (element) => others.every(({ block }) => isWithin(block, element)));
  if (together === null || isWithin(first.block, together) || !SENTENCE_END.test(first.text)) return null;
  return first.text.length < SHORTEST ? null : { text: first, element: first.block, rule: 'text-apart' };
}

function isSentence({ tree }: Reading, block: PageElement): boolean {
  const [line, ...others] = readParagraphs(tree, block, isNoText);
  if (line === undefined || others.length > 0 || line.linked > 0.3) return false;
  const { text, parts } = line;
  return text.length >= SHORTEST && SENTENCE_END.test(text) && !isAboutLine(parts) && !isCreditLine(text);
}
