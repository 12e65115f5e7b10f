import { isGenericAuthor, readByline } from '../fields/byline.js';
import { readCount } from '../fields/count.js';
import type { PrintedDate } from '../fields/date.js';
import { type CounterHabit, type Counters, toCounters } from './counters.js';
import type { Line } from './lines.js';
import { type MetaLine, type MetaOptions, readMetaLine } from './meta-line.js';
import { readKeywords } from './tail.js';
import { isWidgetLine } from './widget-lines.js';

/** A value, and the line it stands in. */
export interface Found<T> {
  readonly value: T;
  readonly line: Line;
}

/** What the lines about a story say, above or below it. */
export interface StoryFacts {
  readonly date: Found<PrintedDate> | null;
  readonly modified: Found<PrintedDate> | null;
  readonly counters: Found<Counters> | null;
  readonly section: Found<string> | null;
  readonly author: Found<string> | null;
  readonly keywords: readonly string[];
}

/** What a line says of a story. */
export type Fact =
  | { readonly kind: 'meta'; readonly meta: MetaLine }
  | { readonly kind: 'figure'; readonly count: number }
  | { readonly kind: 'keywords'; readonly words: readonly string[] }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'author'; readonly name: string }
  | { readonly kind: 'widget' };

/** A line with what it says of the story; null for a line of the story. */
export interface Entry {
  readonly line: Line;
  readonly fact: Fact | null;
}

/** A section or an author that a label names: `Айдар: Қоғам`, `Автор: Пётр Савельев`. */
const SECTION_LABEL =
  /^(?:айдар|айдары|санат|санаты|категория|категориялар|рубрика|раздел|рубрикасы|бөлім|категорияси|рукн|ruknі|kategoriya|aıdar)\s*:\s*(\p{Lu}[\p{L}\p{M}\s,«»-]{1,50})$/iu;
const AUTHOR_LABEL = /^(?:автор|авторы|author|avtor)\s*:\s*(\S.{1,60})$/iu;

/** Whether a line is about a story and no line of one: date, counters, keywords, a widget. */
export function isAboutStory(line: Line, options: MetaOptions): boolean {
  return factOf(line, options) !== null;
}

/** Whether a line holds a date and counters. */
export function isFooterLine(line: Line, options: MetaOptions): boolean {
  const fact = factOf(line, options);
  return fact?.kind === 'meta' && fact.meta.date !== null && fact.meta.counters !== null;
}

/** Reads what a line says of a story; null for a line of the story. */
export function factOf(line: Line, options: MetaOptions): Fact | null {
  const words = readKeywords(line.text);
  if (words !== null) return { kind: 'keywords', words };
  const count = readCount(line.text);
  if (count !== null && /^\d{1,3}(?:[ ,]\d{3})*$|^\d+$/.test(line.text)) return { kind: 'figure', count };
  const meta = readMetaLine(line.text, options);
  if (meta !== null) return { kind: 'meta', meta };
  const section = SECTION_LABEL.exec(line.text)?.[1];
  if (section !== undefined) return { kind: 'section', name: section };
  const author = AUTHOR_LABEL.exec(line.text)?.[1];
  if (author !== undefined && (readByline(author) !== null || isGenericAuthor(author))) {
    return { kind: 'author', name: author };
  }
  return isWidgetLine(line.text) ? { kind: 'widget' } : null;
}

/** What the lines about a story say together. */
export function factsOf(entries: readonly Entry[], options: MetaOptions): StoryFacts {
  const metas = entries.flatMap(({ line, fact }) => (fact?.kind === 'meta' ? [{ line, meta: fact.meta }] : []));
  const dated = metas.find(({ meta }) => meta.date !== null && !meta.modified);
  const changed = metas.find(({ meta }) => meta.date !== null && meta.modified);
  const words = entries.flatMap(({ line, fact }) => {
    const value = wordsOf(line, fact);
    return value === null || isGenericAuthor(value) ? [] : [{ value, line, byline: readByline(value) }];
  });
  const section = words.find(({ byline }) => byline === null);
  const author = words.find(({ byline }) => byline !== null);
  return {
    date: dated?.meta.date ? { value: dated.meta.date, line: dated.line } : null,
    modified: changed?.meta.date ? { value: changed.meta.date, line: changed.line } : null,
    counters: countersOf(entries, options.counters),
    section: section === undefined ? null : { value: section.value, line: section.line },
    author: author?.byline ? { value: author.byline.author, line: author.line } : null,
    keywords: entries.flatMap(({ fact }) => (fact?.kind === 'keywords' ? fact.words : [])),
  };
}

/** The words of a line that name a section or an author. */
function wordsOf(line: Line, fact: Fact | null): string | null {
  if (fact === null) return line.text;
  if (fact.kind === 'meta') return fact.meta.before;
  return fact.kind === 'section' || fact.kind === 'author' ? fact.name : null;
}

/** Counters in one line, in several with labels, or as two figures each in its own. */
function countersOf(entries: readonly Entry[], habit: CounterHabit): Found<Counters> | null {
  const found = entries.flatMap(({ line, fact }) =>
    fact?.kind === 'meta' && fact.meta.counters !== null ? [{ line, value: fact.meta.counters }] : [],
  );
  const figures = entries.flatMap(({ line, fact }) => (fact?.kind === 'figure' ? [{ line, count: fact.count }] : []));
  const [first, second] = figures;
  if (found.length === 0) {
    if (first === undefined || figures.length > 2) return null;
    if (second !== undefined) return { line: first.line, value: toCounters([first.count, second.count], habit) };
    return { line: first.line, value: { views: first.count, commentCount: null, doubt: null } };
  }
  return found.reduce((sum, next) => ({
    line: sum.line,
    value: {
      views: sum.value.views ?? next.value.views,
      commentCount: sum.value.commentCount ?? next.value.commentCount,
      doubt: sum.value.doubt ?? next.value.doubt,
    },
  }));
}
