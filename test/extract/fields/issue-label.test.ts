import { describe, expect, it } from 'vitest';
import { readIssueLabel } from '../../../src/extract/fields/issue-label.js';

const nothing = {
  number: null,
  numberEnd: null,
  serial: null,
  serialEnd: null,
  day: null,
  datePublished: null,
  cut: false,
};

describe('readIssueLabel()', () => {
  it.each([
    ['№31 (6120) 14', { number: 31, serial: 6120, day: 14 }],
    ['№31\u00a0(6120)\u00a09', { number: 31, serial: 6120, day: 9 }],
    ['N31 (6120) 14', { number: 31, serial: 6120, day: 14 }],
    ['№31 (6120) 14 сәуір', { number: 31, serial: 6120, day: 14 }],
    ['№31 (6120)', { number: 31, serial: 6120, cut: true }],
    ['№31', { number: 31, cut: true }],
    ['№31-32', { number: 31, numberEnd: 32, cut: true }],
    ['№31-32 (6120-6121) 14', { number: 31, numberEnd: 32, serial: 6120, serialEnd: 6121, day: 14 }],
    ['№31 /6120/ жұма, 14 сәуір 2017 жыл', { number: 31, serial: 6120, datePublished: '2017-04-14' }],
    ['№31,6120 / 14.04.2017', { number: 31, serial: 6120, datePublished: '2017-04-14' }],
    ['ЖҰМА, 14 СӘУІР, 2017 жыл №31 (16 120)', { number: 31, serial: 16120, datePublished: '2017-04-14' }],
    ['№31, 14 апреля 2017 года (весь номер)', { number: 31, datePublished: '2017-04-14' }],
    ['№31-32, 14 сәуір 2017', { number: 31, numberEnd: 32, datePublished: '2017-04-14' }],
    ['¹ 31 • 14-апрель, 2017', { number: 31, datePublished: '2017-04-14' }],
    ['(6120) 14/04/2017', { serial: 6120, datePublished: '2017-04-14' }],
    ['«Көк жиек» №31 (6120) 14 сәуір 2017', { number: 31, serial: 6120, datePublished: '2017-04-14' }],
    ['Номер 31 от 14 апреля 2017 года', { number: 31, datePublished: '2017-04-14' }],
    ['Нөмір 31 (6120), 14 сәуір 2017 ж.', { number: 31, serial: 6120, datePublished: '2017-04-14' }],
  ])('reads %s', (title, expected) => {
    expect(readIssueLabel(title)).toEqual({ ...nothing, ...expected });
  });

  it.each([
    '№ 2 мектепте жөндеу',
    'В школе № 2',
    'Номер 31',
    'Номер 31 возвращается на поле',
    '№ 5 қараша',
    '«Көшпелілер',
    'Көшпелілер',
    '№31 (6120) 32',
    '№31-3',
    '14 сәуір 2017 ж.',
    '14.04.2017',
    '(5)',
    '2017 жыл',
    '',
  ])('takes «%s» for no issue', (title) => {
    expect(readIssueLabel(title)).toBeNull();
  });
});
