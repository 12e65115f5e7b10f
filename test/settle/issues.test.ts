import { describe, expect, it } from 'vitest';
import type { IssueReading } from '../../src/model/settle.js';
import { settleIssues } from '../../src/settle/issues.js';

type Short = readonly [number: number | null, serial: number | null, day: string | null, numberEnd?: number];

function readingsOf(shorts: readonly Short[]): readonly IssueReading[] {
  return shorts.map(([number, serial, publishedOn, numberEnd = null], index) => ({
    id: index + 1,
    year: publishedOn === null ? null : Number(publishedOn.slice(0, 4)),
    number,
    numberEnd: numberEnd ?? null,
    serial,
    serialEnd: null,
    edition: null,
    publishedOn,
    label: `№${number}`,
    url: null,
    status: 'listed',
  }));
}

/** `2024 №24 (8735) 2024-03-23`, with `*` where something was deduced. */
const shown = (shorts: readonly Short[]): readonly string[] =>
  settleIssues(readingsOf(shorts))
    .map(
      ({ year, number, numberEnd, serial, serialEnd, publishedOn, inferred }) =>
        `${year} №${number}${numberEnd === null ? '' : `-${numberEnd}`} (${serial}${serialEnd === null ? '' : `-${serialEnd}`}) ${publishedOn}${inferred ? '*' : ''}`,
    )
    .sort();

describe('settleIssues()', () => {
  it.each<readonly [string, readonly Short[], readonly string[]]>([
    [
      'makes a row with number only and one with number and serial one',
      [
        [24, null, '2024-03-23'],
        [24, 8735, '2024-03-23'],
      ],
      ['2024 №24 (8735) 2024-03-23'],
    ],
    [
      'deduces a serial from the constant of the year',
      [
        [24, 8735, '2024-03-23'],
        [22, null, '2024-03-16'],
      ],
      ['2024 №22 (8733) 2024-03-16*', '2024 №24 (8735) 2024-03-23'],
    ],
    [
      'deduces both serials of a double number',
      [
        [90, 8701, '2023-11-21'],
        [98, null, '2023-12-23', 99],
      ],
      ['2023 №90 (8701) 2023-11-21', '2023 №98-99 (8709-8710) 2023-12-23*'],
    ],
    [
      'deduces the number of a bare serial, and joins it with the row of that number',
      [
        [24, 8735, '2024-03-23'],
        [null, 8735, '2024-03-23'],
        [null, 8730, '2024-03-05'],
      ],
      ['2024 №19 (8730) 2024-03-05*', '2024 №24 (8735) 2024-03-23'],
    ],
    [
      'deduces the year of number and serial',
      [
        [24, 8735, '2024-03-23'],
        [90, 8701, '2023-11-21'],
        [95, 8706, null],
      ],
      ['2023 №90 (8701) 2023-11-21', '2023 №95 (8706) null*', '2024 №24 (8735) 2024-03-23'],
    ],
    [
      'deduces nothing where the constants of a year disagree',
      [
        [24, 8735, '2024-03-23'],
        [25, 8796, '2024-03-26'],
        [26, null, '2024-03-30'],
      ],
      ['2024 №24 (8735) 2024-03-23', '2024 №25 (8796) 2024-03-26', '2024 №26 (null) 2024-03-30'],
    ],
    [
      'deduces the day between neighbours that the weekdays of the paper leave',
      [
        [20, 8731, '2024-03-09'],
        [21, 8732, '2024-03-12'],
        [22, 8733, '2024-03-16'],
        [23, 8734, null],
        [24, 8735, '2024-03-23'],
      ],
      [
        '2024 №20 (8731) 2024-03-09',
        '2024 №21 (8732) 2024-03-12',
        '2024 №22 (8733) 2024-03-16',
        '2024 №23 (8734) 2024-03-19*',
        '2024 №24 (8735) 2024-03-23',
      ],
    ],
    [
      'joins a day without number with the one issue of that day',
      [
        [24, 8735, '2024-03-23'],
        [null, null, '2024-03-23'],
        [null, null, '2024-03-30'],
      ],
      ['2024 №24 (8735) 2024-03-23', '2024 №null (null) 2024-03-30'],
    ],
  ])('%s', (_, readings, expected) => {
    expect(shown(readings)).toEqual(expected);
    expect(shown([...readings].reverse())).toEqual(expected);
  });

  it('gives every reading to one issue', () => {
    const readings = readingsOf([
      [24, 8735, '2024-03-23'],
      [24, null, '2024-03-23'],
      [null, 8735, '2024-03-23'],
      [25, null, null],
    ]);
    expect(settleIssues(readings).map((issue) => issue.readings)).toEqual([[1, 2, 3], [4]]);
  });
});
