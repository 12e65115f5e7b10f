import { readCount, readCountPair, readLabelledCount } from '../fields/count.js';
import { findDates } from '../fields/date.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { type CounterKind, iconKind, kindOfNames } from './counter-names.js';
import { type FoundCounter, LONGEST_LINE, readText } from './counter-text.js';
import { textIn } from './folded-text.js';
import type { PageElement } from './page-tree.js';
import { closeness, isWithin, type Reading } from './reading.js';
import { selectText } from './selected.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** The two counters of a story, as chosen. */
export interface Counters {
  readonly views: Candidate<number> | null;
  readonly commentCount: Candidate<number> | null;
  /** Whether a row of figures could be split in another way. */
  readonly isAmbiguous: boolean;
}

/** Nodes below an element that prints a counter: more hold no single figure, and hostile pages nest them without end. */
const MOST_NODES = 60;
const LABELS: readonly string[] = ['title', 'aria-label', 'data-title', 'data-original-title', 'data-tooltip', 'alt'];
const LONGEST = 60;
/** Headings of the comments: «Пікірлер 5», «(3)». */
const COMMENT_HEADINGS =
  '.comments-title, .comments__title, .heading .hnum, .commentbox h3, #comments > h2, #comments > h3, .comments-count, .comments_count';

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

function profileCounters({ tree, layout }: Reading): readonly FoundCounter[] {
  const read = (kind: CounterKind, selectors: readonly string[] | undefined): readonly FoundCounter[] => {
    const text = selectText(tree, selectors)?.text.text ?? null;
    const count = text === null ? null : (readCount(bareCount(text)) ?? readLabelledCount(text)?.count ?? null);
    return count === null
      ? []
      : [{ kind, value: count, rule: `${layout?.name}-${kind}`, layer: 'profile', score: 0.95 }];
  };
  return [...read('views', layout?.views), ...read('comments', layout?.commentCount)];
}

function structuredCounters({ data }: Reading): readonly FoundCounter[] {
  const read = (kind: CounterKind, count: number | null): readonly FoundCounter[] =>
    count === null ? [] : [{ kind, value: count, rule: 'json-ld', layer: 'structured-data', score: 0.6 }];
  return [...read('views', data.views), ...read('comments', data.commentCount)];
}

/** Counters printed near the story; those of other stories stand in widgets, or in links to them. */
function labelledCounters(reading: Reading, place: StoryPlace): readonly FoundCounter[] {
  const { tree, zones } = reading;
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const found: FoundCounter[] = [];
  for (const element of tree.elements()) {
    if (
      zones.zoneOf(element) !== 'main' ||
      zones.textLength(element).all > LONGEST ||
      element.end - element.index > MOST_NODES ||
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
function textCounters({ tree, zones }: Reading, place: StoryPlace): readonly FoundCounter[] {
  const anchor = place.body ?? place.headline;
  if (anchor === null) return [];
  const headline = place.headline === null ? null : textIn(tree, place.headline);
  return tree.figureNodes.flatMap((node): readonly FoundCounter[] => {
    if (node.parent === null || zones.zoneOf(node) !== 'main') return [];
    const text = tree.trimmedTextOf(node);
    if (text.length > LONGEST_LINE || !isBesideText(tree, place, node)) return [];
    // «Оқылды: 100 кітап» may be a headline, printed once more by the breadcrumb.
    if (headline !== null && headline !== '' && text.includes(headline)) return [];
    const near = closeness(node.parent, anchor) / Math.max(1, anchor.depth);
    return readText(tree, node, text).map((counter) => ({ ...counter, score: counter.score * (0.6 + near * 0.4) }));
  });
}

function readElement({ tree }: Reading, element: PageElement): FoundCounter | null {
  const text = textIn(tree, element);
  const count = readCount(bareCount(text));
  const found = (kind: CounterKind, value: number, rule: string, score: number): FoundCounter => ({
    kind,
    value,
    rule,
    layer: 'heuristic',
    score,
  });
  for (const name of LABELS) {
    const label = tree.attribute(element, name);
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

/** What the comments say of their number: «Пікірлер (5)», «Комментариев нет». */
function headingCounters({ tree, zones }: Reading): readonly FoundCounter[] {
  const said = tree.textNodes.find(
    (node) => zones.zoneOf(node) === 'comments' && isNumberOfComments(tree.trimmedTextOf(node)),
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
