import { describe, expect, it } from 'vitest';
import { addressDates, monthInAddress } from '../../../src/extract/html/address-date.js';
import { readAddressShape } from '../../../src/extract/html/address-shape.js';
import { withKnownForms } from '../../../src/extract/html/date-forms.js';
import type { PageAddress } from '../../../src/extract/html/page-address.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import type { Reading } from '../../../src/extract/html/reading.js';

function at(page: string): Pick<Reading, 'address'> {
  const address: PageAddress = { page, canonical: null, shape: readAddressShape(page), host: null, base: null };
  return { address };
}

describe('addressDates()', () => {
  it.each([
    ['https://paper.example/2019/06/24/kopir-ashyldy.html', '2019-06-24'],
    ['https://paper.example/2019/6/4/kopir-ashyldy/', '2019-06-04'],
    ['https://paper.example/news/2019-06-24-bridge.html', '2019-06-24'],
    ['https://paper.example/news/bridge-20190624', '2019-06-24'],
  ])('reads the day in %s', (page, day) => {
    expect(addressDates(at(page)).map(({ value }) => value.date)).toEqual([day]);
  });

  it.each([
    'https://paper.example/2019/06/24/',
    'https://paper.example/2019/06/24/page/2/',
    'https://paper.example/2019/02/31/kopir-ashyldy.html',
    'https://paper.example/news/120190624',
    'https://paper.example/?d=2019-06-24',
  ])('finds none in %s', (page) => {
    expect(addressDates(at(page))).toEqual([]);
  });
});

describe('monthInAddress()', () => {
  it('reads year and month of the folders', () => {
    expect(monthInAddress(at('https://paper.example/sport/2024/04/zhenis.html'))).toBe('2024-04');
    expect(monthInAddress(at('https://paper.example/sport/zhenis.html'))).toBeNull();
  });
});

describe('withKnownForms()', () => {
  const page = {
    ...at('https://paper.example/sport/2024/04/zhenis.html'),
    tree: parsePage('<html>'),
    engine: null,
    today: null,
  };

  it.each([
    ['2020年4月17日 10:00', '2020-4-17 10:00'],
    ['2020. 4. 17.', '2020-4-17'],
    ['2023 Jan 7', '7 Jan 2023'],
    ['4/25/2025', '25.4.2025'],
    ['Do 25.04.24 | 14:07', 'Do 25.04.2024 | 14:07'],
  ])('writes %s as %s', (text, known) => {
    expect(withKnownForms(page, text)).toBe(known);
  });

  it.each([
    ['kk', null, '25.04.24, 10:15', '25.04.2024, 10:15'],
    ['', 'dle' as const, 'Жарияланды: 25.04.19', 'Жарияланды: 25.04.2019'],
    ['kk', null, '25.04.31', '25.04.31'],
    ['en', null, '25.04.24', '25.04.24'],
  ])('knows the year of «%s», %s: %s as %s', (lang, engine, text, known) => {
    const reading = {
      ...at('https://paper.example/x.html'),
      tree: parsePage(`<html lang="${lang}">`),
      engine,
      today: '2024-05-01',
    };
    expect(withKnownForms(reading, text)).toBe(known);
  });

  it.each(['5/5/2025', '25.03.24', '24.04.2024', 'Көпір ашылды'])('leaves %s as it is', (text) => {
    expect(withKnownForms(page, text)).toBe(text);
  });

  it('takes out 5/4/2025 where nothing tells which figure is the month', () => {
    expect(withKnownForms(page, 'Posted 5/4/2025')).toBe('Posted ');
  });
});
