import type { PageTruth, TruthField, TruthValues } from '../model/page-truth.js';

/** What came of reading labels: the labelled pages, or what is wrong with which line. */
export type TruthReading =
  | { readonly kind: 'truth'; readonly pages: readonly PageTruth[] }
  | { readonly kind: 'faulty'; readonly problems: readonly { readonly line: number; readonly message: string }[] };

type Row = Readonly<Record<string, unknown>>;
/** Gives the value as a record would hold it; undefined where it is none. */
type Reader = (value: unknown) => unknown;

const DAY = /^\d{4}-\d{2}-\d{2}/;
const TIME = /^\d{1,2}:\d{2}/;
const KINDS: ReadonlySet<unknown> = new Set(['article', 'listing', 'issue', 'static', 'error', 'other']);
const MOST_PROBLEMS = 20;

const text: Reader = (value) => (value === null || typeof value === 'string' ? value || null : undefined);
const texts: Reader = (value) => {
  if (value === null) return [];
  const list = typeof value === 'string' ? value.split('\n') : value;
  const isTexts = Array.isArray(list) && list.every((one) => typeof one === 'string');
  return isTexts ? list.filter((one) => one.trim() !== '') : undefined;
};
const matching =
  (pattern: RegExp): Reader =>
  (value) =>
    value === null ? null : typeof value === 'string' ? pattern.exec(value)?.[0].padStart(5, '0') : undefined;
const count: Reader = (value) =>
  value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) ? value : undefined;
const kind: Reader = (value) => (KINDS.has(value) ? value : undefined);

/** Field → names it may have in a line (those of the record first), how it is read, and what it must be. */
const FIELDS: Readonly<Record<TruthField, readonly [readonly string[], Reader, string]>> = {
  kind: [['kind'], kind, `one of ${[...KINDS].join(', ')}`],
  headline: [['headline', 'title'], text, 'a string or null'],
  lead: [['lead'], text, 'a string or null'],
  articleBody: [['articleBody', 'body'], texts, 'a list of paragraphs'],
  datePublished: [['datePublished', 'published', 'date'], matching(DAY), 'a day such as 2024-03-18, or null'],
  timePublished: [['timePublished', 'publishedTime', 'time'], matching(TIME), 'a time such as 09:30, or null'],
  articleSection: [['articleSection', 'section'], text, 'a string or null'],
  author: [['author'], text, 'a string or null'],
  views: [['views'], count, 'a number or null'],
  commentCount: [['commentCount', 'comments'], count, 'a number or null'],
  keywords: [['keywords', 'tags'], texts, 'a list of strings'],
};

/** Reads labels, one JSON object a line: which page (`file` or `url`), and its fields. Names that are not known are passed over. */
export function readTruth(jsonLines: string): TruthReading {
  const pages: PageTruth[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const [index, line] of jsonLines
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const found = readLine(line);
    if (typeof found === 'string') problems.push({ line: index + 1, message: found });
    else pages.push(found);
  }
  if (problems.length === 0 && pages.length === 0) problems.push({ line: 1, message: 'there is no labelled page' });
  return problems.length > 0
    ? { kind: 'faulty', problems: problems.slice(0, MOST_PROBLEMS) }
    : { kind: 'truth', pages };
}

function readLine(line: string): PageTruth | string {
  const whole = parsed(line);
  if (whole === null) return 'is not a JSON object';
  // A record as `parse` prints it names its page and its story in parts of their own.
  const source = asRow(whole.source);
  const row: Row = { ...whole, ...asRow(whole.article) };
  const values: Record<string, unknown> = {};
  for (const [field, [names, read, what]] of Object.entries(FIELDS)) {
    const name = names.find((one) => row[one] !== undefined && !isCommentList(one, row[one]));
    if (name === undefined) continue;
    values[field] = read(row[name]);
    if (values[field] === undefined) return `${name} must be ${what}`;
  }
  const file = stringOf(whole.file) ?? stringOf(source.path);
  const url = stringOf(whole.url);
  if (file === null && url === null) return 'names no page: give its file or its url';
  return {
    file,
    url,
    locator: stringOf(whole.locator) ?? stringOf(source.locator),
    values: values as Partial<TruthValues>,
    bodyOptional: (texts(row.bodyOptional ?? null) ?? []) as readonly string[],
  };
}

/** The record's `comments` are the comments themselves, not their number. */
function isCommentList(name: string, value: unknown): boolean {
  return name === 'comments' && Array.isArray(value);
}

function parsed(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {};
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
