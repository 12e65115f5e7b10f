import { describe, expect, it } from 'vitest';
import { readSavedFacts } from '../../src/read/saved-page.js';
import { cpuTime } from '../cpu-time.js';

const pages: readonly (readonly [page: string, url: string | null, capturedAt: string | null])[] = [
  ['<!-- saved from url=(0024)https://a.example/5.html -->', 'https://a.example/5.html', null],
  ['<!-- saved from url=(0016)about:internet -->', null, null],
  [
    '<!-- saved from url=(0059)https://web.archive.org/web/20200102030405/https://a.example/5 -->',
    'https://a.example/5',
    '2020-01-02T03:04:05Z',
  ],
  [
    "<!-- Mirrored from a.example/ by HTTrack Website Copier/3.x [XR&CO'2014], Sun, 24 Mar 2024 10:00:00 GMT -->",
    'http://a.example/',
    '2024-03-24T10:00:00Z',
  ],
  [
    '<!--\n Page saved with SingleFile \n url: https://a.example/5 \n saved date: Sun Mar 24 2024 15:00:00 GMT+0500\n-->',
    'https://a.example/5',
    '2024-03-24T10:00:00Z',
  ],
  [
    '<!--\n Page saved with SingleFile \n url: https://a.example/5 \n saved date: Sunday\n-->',
    'https://a.example/5',
    null,
  ],
  [
    '<p><!-- FILE ARCHIVED ON 10:00:00 Mar 24, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->',
    null,
    '2024-03-24T10:00:00Z',
  ],
  ['<p>Mirrored from a.example by hand</p>', null, null],
];

describe('readSavedFacts()', () => {
  it.each(pages)('reads %j', (page, url, capturedAt) => {
    expect(readSavedFacts(Buffer.from(page))).toEqual({ url, capturedAt });
  });

  it('comes to an end on comments made to delay it', () => {
    const bait = Buffer.from('<!-- Mirrored from '.repeat(6000) + 'saved from url=(1)'.repeat(6000));
    const start = cpuTime();
    readSavedFacts(bait);
    expect(cpuTime() - start).toBeLessThan(500);
  });
});
