import type { TruthField } from '../model/page-truth.js';
import type { FieldOutcome, JudgedField } from './score-record.js';

/** How a field came out over all labelled pages. */
export interface FieldTally extends Readonly<Record<FieldOutcome, number>> {
  readonly field: TruthField;
  readonly labelled: number;
  /** Mean of the scores: the share that is right, for the body the mean F1 of its words. */
  readonly score: number;
}

/** Adds up what became of the fields of many pages, in the order in which the fields first come. */
export function tallyFields(judged: readonly JudgedField[]): readonly FieldTally[] {
  const fields = [...new Set(judged.map(({ field }) => field))];
  return fields.map((field) => {
    const own = judged.filter((one) => one.field === field);
    const count = (outcome: FieldOutcome): number => own.filter((one) => one.outcome === outcome).length;
    return {
      field,
      labelled: own.length,
      right: count('right'),
      wrong: count('wrong'),
      missing: count('missing'),
      invented: count('invented'),
      score: own.reduce((sum, { score }) => sum + score, 0) / own.length,
    };
  });
}
