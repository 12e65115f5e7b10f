import { describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../src/model/extraction.js';
import type { TruthValues } from '../../src/model/page-truth.js';
import { scoreRecord } from '../../src/score/score-record.js';
import { tallyFields } from '../../src/score/tally.js';

const found = {
  headline: 'Port  opens',
  views: 12,
  author: 'Ann Lee',
  keywords: ['sea', 'port'],
  articleBody: ['Ships came at noon.'],
};
const record = { kind: 'article', evidence: { headline: 'h' }, article: found } as unknown as CaptureRecord;
const judge = (values: Partial<TruthValues>, bodyOptional: readonly string[] = []) =>
  scoreRecord(record, { file: 'a', url: null, locator: null, values, bodyOptional });

describe('scoreRecord()', () => {
  it.each<[string, Partial<TruthValues>, string, number]>([
    ['white space', { headline: 'Port opens' }, 'right', 1],
    ['another headline', { headline: 'Port shuts' }, 'wrong', 0],
    ['a value that was not found', { lead: 'Ships.' }, 'missing', 0],
    ['a value that is not there', { author: null }, 'invented', 0],
    ['nothing where nothing is', { lead: null }, 'right', 1],
    ['the order of tags', { keywords: ['port', 'sea'] }, 'right', 1],
    ['the cut of paragraphs', { articleBody: ['Ships came', 'at noon.'] }, 'right', 1],
    ['half of the words', { articleBody: ['Ships came by night.'] }, 'wrong', 0.5],
    ['the kind', { kind: 'listing' }, 'wrong', 0],
  ])('judges %s', (_, values, outcome, score) => {
    expect(judge(values)).toMatchObject([{ outcome, score }]);
  });

  it('leaves lines out that may stand there or not', () => {
    expect(judge({ articleBody: [] }, ['Ships came at noon.'])).toMatchObject([{ outcome: 'right' }]);
  });
});

describe('tallyFields()', () => {
  it('adds up the outcomes of each field', () => {
    const judged = [...judge({ headline: 'Port opens', views: 3 }), ...judge({ headline: 'No' })];
    expect(tallyFields(judged)).toEqual([
      { field: 'headline', labelled: 2, right: 1, wrong: 1, missing: 0, invented: 0, score: 0.5 },
      { field: 'views', labelled: 1, right: 0, wrong: 1, missing: 0, invented: 0, score: 0 },
    ]);
  });
});
