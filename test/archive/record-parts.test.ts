import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/archive/canonical-json.js';
import { partHash, partsOf, wholeRecord } from '../../src/archive/record-parts.js';
import type { StoredRecord } from '../../src/archive/stored-record.js';

const stored: StoredRecord = {
  profile: 'dle',
  charsetEvidence: 'valid-utf-8',
  article: null,
  issues: [],
  calendar: null,
  attributions: [],
  evidence: { headline: 'h1' },
  evidenceLayers: { headline: 'profile' },
};
const listed: StoredRecord = {
  ...stored,
  profile: 'generic',
  issues: [
    {
      number: 24,
      numberEnd: null,
      serial: 8735,
      serialEnd: null,
      datePublished: '2024-03-23',
      label: '№24 "а"',
      url: null,
    },
  ],
  calendar: { month: '2024-03', day: null, daysWithNews: ['2024-03-02'] },
};

describe('partsOf()', () => {
  it.each([
    ['without issues', stored],
    ['with issues and a calendar', listed],
  ])('takes a record apart that wholeRecord() puts together again, %s', (_, record) => {
    expect(wholeRecord(partsOf(record))).toBe(canonicalJson(record));
  });

  it('gives pages that were read alike the same reading and the same margin', () => {
    const other: StoredRecord = {
      ...listed,
      attributions: [{ name: 'А', canonicalName: 'А', role: 'origin', phrase: '', rule: 'r' }],
    };
    expect(partsOf(other).reading).toBe(partsOf(listed).reading);
    expect(partsOf(other).margin).toBe(partsOf(listed).margin);
    expect(partsOf(other).own).not.toBe(partsOf(listed).own);
    expect(partsOf(stored).margin).toBeNull();
  });
});

describe('wholeRecord()', () => {
  it('leaves a record as it is that was kept whole', () => {
    const own = canonicalJson(listed);
    expect(wholeRecord({ own, reading: null, margin: null })).toBe(own);
  });
});

describe('partHash()', () => {
  it('is a number that SQLite and JavaScript hold exactly, another for another text', () => {
    const hashes = ['a', 'b', 'c'].map(partHash);
    expect(new Set(hashes).size).toBe(3);
    for (const hash of hashes) expect(Number.isSafeInteger(hash)).toBe(true);
  });
});
