import type { PageTruth, TruthField, TruthValues } from '../../model/page-truth.js';
import type { Layout } from '../../model/site-profile.js';
import { readCount } from '../fields/count.js';
import { findDates, readDate } from '../fields/date.js';
import { headlineKey } from '../text/same-text.js';
import { foldedTextOf } from './folded-text.js';
import type { PageTree } from './page-tree.js';
import type { Selected } from './selected.js';

/** Fields of a layout that hold selectors of a value. */
export type SelectorField = Exclude<
  keyof Layout,
  'name' | 'mark' | 'usedUntil' | 'notBody' | 'comment' | 'articleBody'
>;

/** How the value of a field is read from what a selector finds. */
export interface FieldReader {
  readonly field: SelectorField & TruthField;
  /** Attributes in which the value may stand besides the text. */
  readonly attributes: readonly string[];
  /** The value as a key under which equal values agree; null where there is none. */
  readonly read: (selected: readonly Selected[]) => string | null;
  readonly keyOf: (value: TruthValues[TruthField]) => string | null;
}

/** Longer texts hold more than the date. */
const LONGEST_DATE = 90;
const ISO_DAY = /^\s*(\d{4}-\d{2}-\d{2})/;
const TAG_SIGN = /^#\s*/;

const plain = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value.toLowerCase() : null;
const firstOf = (selected: readonly Selected[]): string | null => selected[0]?.text.text ?? null;
const listKey = (texts: readonly string[]): string | null =>
  texts.length === 0 ? null : [...new Set(texts.map((text) => text.replace(TAG_SIGN, '')))].sort().join('\n');

/** Fields whose selectors can be learnt from labels; read as the readers of these fields read what a layout names. */
export const fieldReaders: readonly FieldReader[] = [
  {
    field: 'headline',
    attributes: [],
    read: (selected) => headlineKey(firstOf(selected) ?? '') || null,
    keyOf: (value) => headlineKey(String(value ?? '')) || null,
  },
  { field: 'lead', attributes: [], read: (selected) => plain(firstOf(selected)), keyOf: plain },
  {
    field: 'datePublished',
    attributes: ['content', 'title'],
    read: (selected) => dayOf(selected[0]),
    keyOf: plain,
  },
  { field: 'author', attributes: ['content'], read: (selected) => plain(firstOf(selected)), keyOf: plain },
  {
    field: 'articleSection',
    attributes: ['content'],
    read: (selected) => plain(selected.at(-1)?.text.text),
    keyOf: plain,
  },
  {
    field: 'keywords',
    attributes: ['content'],
    read: (selected) => listKey(selected.map(({ text }) => text.text)),
    keyOf: (value) => (Array.isArray(value) ? listKey(value) : null),
  },
  { field: 'views', attributes: ['title', 'content'], read: countOf, keyOf: (value) => countKey(value) },
  { field: 'commentCount', attributes: ['title', 'content'], read: countOf, keyOf: (value) => countKey(value) },
];

/** The label of a field, as a key; undefined where the page has no label for it. */
export function labelOf({ values }: PageTruth, { field, keyOf }: FieldReader): string | null | undefined {
  const value = values[field];
  return value === undefined ? undefined : keyOf(value);
}

/** The element's own text as what a selector would find. */
export function ownText(tree: PageTree, element: Selected['element']): Selected {
  return { element, text: foldedTextOf(tree, element) };
}

function dayOf(selected: Selected | undefined): string | null {
  if (selected === undefined) return null;
  const { datetime, content } = selected.element.attributes;
  const machine = ISO_DAY.exec(datetime ?? content ?? '')?.[1];
  if (machine !== undefined) return machine;
  const { text } = selected.text;
  if (text.length > LONGEST_DATE) return null;
  return ISO_DAY.exec(text)?.[1] ?? readDate(text)?.date ?? findDates(text)[0]?.date ?? null;
}

function countOf(selected: readonly Selected[]): string | null {
  return countKey(readCount(firstOf(selected) ?? ''));
}

function countKey(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : null;
}
