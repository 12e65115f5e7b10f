import type { CounterOrder } from '../../model/site-profile.js';
import { readCount, readCountPair, readLabelledCount } from '../fields/count.js';

/** The counters that a line prints. */
export interface Counters {
  readonly views: number | null;
  readonly commentCount: number | null;
  /** The figures could be split in another way. */
  readonly ambiguous: boolean;
  /** Each figure had a label, so that the order of the site does not matter. */
  readonly labelled: boolean;
}

const LONGEST = 160;
/** Figures without a label: `1 109 0`, `0 / 1 261`. */
const FIGURES = /^\d[\d\s/|•·]*$/;
const ONE_FIGURE = /^\d{1,3}(?:\s\d{3})+$/;
/** Figures before a labelled one: `2009 12 pikir`, `5479 2 пікір`. */
const FIGURES_THEN_LABEL = /^(\d[\d\s/|•·]*\d)\s+([\p{L}][\p{L}\s.]{1,30})$/u;
/** Signs between two labelled counters. */
const SEPARATOR = /\s*[|•·;,/\t]\s*/;
/** The end of a labelled figure where the next label begins: `Просмотров: 1 234 | Комментариев: 5` without the sign. */
const NEXT_LABEL = /(?<=\d)\s+(?=\p{L}[\p{L}\s]{1,40}:\s*\d)/u;

/**
 * Reads a line, or the rest of one, that holds nothing but counters; null where anything else stands in it.
 * One figure without a label is not read: nothing says what it counts.
 */
export function readCounters(text: string, order: CounterOrder): Counters | null {
  const line = text.trim();
  if (line === '' || line.length > LONGEST) return null;
  if (FIGURES.test(line)) return readFigures(line, order);
  return readWithLabel(line) ?? readLabelled(line);
}

function readFigures(line: string, order: CounterOrder): Counters | null {
  const pair = readCountPair(line, order);
  // «1 234» is one figure rather than 234 comments on one view.
  if (pair === null || (ONE_FIGURE.test(line) && pair.commentCount > pair.views)) return null;
  return { ...pair, labelled: false };
}

/** The label of the last figure tells the order of both. */
function readWithLabel(line: string): Counters | null {
  const [, figures = '', label = ''] = FIGURES_THEN_LABEL.exec(line) ?? [];
  const last = figures === '' ? null : readLabelledCount(`1 ${label}`);
  if (last === null || readCount(figures) === null) return null;
  const pair = readCountPair(figures, last.kind === 'comments' ? 'views-comments' : 'comments-views');
  return pair === null ? null : { ...pair, labelled: true };
}

function readLabelled(line: string): Counters | null {
  const whole = readLabelledCount(line);
  const parts = whole === null ? line.split(SEPARATOR).flatMap((part) => part.split(NEXT_LABEL)) : [line];
  const counts = parts.map((part) => readLabelledCount(part));
  if (counts.some((count) => count === null)) return null;
  const countOf = (kind: string) => counts.find((count) => count?.kind === kind)?.count ?? null;
  return { views: countOf('views'), commentCount: countOf('comments'), ambiguous: false, labelled: true };
}
