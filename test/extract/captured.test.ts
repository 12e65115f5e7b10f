import { describe, expect, it } from 'vitest';
import { boundsOfCrawl, localDay } from '../../src/extract/captured.js';

describe('boundsOfCrawl()', () => {
  it.each([
    [['2023-06-06', '2023-06-09'], '2023-06', ['2023-06-09', '2023-06-30']],
    [['2024-02-20'], '2024-02', ['2024-02-20', '2024-02-29']],
    [['2023-06-09'], null, ['2023-06-09', null]],
    [[], '2022-12', ['2022-12-01', '2022-12-31']],
    [['2022-11-29'], '2022-12', ['2022-12-01', '2022-12-31']],
    [[], null, null],
    [['2023-07-01'], '2023-06', null],
  ] as const)('of %j and %s is %j', (days, month, bounds) => {
    expect(boundsOfCrawl(days, month)).toEqual(bounds);
  });
});

describe('localDay()', () => {
  it.each([
    ['2024-03-24', null, '2024-03-24', 'a bare day'],
    ['2024-03-24T20:30:00Z', 'Asia/Almaty', '2024-03-25', 'the day of the site, not of UTC'],
    ['2018-05-01T18:30:00Z', 'Asia/Qyzylorda', '2018-05-02', 'the zone as it was that year'],
    ['2024-03-24T10:00:00Z', null, '2024-03-24', 'the day on which all likely zones agree'],
    ['2024-03-24T20:30:00Z', null, null, 'nothing where likely zones differ'],
    ['2024-03-24T10:00:00Z', 'Mars/Olympus', null, 'nothing for an unknown zone'],
    ['soon', null, null, 'nothing for no moment'],
    [null, 'Asia/Almaty', null, 'nothing without a capture'],
  ] as readonly (readonly [string | null, string | null, string | null, string])[])(
    'of %s in %s is %s: %s',
    (capturedAt, zone, day, _fact) => {
      expect(localDay(capturedAt, zone)).toBe(day);
    },
  );
});
