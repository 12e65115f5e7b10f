import { describe, expect, it } from 'vitest';
import { readJsonPage, readMoment } from '../../src/read/json-record.js';

const moments: readonly (readonly [printed: unknown, expected: string | null])[] = [
  ['2024-03-24T10:00:00Z', '2024-03-24T10:00:00Z'],
  ['2024-03-24T10:00:00.123Z', '2024-03-24T10:00:00Z'],
  ['2024-03-24T15:00:00+05:00', '2024-03-24T10:00:00Z'],
  ['2024-03-24 10:00:00', '2024-03-24T10:00:00Z'],
  ['2024-03-24', '2024-03-24'],
  ['20240324100000', '2024-03-24T10:00:00Z'],
  [1711274400, '2024-03-24T10:00:00Z'],
  [1711274400000, '2024-03-24T10:00:00Z'],
  ['1711274400', '2024-03-24T10:00:00Z'],
  ['Sun, 24 Mar 2024 10:00:00 GMT', '2024-03-24T10:00:00Z'],
  ['2024-02-30', null],
  ['24 наурыз 2024', null],
  [null, null],
  [{}, null],
];

describe('readMoment()', () => {
  it.each(moments)('reads %j as %j', (printed, expected) => {
    expect(readMoment(printed)).toBe(expected);
  });
});

describe('readJsonPage()', () => {
  it('knows its names in any case', () => {
    const page = readJsonPage({ URL: 'https://a.example/', Html: '<p>Су</p>' });
    expect(page).toMatchObject({ content: '<p>Су</p>', facts: { url: 'https://a.example/' } });
  });

  it('prefers html to text', () => {
    const page = readJsonPage({ text: 'Су', html: '<p>Су</p>', url: ' https://a.example/ ' });
    expect(page).toMatchObject({ content: '<p>Су</p>', mediaType: 'text/html', facts: { url: 'https://a.example/' } });
  });

  it('tells what content is by its markup', () => {
    expect(readJsonPage({ content: '<div>Су</div>' })?.mediaType).toBe('text/html');
    expect(readJsonPage({ content: 'Су 2 < 3' })?.mediaType).toBe('text/plain');
  });

  it('takes other names of the capture date', () => {
    expect(readJsonPage({ raw_content: 'Су', 'warc-date': '2024-03-24T10:00:00Z' })?.facts).toMatchObject({
      capturedAt: '2024-03-24T10:00:00Z',
      capturedAtBasis: 'record',
    });
  });

  it('says when the capture date is no date', () => {
    const facts = readJsonPage({ html: '<p>', capturedAt: 'soon' })?.facts;
    expect(facts).toMatchObject({ capturedAt: null, diagnostics: [{ code: 'capture-date-unreadable' }] });
  });

  it('finds nothing in values of other types or in the prototype', () => {
    expect(readJsonPage({ url: 5, html: null, text: ['a'] })).toBeNull();
    expect(readJsonPage(JSON.parse('{"__proto__":{"html":"<p>"}}'))).toBeNull();
  });
});
