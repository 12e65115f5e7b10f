import { describe, expect, it } from 'vitest';
import { isOwnRecord, readOwnRecord } from '../../src/read/own-record.js';
import { articleWith, recordWith } from '../store/records.js';

const comment = { nativeId: '1', author: 'Асан', date: '2021-05-05', time: null, parent: null, text: 'Рахмет' };
const RECORD = recordWith({ article: articleWith({ comments: [comment] }), capturedAt: '2022-01-05T08:00:00Z' });
const { source: _, ...CONTENT } = RECORD;
const value = (changes: object): Readonly<Record<string, unknown>> => ({ ...RECORD, ...changes });

describe('readOwnRecord()', () => {
  it('gives the record without its old source', () => {
    expect(readOwnRecord(value({}))).toEqual(CONTENT);
  });

  it('leaves out what no record has', () => {
    expect(readOwnRecord(value({ extra: 1, article: { ...RECORD.article, html: '<p>' } }))).toEqual(CONTENT);
  });

  it.each([
    [{ contentSha256: 'abc' }],
    [{ kind: 'story' }],
    [{ capturedAt: 'yesterday' }],
    [{ article: { headline: 5 } }],
    [{ attributions: [{ name: 'А', canonicalName: 'А', role: 'owner', phrase: '', rule: '' }] }],
    [{ repairs: null }],
    [{ evidence: { headline: 1 } }],
    [{ capturedBetween: 'x' }],
  ])('takes %j for no record', (changes) => {
    expect(readOwnRecord(value(changes))).toBeNull();
  });
});

describe('isOwnRecord()', () => {
  it('tells a record from a page of a crawler', () => {
    expect(isOwnRecord(value({}))).toBe(true);
    expect(isOwnRecord({ url: 'https://bulaq-uni.example/1.html', kind: 'article', html: '<p>' })).toBe(false);
  });
});
