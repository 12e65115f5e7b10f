import type { CounterOrder } from '../../model/site-profile.js';
import { readCount, readCountPair, readLabelledCount } from '../fields/count.js';

/** The counters that a line prints. */
export interface Counters {
  readonly views: number | null;
  readonly commentCount: number | null;
  /** Code of the diagnostic that the reading deserves: another split or another order is possible. */
  readonly doubt: 'ambiguous-counters' | 'counter-order-by-size' | null;
}

/** The order in which a site prints its counters, and whether its profile says so. */
export interface CounterHabit {
  readonly order: CounterOrder;
  readonly certain: boolean;
}

const LONGEST = 160;
/** Icons that stand for a label. */
const ICONS: readonly (readonly [RegExp, string])[] = [
  [/[\u{1f441}\u{1f440}]\ufe0f?/gu, ' views '],
  [/[\u{1f4ac}\u{1f5e8}\u{1f4ad}]\ufe0f?/gu, ' comments '],
];
/** Figures without a label: `1 109 0`, `0 / 1 261`. */
const FIGURES = /^\d[\d\s/|•·]*$/;
const ONE_FIGURE = /^\d{1,3}(?:\s\d{3})+$/;
/** Figures before a labelled one: `2009 12 pikir`, `5479 2 пікір`. */
const FIGURES_THEN_LABEL = /^(\d[\d\s/|•·]*\d)\s+([\p{L}][\p{L}\s.]{1,30})$/u;
/** Signs between two labelled counters. */
const SEPARATOR = /\s*[|•·;,/\t]\s*/;
/** The end of a labelled figure where the next label begins: `Просмотров: 1 234 | Комментариев: 5` without the sign. */
const NEXT_LABEL = /(?<=\d)\s+(?=\p{L}[\p{L}\s]{1,40}:\s*\d)/u;

const FIGURE_AT_START = /^\d{1,3}(?:[ ,]\d{3}){1,2}(?!\d)|^\d{1,7}(?!\d)/;
const FIGURE_AT_END = /(?<!\d)\d{1,3}(?:[ ,]\d{3}){1,2}$|(?<!\d)\d{1,7}$/;
const SIGNS = /^[\s|•·;,/—–-]+|[\s|•·;,/—–-]+$/g;

/**
 * Reads a line, or the rest of one, that holds nothing but counters; null where anything else stands in it.
 * One figure without a label is not read: nothing says what it counts.
 */
export function readCounters(text: string, habit: CounterHabit): Counters | null {
  if (text.length > LONGEST) return null;
  const line = ICONS.reduce((sum, [icon, label]) => sum.replace(icon, label), text).trim();
  if (line === '') return null;
  if (FIGURES.test(line)) return readFigures(line, habit);
  return (
    readLabelled([line]) ?? readWithLabel(line) ?? readLabelled(partsOf(line)) ?? readTwo(line) ?? readBeside(line)
  );
}

/**
 * The two counters of a site, as printed. Where no profile tells the order, the greater figure is the views: who
 * comments on a story has opened it.
 */
export function toCounters([first, second]: readonly [number, number], { order, certain }: CounterHabit): Counters {
  const [views, commentCount] = order === 'views-comments' ? [first, second] : [second, first];
  if (certain || commentCount <= views) return { views, commentCount, doubt: null };
  return { views: commentCount, commentCount: views, doubt: 'counter-order-by-size' };
}

function readFigures(line: string, habit: CounterHabit): Counters | null {
  const pair = readCountPair(line, habit.order);
  // «1 234» is one figure rather than 234 comments on one view.
  if (pair === null || (ONE_FIGURE.test(line) && pair.commentCount > pair.views)) return null;
  const { views, commentCount, ambiguous } = pair;
  const figures =
    habit.order === 'views-comments' ? ([views, commentCount] as const) : ([commentCount, views] as const);
  const counters = toCounters(figures, habit);
  return ambiguous ? { ...counters, doubt: 'ambiguous-counters' } : counters;
}

/** The label of the last figure tells the order of both. */
function readWithLabel(line: string): Counters | null {
  const [, figures = '', label = ''] = FIGURES_THEN_LABEL.exec(line) ?? [];
  const last = figures === '' ? null : readLabelledCount(`1 ${label}`);
  if (last === null) return null;
  const pair = readCountPair(figures, last.kind === 'comments' ? 'views-comments' : 'comments-views');
  if (pair === null) return null;
  const { views, commentCount, ambiguous } = pair;
  return { views, commentCount, doubt: ambiguous ? 'ambiguous-counters' : null };
}

/** Two labelled counters with nothing between them: `61 рет оқылды Пікір жоқ`. */
function readTwo(line: string): Counters | null {
  for (const { index } of line.matchAll(/\s+(?=[\p{L}\d])/gu)) {
    const counters = readLabelled([line.slice(0, index), line.slice(index).trim()]);
    if (counters !== null && counters.views !== null && counters.commentCount !== null) return counters;
  }
  return null;
}

/** Comments with their label and a figure without one: `2 комментария 43 307`, `2,033 • Комментариев нет`. */
function readBeside(line: string): Counters | null {
  for (const pattern of [FIGURE_AT_START, FIGURE_AT_END]) {
    const [figure = ''] = pattern.exec(line) ?? [];
    const rest = pattern === FIGURE_AT_START ? line.slice(figure.length) : line.slice(0, -figure.length);
    const bare = figure === '' ? null : readCount(figure);
    const label = bare === null ? null : readLabelledCount(rest.replace(SIGNS, ''));
    // A figure beside labelled views may be a note as well.
    if (label?.kind === 'views') return { views: label.count, commentCount: null, doubt: null };
    if (bare !== null && label !== null && label.count <= bare)
      return { views: bare, commentCount: label.count, doubt: null };
  }
  return null;
}

function partsOf(line: string): readonly string[] {
  return line.split(SEPARATOR).flatMap((part) => part.split(NEXT_LABEL));
}

function readLabelled(parts: readonly string[]): Counters | null {
  const counts = parts.map((part) => readLabelledCount(part));
  if (counts.some((count) => count === null)) return null;
  const countOf = (kind: string) => counts.find((count) => count?.kind === kind)?.count ?? null;
  return { views: countOf('views'), commentCount: countOf('comments'), doubt: null };
}
