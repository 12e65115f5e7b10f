import { describe, expect, it } from 'vitest';
import { readTruth } from '../../src/score/read-truth.js';

const valuesOf = (line: object): unknown => {
  const reading = readTruth(JSON.stringify(line));
  return reading.kind === 'truth' ? reading.pages[0]?.values : reading.problems;
};

describe('readTruth()', () => {
  it('reads a simple label', () => {
    expect(
      valuesOf({
        file: 'a.html',
        headline: 'Port opens',
        published: '2024-03-18T10:00',
        views: 12,
        comments: 0,
        author: null,
        section: 'Town',
        tags: [],
        body: ['One.', 'Two.'],
        note: 'x',
      }),
    ).toEqual({
      headline: 'Port opens',
      datePublished: '2024-03-18',
      views: 12,
      commentCount: 0,
      author: null,
      articleSection: 'Town',
      keywords: [],
      articleBody: ['One.', 'Two.'],
    });
  });

  it('reads a record as parse prints it', () => {
    const record = {
      source: { path: 'd/a.html', format: 'html', locator: 'file' },
      url: null,
      kind: 'article',
      article: { headline: 'Port opens', commentCount: 2, comments: [], timePublished: '9:05' },
    };
    const reading = readTruth(JSON.stringify(record));
    expect(reading.kind === 'truth' && reading.pages).toEqual([
      {
        file: 'd/a.html',
        locator: 'file',
        url: null,
        bodyOptional: [],
        values: { kind: 'article', headline: 'Port opens', commentCount: 2, timePublished: '09:05' },
      },
    ]);
  });

  it.each([
    ['[]', 'is not a JSON object'],
    ['{', 'is not a JSON object'],
    ['{"headline":"x"}', 'names no page: give its file or its url'],
    ['{"file":"a","published":"18.03.2024"}', 'published must be a day such as 2024-03-18, or null'],
    ['{"file":"a","body":[1]}', 'body must be a list of paragraphs'],
    ['{"file":"a","views":-1}', 'views must be a number or null'],
    ['', 'there is no labelled page'],
  ])('says of %s that it %s', (line, message) => {
    expect(readTruth(line)).toEqual({ kind: 'faulty', problems: [{ line: 1, message }] });
  });
});
