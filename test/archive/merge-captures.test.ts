import { describe, expect, it } from 'vitest';
import { type ArticleCapture, isArticleCapture } from '../../src/archive/article-capture.js';
import { mergeCaptures } from '../../src/archive/merge-captures.js';
import type { Article } from '../../src/model/article.js';
import type { CaptureRecord } from '../../src/model/extraction.js';
import { articleWith, recordWith } from '../store/records.js';

const lossy = {
  field: 'articleBody',
  seq: 1,
  start: 0,
  before: 'Ê',
  after: 'К',
  method: 'page-copy',
  lossy: true,
  confidence: 1,
  applied: true,
};
const unmended = { ...lossy, after: null, method: 'none', applied: false };

function capture(day: string | null, article: Partial<Article>, fields: Partial<CaptureRecord> = {}): ArticleCapture {
  const record = recordWith({
    capturedAt: day === null ? null : `${day}T00:00:00Z`,
    article: articleWith(article),
    ...fields,
  });
  if (!isArticleCapture(record)) throw new Error('no article');
  return record;
}

const old = capture('2020-01-01', { articleBody: ['Ескі.'] });
const fresh = capture('2021-01-01', { articleBody: ['Жаңа.'] });

describe('mergeCaptures()', () => {
  it.each([
    ['takes the text of the latest', old, fresh, 'Жаңа.'],
    ['prefers undamaged to restored text', old, { ...fresh, repairs: [lossy] }, 'Ескі.'],
    ['prefers restored to damaged text', { ...old, repairs: [lossy] }, { ...fresh, repairs: [unmended] }, 'Ескі.'],
    ['prefers HTML to text', old, { ...fresh, mediaType: 'text/plain' }, 'Ескі.'],
    ['never takes the text of a print page', old, { ...fresh, kindDetail: 'print' }, 'Ескі.'],
    [
      'goes by the lower bound where the moment is not known',
      old,
      { ...fresh, capturedAt: null, capturedBetween: ['2020-06-01', null] as const },
      'Жаңа.',
    ],
  ])('%s', (_, a, b, body) => {
    expect(mergeCaptures([a, b]).text.body).toBe(body);
    expect(mergeCaptures([b, a]).text.body).toBe(body);
  });

  it('takes every other field from the latest capture that has it', () => {
    const first = capture('2020-01-01', { views: 5, author: 'Асан Үсенов' });
    const second = capture('2021-01-01', { views: 9 });
    expect(mergeCaptures([second, first]).fields).toMatchObject({ views: 9, author: 'Асан Үсенов' });
  });

  it('keeps superseded texts, but not those of print pages', () => {
    const print = capture('2019-01-01', { articleBody: ['Басып шығару.'] }, { kindDetail: 'print' });
    const { superseded } = mergeCaptures([print, fresh, old]);
    expect(superseded.map(({ text, firstCapturedAt }) => [text.body, firstCapturedAt])).toEqual([
      ['Ескі.', '2020-01-01T00:00:00Z'],
    ]);
  });

  it('takes the text of a print page where nothing else is there', () => {
    const print = capture('2019-01-01', { articleBody: ['Басып шығару.'] }, { kindDetail: 'print' });
    const second = capture('2020-01-01', { articleBody: ['Екінші бет.'] }, { kindDetail: 'page-2' });
    expect(mergeCaptures([second, print])).toMatchObject({ text: { body: 'Басып шығару.' }, superseded: [] });
  });

  it('unites comments, with and without ids, and when they were seen', () => {
    const comment = { nativeId: '7', author: 'Асан', date: '2020-01-01', time: null, parent: null, text: 'Рақмет' };
    const first = capture('2020-01-01', { comments: [{ ...comment, nativeId: null }] });
    const second = capture('2021-01-01', { comments: [comment] });
    expect(mergeCaptures([first, second]).comments).toEqual([
      { ...comment, firstCapturedAt: '2020-01-01T00:00:00Z', lastCapturedAt: '2021-01-01T00:00:00Z' },
    ]);
  });
});
