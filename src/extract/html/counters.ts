import { readCount, readCountPair, readLabelledCount } from '../fields/count.js';
import { findDates } from '../fields/date.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { textIn } from './folded-text.js';
import type { PageElement, PageText, PageTree } from './page-tree.js';
import { closeness, isWithin, type Reading } from './reading.js';
import { selectText } from './selected.js';
import { isBesideText, type StoryPlace } from './story-place.js';

export type CounterKind = 'views' | 'comments';

/** The two counters of a story, as chosen. */
export interface Counters {
  readonly views: Candidate<number> | null;
  readonly commentCount: Candidate<number> | null;
  /** Whether a row of figures could be split in another way. */
  readonly isAmbiguous: boolean;
}

/** Names of counters and of the icons beside them. */
const NAMES: Readonly<Record<CounterKind, RegExp>> = {
  views: /[\s_-](?:\w*views?|viewed|eye|hits|prosmotr\w*|watch(?:ed)?|reads?-?count|argviews)(?=[\s_-])/,
  comments:
    /[\s_-](?:\w*comments?|\w*coms?|comm|com_count|argcoms|hnum|dle-comm-link|pikir\w*|otzyv\w*|komment\w*|bubbles?|chat|speech|discuss\w*|replies)(?=[\s_-])/,
};
/** Nodes between a figure and its icon or label. */
const MOST_STEPS = 4;
const ICON_TAGS: ReadonlySet<string> = new Set(['svg', 'i', 'img', 'span', 'em']);
const LABELS: readonly string[] = ['title', 'aria-label', 'data-title', 'data-original-title', 'data-tooltip', 'alt'];
const LONGEST = 60;
/** A line with date, category and counters. */
const LONGEST_LINE = 200;
/** What parts the counters of a line, or stands at its edges. */
const BETWEEN = /\s*[|•·;]\s*|\s+[/–—]\s+|\s{2,}|\s+(?=[\u{1f440}\u{1f441}\u{1f4ac}\u{1f5e8}-\u{1f5ea}])/u;
/** `24 маусым 2019 ж. Қаралды: 1 109 Пікірлер: 2`. */
const LABEL_BEFORE = /\p{L}{3,20}:[ \u00a0]{0,3}\d[\d \u00a0\u2009\u202f]{0,12}/gu;
const FILE_NAME = /([\w-]{1,40})\.(?:png|gif|jpe?g|svg|webp)(?:\?|$)/;
const EDGES = /^[\s/|•·;,()-]+|[\s/|•·;,()-]+$/g;
/** Headings of the comments: «Пікірлер 5», «(3)». */
const COMMENT_HEADINGS =
  '.comments-title, .comments__title, .heading .hnum, .commentbox h3, #comments > h2, #comments > h3, .comments-count, .comments_count';

interface Found extends Candidate<number> {
  readonly kind: CounterKind;
}

/** Reads the views and the number of comments of the story by layout, label, name, icon, or the tail of its footer. */
export function readCounters(reading: Reading, place: StoryPlace, shownComments: number): Counters {
  const found = [
    ...profileCounters(reading),
    ...structuredCounters(reading),
    ...labelledCounters(reading, place),
    ...textCounters(reading, place),
    ...headingCounters(reading),
  ];
  const best = (kind: CounterKind): Candidate<number> | null =>
    chooseCandidate(
      found.filter((candidate) => candidate.kind === kind),
      String,
    );
  const [views, comments] = [best('views'), best('comments')];
  const tail = views === null && comments === null ? readTail(reading, place) : null;
  if (tail !== null) return tail;
  const counted =
    shownComments > 0
      ? { value: shownComments, rule: 'shown-comments', layer: 'heuristic' as const, score: 0.3 }
      : null;
  return { views, commentCount: comments ?? counted, isAmbiguous: false };
}

function profileCounters({ tree, layout }: Reading): readonly Found[] {
  const read = (kind: CounterKind, selectors: readonly string[] | undefined): readonly Found[] => {
    const text = selectText(tree, selectors)?.text.text ?? null;
    const count = text === null ? null : (readCount(bareCount(text)) ?? readLabelledCount(text)?.count ?? null);
    return count === null
      ? []
      : [{ kind, value: count, rule: `${layout?.name}-${kind}`, layer: 'profile', score: 0.95 }];
  };
  return [...read('views', layout?.views), ...read('comments', layout?.commentCount)];
}

function structuredCounters({ data }: Reading): readonly Found[] {
  const read = (kind: CounterKind, count: number | null): readonly Found[] =>
    count === null ? [] : [{ kind, value: count, rule: 'json-ld', layer: 'structured-data', score: 0.6 }];
  return [...read('views', data.views), ...read('comments', data.commentCount)];
}

/** Counters printed near the story; those of other stories stand in widgets, or in links to them. */
function labelledCounters(reading: Reading, place: StoryPlace): readonly Found[] {
  const { tree, zones } = reading;
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const found: Found[] = [];
  for (const element of tree.elements()) {
    if (
      zones.zoneOf(element) !== 'main' ||
      zones.textLength(element).all > LONGEST ||
      isWithin(element, place.headline) ||
      !isBesideText(tree, place, element)
    )
      continue;
    const counter = readElement(reading, element);
    if (counter === null) continue;
    const near = closeness(element, anchor) / Math.max(1, anchor.depth);
    found.push({ ...counter, score: counter.score * (0.6 + near * 0.4) });
  }
  return found;
}

/**
 * Counters that share an element with others: a text that says what it counts, or one beside an icon
 * (`<i class="eye"></i> 12 <i class="comments"></i> 3`, `Просмотров: 12 | Комментариев: 3`).
 */
function textCounters({ tree, zones }: Reading, place: StoryPlace): readonly Found[] {
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const headline = place.headline === null ? null : textIn(tree, place.headline);
  return tree.nodes.flatMap((node): readonly Found[] => {
    if (node.kind !== 'text' || node.segment === null || node.parent === null || zones.zoneOf(node) !== 'main')
      return [];
    const text = tree.trimmedTextOf(node);
    if (text.length > LONGEST_LINE || !/\d/.test(text) || !isBesideText(tree, place, node)) return [];
    // «Оқылды: 100 кітап» may be a headline, printed once more by the breadcrumb.
    if (headline !== null && headline !== '' && text.includes(headline)) return [];
    const near = closeness(node.parent, anchor) / Math.max(1, anchor.depth);
    return readText(tree, node, text).map((counter) => ({ ...counter, score: counter.score * (0.6 + near * 0.4) }));
  });
}

function readText(tree: PageTree, node: PageText, text: string): readonly Found[] {
  const base = { layer: 'heuristic' as const };
  const pieces = text.split(BETWEEN);
  const labelled = [...pieces, ...(pieces.length === 1 ? (text.match(LABEL_BEFORE) ?? []) : [])].map(readLabelledCount);
  const found = labelled.filter((counter) => counter !== null);
  if (found.length > 0)
    return found.map(({ kind, count }) => ({ ...base, kind, value: count, rule: 'label-in-line', score: 0.8 }));
  // `<i class="eye"></i> 12 | Санаты:`: the figure right behind the icon.
  const value = readCount((pieces.find((piece) => piece !== '') ?? '').replace(EDGES, ''));
  if (value === null) return [];
  const icon = kindOfIcon(tree, node);
  if (icon !== null) return [{ ...base, kind: icon, value, rule: 'counter-icon', score: 0.75 }];
  const kind = kindOfLabel(tree, node);
  return kind === null ? [] : [{ ...base, kind, value, rule: 'label-beside', score: 0.72 }];
}

/** `<i class="eye"></i> 12`, `<i class="eye"></i><b>12</b>`: what the icon right before a figure shows. */
function kindOfIcon(tree: PageTree, node: PageText): CounterKind | null {
  for (let index = node.index - 1; index >= node.index - MOST_STEPS; index -= 1) {
    const before = tree.nodes[index];
    if (before?.kind !== 'element') return null;
    if (before.end < node.index) return ICON_TAGS.has(before.tag) ? iconKind([before]) : null;
  }
  return null;
}

/** `Қаралды <b>12</b>`, `<span>Қаралды:</span> <b>12</b>`, `<b>12</b> рет қаралды`: the label in the text before a figure, else behind it. */
function kindOfLabel(tree: PageTree, node: PageText): CounterKind | null {
  const before = textBeside(tree, node, -1);
  const label = before === null ? null : labelIn(tree, before, -1);
  return label === null || isTaken(tree, before) ? behind(tree, node) : label;
}

/** «<b>12</b> қаралды <b>3</b> пікір»: whether a label in front of a figure is that of the figure before it. */
function isTaken(tree: PageTree, label: PageText | null): boolean {
  const figure = label === null ? null : textBeside(tree, label, -1);
  if (figure === null || !isFigure(tree, figure)) return false;
  const other = textBeside(tree, figure, -1);
  return other === null || labelIn(tree, other, -1) === null;
}

function behind(tree: PageTree, node: PageText): CounterKind | null {
  const after = textBeside(tree, node, 1);
  return after === null ? null : labelIn(tree, after, 1);
}

/** The label at the end, or at the beginning, of a text. */
function labelIn(tree: PageTree, node: PageText, step: 1 | -1): CounterKind | null {
  const text = tree.textOf(node).trim();
  // A sign at the very end parts the label from the figure, as it does between white space.
  const piece = text.length > LONGEST_LINE ? '' : (` ${text} `.split(BETWEEN).at(step < 0 ? -1 : 0) ?? '');
  return /\d/.test(piece) ? null : (readLabelledCount(`${piece} 1`)?.kind ?? null);
}

function isFigure(tree: PageTree, node: PageText): boolean {
  const text = tree.textOf(node).trim();
  return text.length <= LONGEST && readCount(text.replace(EDGES, '')) !== null;
}

/** The next text in either direction, a few nodes away at the most. */
function textBeside(tree: PageTree, node: PageText, step: 1 | -1): PageText | null {
  for (let index = node.index + step; Math.abs(index - node.index) <= MOST_STEPS; index += step) {
    const other = tree.nodes[index];
    if (other?.kind === 'text' && other.segment !== null) return other;
  }
  return null;
}

function readElement({ tree }: Reading, element: PageElement): Found | null {
  const text = textIn(tree, element);
  const count = readCount(bareCount(text));
  const found = (kind: CounterKind, value: number, rule: string, score: number): Found => ({
    kind,
    value,
    rule,
    layer: 'heuristic',
    score,
  });
  for (const name of LABELS) {
    const label = element.attributes[name] === undefined ? null : tree.attribute(element, name);
    if (label === null || label.length > LONGEST) continue;
    const labelled =
      readLabelledCount(label) ??
      (count === null ? null : readLabelledCount(`${label.replace(/:\s*$/, '')}: ${count}`));
    if (labelled !== null) return found(labelled.kind, labelled.count, 'label', 0.9);
  }
  const own = readLabelledCount(text);
  if (own !== null) return found(own.kind, own.count, 'printed-label', 0.85);
  if (count === null) return null;
  const kind = kindOfNames(element.names) ?? iconKind(tree.elements(element));
  return kind === null ? null : found(kind, count, 'counter-name', 0.7);
}

function kindOfNames(names: string): CounterKind | null {
  if (NAMES.views.test(names)) return 'views';
  return NAMES.comments.test(names) ? 'comments' : null;
}

function iconKind(inner: readonly PageElement[]): CounterKind | null {
  for (const element of inner.slice(0, 5)) {
    if (!ICON_TAGS.has(element.tag)) continue;
    // `#icon-eye`, `/images/views.png`: the last part names the picture.
    const { href, src } = element.attributes;
    const file = FILE_NAME.exec(src ?? '')?.[1] ?? '';
    const reference = ` ${(href ?? '').replace(/^.*#/, '-')} ${file} `.toLowerCase();
    const kind = kindOfNames(element.names) ?? kindOfNames(reference);
    if (kind !== null) return kind;
  }
  return null;
}

/** What the comments say of their number: «Пікірлер (5)», «Комментариев нет». */
function headingCounters({ tree, zones }: Reading): readonly Found[] {
  const said = tree.nodes.find(
    (node) =>
      node.kind === 'text' &&
      node.segment !== null &&
      zones.zoneOf(node) === 'comments' &&
      isNumberOfComments(tree.trimmedTextOf(node)),
  );
  const heading = said?.parent ?? tree.find(COMMENT_HEADINGS)[0];
  if (heading === undefined || heading === null) return [];
  const text = textIn(tree, heading);
  const count = readCount(bareCount(text)) ?? readLabelledCount(text)?.count ?? null;
  return count === null
    ? []
    : [{ kind: 'comments', value: count, rule: 'comments-heading', layer: 'heuristic', score: 0.5 }];
}

function isNumberOfComments(text: string): boolean {
  return text.length <= LONGEST && readLabelledCount(text)?.kind === 'comments';
}

/** `24 маусым 2019 ж. 599 0` at the end of a story. */
function readTail(reading: Reading, place: StoryPlace): Counters | null {
  const { tree, zones, known } = reading;
  const order = known.site?.counterOrder ?? known.profile?.counterOrder ?? 'views-comments';
  for (const element of tree.elements()) {
    const { all } = zones.textLength(element);
    if (zones.zoneOf(element) !== 'main' || all < 8 || all > LONGEST || !isBesideText(tree, place, element)) continue;
    const text = textIn(tree, element);
    const date = findDates(text).at(-1);
    const pair = date === undefined ? null : readCountPair(text.slice(date.end).trim(), order);
    if (pair === null) continue;
    const candidate = (value: number): Candidate<number> => ({ value, rule: 'footer', layer: 'heuristic', score: 0.5 });
    return { views: candidate(pair.views), commentCount: candidate(pair.commentCount), isAmbiguous: pair.ambiguous };
  }
  return null;
}

/** A figure without the brackets and signs around it. */
function bareCount(text: string): string {
  return text.length > LONGEST ? '' : text.replace(/^[([{:\s]+|[)\]}\s]+$/g, '');
}
