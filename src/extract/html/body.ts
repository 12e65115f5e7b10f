import { headlineKey } from '../text/same-text.js';
import type { Candidate } from './candidate.js';
import { chooseCandidate } from './candidate.js';
import { BLOCK_TAGS } from './folded-text.js';
import type { Headline } from './headline-copies.js';
import { isListOfStories } from './listed-stories.js';
import { pageTitle } from './page-title.js';
import type { PageElement, PageText, PageTree } from './page-tree.js';
import { isWithin, type Reading } from './reading.js';

/** Containers that engines and common themes put around the text of a story. */
const KNOWN_CONTAINERS: readonly (readonly [string, string, number])[] = [
  ['[itemprop="articleBody"]', 'item-article-body', 0.85],
  ['.entry-content', 'entry-content', 0.8],
  [
    '.post-content, .article-content, .article-body, .article__body, .article__text, .article-text, .news-text, .full-text, .fulltext, .story-body',
    'named-container',
    0.75,
  ],
  // Page builders, and the fields of Drupal and Joomla.
  [
    '.td-post-content, .tdb_single_content, .content-inner, .field--name-body, .field-name-body, .node-body, .item-page, .itemFullText, .news-detail__text, .eMessage, .detail-text, .single-content',
    'builder-container',
    0.72,
  ],
];
/** A container known by its name only must hold this share of the text that density finds; a teaser box does not. */
const LEAST_SHARE = 0.5;
const SHORTEST_BLOCK = 25;
/** Blocks that hold the running text of a container; others are containers themselves. */
const LEAVES: ReadonlySet<string> = new Set([
  'p',
  'li',
  'blockquote',
  'pre',
  'dd',
  'dt',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'center',
  'tr',
]);
/** Share of running text that a wider container must add, and share of it in all that is added. */
const LEAST_MORE = 0.35;
const LEAST_RUNNING = 0.6;
/** Text above the headline seldom belongs to it. */
const BEFORE = 0.4;
/** So does that of one article among several without it. */
const OTHER = 0.5;
const FEWEST_OTHERS = 3;
const FEWEST_WORDS = 4;
/** Commas stand closer than that in addresses and lists, which tell no story. */
const LETTERS_PER_COMMA = 50;
const WEIGHTS: readonly number[] = [1, 0.5, 0.33];

/** The element that holds the text of the story; null where the page has no running text. */
export function chooseBody(reading: Reading, headline: Headline | null): Candidate<PageElement> | null {
  const dense = densestElement(reading, headline);
  const least = dense === null ? 0 : plainLength(reading, dense) * LEAST_SHARE;
  const marked = markedBodies(reading).filter(
    ({ value, layer }) => layer !== 'heuristic' || plainLength(reading, value) >= least || value === dense,
  );
  const best = chooseCandidate(marked, ({ index }) => String(index));
  return best ?? (dense === null ? null : { value: dense, rule: 'text-density', layer: 'heuristic', score: 0.5 });
}

function markedBodies(reading: Reading): readonly Candidate<PageElement>[] {
  const { tree, layout, address } = reading;
  const found: Candidate<PageElement>[] = [];
  const add = (
    elements: readonly PageElement[],
    rule: string,
    layer: Candidate<PageElement>['layer'],
    score: number,
  ): void => {
    const main = elements.filter((element) => reading.zones.zoneOf(element) === 'main');
    const longest = main.reduce<PageElement | null>(
      (a, b) => (a !== null && textLengthOf(reading, a) >= textLengthOf(reading, b) ? a : b),
      null,
    );
    if (longest !== null && textLengthOf(reading, longest) > 0) found.push({ value: longest, rule, layer, score });
  };
  for (const selector of layout?.articleBody ?? []) {
    if (found.length === 0) add(tree.find(selector), `${layout?.name}-body`, 'profile', 0.95);
  }
  const { nativeId } = address.shape;
  add(nativeId === null ? [] : tree.find(`#news-id-${nativeId}`), 'dle-news-id', 'engine', 0.93);
  add(tree.find('[id^="news-id-"]'), 'dle-news-id', 'engine', 0.9);
  add(tree.find('.elementor-widget-theme-post-content'), 'elementor-post-content', 'engine', 0.88);
  for (const [selector, rule, score] of KNOWN_CONTAINERS) add(tree.find(selector), rule, 'heuristic', score);
  return found;
}

/** The container whose blocks hold the most running text outside links; a list of teasers only where nothing else does. */
function densestElement(reading: Reading, headline: Headline | null): PageElement | null {
  const blocks = runningText(reading);
  const best = densestOf(reading, headline, blocks);
  const list = best === null ? null : listAround(reading, best, headline);
  if (best === null || list === null) return best === null ? null : widened(reading, best, blocks);
  const rest = new Map([...blocks].filter(([block]) => !isWithin(block, list)));
  const other = densestOf(reading, headline, rest);
  return other === null ? widened(reading, best, blocks) : widened(reading, other, rest);
}

/** The list of teasers that an element belongs to, on a page that is a story by its address, or without one by its title. */
function listAround(reading: Reading, best: PageElement, headline: Headline | null): PageElement | null {
  const { address, data } = reading;
  const heading = headline?.element ?? null;
  const isTold = address.shape.kind === 'story' || data.isStory;
  if (headline === null || heading === null || !(isTold || (address.page === null && isInTitle(reading, headline))))
    return null;
  for (const element of [best, best.parent, best.parent?.parent ?? null]) {
    if (element === null || element.tag === 'body' || isWithin(heading, element)) return null;
    if (isListOfStories(reading, element)) return element;
  }
  return null;
}

/** Whether the window has the headline for its title; that of a category is shorter than a headline. */
function isInTitle({ tree }: Reading, { text: { text } }: Headline): boolean {
  return text.split(' ').length >= FEWEST_WORDS && headlineKey(pageTitle(tree)).includes(headlineKey(text));
}

/** The best container of some blocks, in the manner of Readability. */
function densestOf(
  reading: Reading,
  headline: Headline | null,
  blocks: ReadonlyMap<PageElement, OwnText>,
): PageElement | null {
  const scores = new Map<PageElement, number>();
  for (const [block, own] of blocks) {
    const commas = Math.min(own.commas, own.length / LETTERS_PER_COMMA);
    const score = own.runs + commas + Math.min(3 * own.runs, own.length / 100);
    let holder = LEAVES.has(block.tag) ? block.parent : block;
    for (const weight of WEIGHTS) {
      if (holder === null || isRoot(holder)) break;
      scores.set(holder, (scores.get(holder) ?? 0) + score * weight);
      holder = holder.parent;
    }
  }
  const isOther = otherArticles(reading, headline);
  let best: PageElement | null = null;
  let bestScore = 0;
  for (const [element, score] of scores) {
    const { all, plain } = reading.zones.textLength(element);
    const place = (isAfter(element, headline) ? 1 : BEFORE) * (isOther(element) ? OTHER : 1);
    const weighed = all === 0 ? 0 : score * (plain / all) * place;
    if (weighed > bestScore) [best, bestScore] = [element, weighed];
  }
  return best;
}

/**
 * Where a story's text stands in several containers, the element that holds them all: as long as an element above adds
 * much running text, and little else. Lists of other stories add links and headings.
 */
function widened(reading: Reading, best: PageElement, blocks: ReadonlyMap<PageElement, OwnText>): PageElement {
  const running = runningSums(reading, blocks);
  let widest = best;
  for (let up = best.parent; up !== null && !isRoot(up) && up.tag !== 'body'; up = up.parent) {
    const more = running(up) - running(widest);
    const all = reading.zones.textLength(up).all - reading.zones.textLength(widest).all;
    if (more >= running(widest) * LEAST_MORE && more >= all * LEAST_RUNNING) widest = up;
    if (up.tag === 'article' || up.tag === 'main') break;
  }
  return widest;
}

/** Length of the running text below an element. */
function runningSums({ tree }: Reading, blocks: ReadonlyMap<PageElement, OwnText>): (element: PageElement) => number {
  const sums = new Float64Array(tree.nodes.length + 1);
  for (const [{ index }, { length }] of blocks) sums[index + 1] = length;
  for (let index = 1; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  return ({ index, end }) => (sums[end + 1] ?? 0) - (sums[index] ?? 0);
}

interface OwnText {
  length: number;
  commas: number;
  /** Paragraphs: line breaks may part several. */
  runs: number;
}

/** Blocks of the main part with the length and commas of the text that stands in them directly, outside links. */
function runningText({ tree, zones }: Reading): ReadonlyMap<PageElement, OwnText> {
  const blocks = new Map<PageElement, OwnText>();
  const linked = new Map<PageElement, number>();
  for (const node of tree.textNodes) {
    if (zones.zoneOf(node) !== 'main') continue;
    const { block, isLink } = blockOf(node.parent);
    if (block === null) continue;
    const text = tree.trimmedTextOf(node);
    if (isLink) {
      linked.set(block, (linked.get(block) ?? 0) + text.length);
      continue;
    }
    const own = blocks.get(block) ?? { length: 0, commas: 0, runs: 0 };
    const isRun = own.runs === 0 || (text.length >= SHORTEST_BLOCK && isAfterBreak(tree, node));
    blocks.set(block, {
      length: own.length + text.length,
      commas: own.commas + text.split(',').length - 1,
      runs: own.runs + (isRun ? 1 : 0),
    });
  }
  return new Map(
    [...blocks].filter(([block, own]) => own.length >= SHORTEST_BLOCK && own.length > (linked.get(block) ?? 0)),
  );
}

function isAfterBreak({ nodes }: PageTree, { index }: PageText): boolean {
  const before = nodes[index - 1];
  return before?.kind === 'element' && before.tag === 'br';
}

function blockOf(element: PageElement | null): { readonly block: PageElement | null; readonly isLink: boolean } {
  let isLink = false;
  let up = element;
  while (up !== null && !BLOCK_TAGS.has(up.tag) && up.tag !== 'td') {
    if (up.tag === 'a' || up.tag === 'label' || up.tag === 'button') isLink = true;
    up = up.parent;
  }
  return { block: up === null || up.tag === 'title' ? null : up, isLink };
}

/** Whether an element stands in one of several articles beside the one with the headline: teasers of other stories. */
function otherArticles({ tree }: Reading, headline: Headline | null): (element: PageElement) => boolean {
  const heading = headline?.element ?? null;
  const others = tree.find('article').filter((article) => heading === null || !isWithin(heading, article));
  if (heading === null || others.length < FEWEST_OTHERS) return () => false;
  return (element) => others.some((article) => isWithin(element, article));
}

function isAfter(element: PageElement, headline: Headline | null): boolean {
  const heading = headline?.element ?? null;
  return heading === null || element.index > heading.index || isWithin(heading, element);
}

/** The page itself; some pages hold another inside. */
function isRoot({ tag, depth }: PageElement): boolean {
  return tag === 'html' && depth === 0;
}

function plainLength({ zones }: Reading, element: PageElement): number {
  return zones.textLength(element).plain;
}

function textLengthOf({ zones }: Reading, element: PageElement): number {
  return zones.textLength(element).all;
}
