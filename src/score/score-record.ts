import type { CaptureRecord } from '../model/extraction.js';
import type { PageTruth, TruthField, TruthValues } from '../model/page-truth.js';
import { foldSpaces } from '../text/fold.js';
import { toWords, wordF1 } from '../text/word-f1.js';

/** How a field of one page came out. `invented`: there is none, and one was found. */
export type FieldOutcome = 'right' | 'wrong' | 'missing' | 'invented';

/** One labelled field of one page. */
export interface JudgedField {
  readonly field: TruthField;
  readonly outcome: FieldOutcome;
  /** F1 of the words of the body; 1 or 0 for other fields. */
  readonly score: number;
  readonly expected: unknown;
  readonly found: unknown;
  /** Name of the rule that found the value; null where nothing was found. */
  readonly rule: string | null;
}

/** Compares a record with what is known of its page, field by field. */
export function scoreRecord(record: CaptureRecord, truth: PageTruth): readonly JudgedField[] {
  const fields = Object.keys(truth.values) as TruthField[];
  return fields.map((field) => {
    const [expected, found] = [truth.values[field], foundIn(record, field)];
    const score = field === 'articleBody' ? bodyScore(found, expected, truth.bodyOptional) : 0;
    const isRight = field === 'articleBody' ? score === 1 : keyOf(found) === keyOf(expected);
    const outcome = isRight ? 'right' : isNone(found) ? 'missing' : isNone(expected) ? 'invented' : 'wrong';
    const rule = isNone(found) ? null : (record.evidence[field] ?? null);
    return { field, outcome, score: isRight ? 1 : score, expected, found, rule };
  });
}

function foundIn(record: CaptureRecord, field: TruthField): TruthValues[TruthField] {
  return field === 'kind' ? record.kind : (record.article?.[field] ?? null);
}

function isNone(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Texts are equal when they look equal: white space and the order of tags do not count. */
function keyOf(value: unknown): string {
  if (isNone(value)) return '';
  return Array.isArray(value) ? value.map(keyOf).sort().join('\n') : foldSpaces(String(value));
}

/** F1 of the words of two bodies, lines that may stand there or not left out of both. */
function bodyScore(found: unknown, expected: unknown, optional: readonly string[]): number {
  const left = new Set(optional.map(foldSpaces));
  const wordsOf = (body: unknown): readonly string[] =>
    (Array.isArray(body) ? body : []).filter((line) => !left.has(foldSpaces(line))).flatMap(toWords);
  return wordF1(wordsOf(found), wordsOf(expected));
}
