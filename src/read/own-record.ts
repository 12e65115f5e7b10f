/** What makes a value of a record, or gives `INVALID`. What a record may not hold is left out. */
type Check = (value: unknown) => unknown;
type Shape = Readonly<Record<string, Check>>;

const INVALID = Symbol('invalid');

const text: Check = (value) => (typeof value === 'string' ? value : INVALID);
const flag: Check = (value) => (typeof value === 'boolean' ? value : INVALID);
const share: Check = (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : INVALID);
const count: Check = (value) => (Number.isSafeInteger(value) ? value : INVALID);
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : INVALID;
const oneOf =
  (...names: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && names.includes(value) ? value : INVALID;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return INVALID;
    const items = value.map(check);
    return items.includes(INVALID) ? INVALID : items;
  };
const object =
  (shape: Shape): Check =>
  (value) => {
    if (!isObject(value)) return INVALID;
    const entries = Object.entries(shape).map(([name, check]) => [name, check(value[name])] as const);
    return entries.some(([, item]) => item === INVALID) ? INVALID : Object.fromEntries(entries);
  };
const namesOf: Check = (value) =>
  isObject(value) && Object.values(value).every((item) => typeof item === 'string') ? value : INVALID;

const day = matching(/^\d{4}-\d{2}-\d{2}$/);
const time = matching(/^\d{2}:\d{2}(?::\d{2})?$/);
const moment = matching(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/);

const ARTICLE = object({
  nativeId: orNull(text),
  headline: orNull(text),
  lead: orNull(text),
  articleBody: listOf(text),
  datePublished: orNull(day),
  timePublished: orNull(time),
  dateModified: orNull(day),
  dateText: orNull(text),
  articleSection: orNull(text),
  author: orNull(text),
  inLanguage: orNull(text),
  keywords: listOf(text),
  views: orNull(count),
  commentCount: orNull(count),
  comments: listOf(
    object({
      nativeId: orNull(text),
      author: orNull(text),
      date: orNull(day),
      time: orNull(time),
      parent: orNull(text),
      text,
    }),
  ),
  images: listOf(object({ url: text, alt: orNull(text) })),
});

const ISSUE = object({
  number: orNull(count),
  numberEnd: orNull(count),
  serial: orNull(count),
  serialEnd: orNull(count),
  datePublished: orNull(day),
  label: text,
  url: orNull(text),
});

const REPAIR = object({
  field: text,
  seq: count,
  start: count,
  before: text,
  after: orNull(text),
  method: text,
  lossy: flag,
  confidence: share,
  applied: flag,
});

/** The record that `parse` and `export` print (design: `product.md`, "The record"); its source is where it is found now. */
const RECORD = object({
  url: orNull(text),
  capturedAt: orNull(moment),
  capturedAtBasis: orNull(text),
  capturedBetween: orNull(listOf(orNull(moment))),
  httpStatus: orNull(count),
  mediaType: text,
  contentSha256: matching(/^[0-9a-f]{64}$/),
  recordId: orNull(text),
  kind: oneOf('article', 'listing', 'issue', 'static', 'error', 'other'),
  kindDetail: orNull(text),
  site: orNull(text),
  profile: text,
  charset: object({ used: text, declared: orNull(text), evidence: text }),
  article: orNull(ARTICLE),
  issues: listOf(ISSUE),
  calendar: orNull(object({ month: matching(/^\d{4}-\d{2}$/), day: orNull(day), daysWithNews: listOf(day) })),
  attributions: listOf(
    object({
      name: text,
      canonicalName: text,
      role: oneOf('origin', 'relay', 'photo', 'byline'),
      phrase: text,
      rule: text,
    }),
  ),
  repairs: listOf(REPAIR),
  evidence: namesOf,
  evidenceLayers: namesOf,
  diagnostics: listOf(object({ code: text, message: text })),
});

/** What the reader must know of a record; all else is for `page.ts`. */
export interface OwnRecord {
  readonly url: string | null;
  readonly capturedAt: string | null;
  readonly contentSha256: string;
  readonly mediaType: string;
}

const TELLING = ['contentSha256', 'kind', 'charset', 'article', 'evidenceLayers', 'repairs'] as const;

/** True for a record of Muragat's own, be it sound or not: no page of a crawler has all these names. */
export function isOwnRecord(value: Readonly<Record<string, unknown>>): boolean {
  return TELLING.every((name) => Object.hasOwn(value, name));
}

/** The record that a JSON object holds, without what no record has; null where it is not sound. */
export function readOwnRecord(value: Readonly<Record<string, unknown>>): OwnRecord | null {
  const record = RECORD(value);
  return record === INVALID ? null : (record as OwnRecord);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
