import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, readDate } from '../../../src/extract/fields/date.js';
import { cpuTime } from '../../cpu-time.js';

const sharedCases = resolve(import.meta.dirname, '../../../../shared/cases/dates.jsonl');

function dayAndTime(text: string, reference: string | null = null): readonly (string | null)[] | null {
  const read = readDate(text, { reference });
  return read === null ? null : [read.date, read.time];
}

describe('readDate()', () => {
  it.each([
    ['7 маусым 2021 ж.', '2021-06-07', null],
    ['07 маусым 2021 г. 08:05', '2021-06-07', '08:05'],
    ['«7» маусым 2021 жыл', '2021-06-07', null],
    ['7-ші маусым 2021 жылы', '2021-06-07', null],
    ['2021 жылғы 7 маусымда', '2021-06-07', null],
    ['2021 жылдың 7 шілдесінде', '2021-07-07', null],
    ['2021 жылғы маусымның 7-сі', '2021-06-07', null],
    ['7 кантар 2021', '2021-01-07', null],
    ['7 қыр. 2021, 17:30 GMT +5', '2021-09-07', '17:30'],
    ['ДҮЙСЕНБІ, 7 МАУСЫМ, 2021 ЖЫЛ', '2021-06-07', null],
    ['Жарияланған күні: 7.06.2021 // 10:00', '2021-06-07', '10:00'],
    ['7 мaусым 2021 (Latin a)'.slice(0, 13), '2021-06-07', null],
    ['7 qyrkúıek 2021', '2021-09-07', null],
    ['7 qyrkyiek 2021', '2021-09-07', null],
    ['7 şilde 2021', '2021-07-07', null],
    ["7 s'ilde 2021", '2021-07-07', null],
    ['7 zheltoksan 2021 saǵat 10:00', '2021-12-07', '10:00'],
    ['7 maý. 2021', '2021-06-07', null],
    ['7 ماۋسىم 2021 ج.', '2021-06-07', null],
    ['٧ ماۋسىم ٢٠٢١', '2021-06-07', null],
    ['7 июн 2021', '2021-06-07', null],
    ['7 июнь 2021 г. в 9:05', '2021-06-07', '09:05'],
    ['Понедельник, 7-го июня 2021 года', '2021-06-07', null],
    ['Опубликовано 07-06-2021 в 10:00 (МСК)', '2021-06-07', '10:00'],
    ['2021-жылдын 7-июну', '2021-06-07', null],
    ['2021-yil 7-iyun', '2021-06-07', null],
    ['7 червня 2021 року', '2021-06-07', null],
    ['June 7th, 2021 6:05 PM', '2021-06-07', '18:05'],
    ['7. Juni 2021', '2021-06-07', null],
    ['7 de junio de 2021', '2021-06-07', null],
    ['2021-06-07T23:15:00+06:00', '2021-06-07', '23:15'],
    ['2021/06/07', '2021-06-07', null],
    ['10:00-07.06.2021', '2021-06-07', '10:00'],
    ['7 маусым 2021 жыл, сағат 10:00-де', '2021-06-07', '10:00'],
    ['7 маусым 2021 25:61', '2021-06-07', null],
    ['29 ақпан 2024 ж.', '2024-02-29', null],
    ['7 сентрября 2021', '2021-09-07', null],
    ['7 феврала 2021 г.', '2021-02-07', null],
    ['7 желтоқсаң 2021 ж.', '2021-12-07', null],
    ['7 Septembr 2021', '2021-09-07', null],
    ['Опубл. 7.06.2021 в 10:00', '2021-06-07', '10:00'],
    ['07.06.21 10:00', '2021-06-07', '10:00'],
    ['07-06-21 ж.', '2021-06-07', null],
    ['07. 06. 2021 г.', '2021-06-07', null],
    ['07 / 06 / 2021', '2021-06-07', null],
    ['7.06.2021 в 10-05', '2021-06-07', '10:05'],
    ['7 июня 2О21 г.', '2021-06-07', null],
    ['June 7, 2021, 6:05 p.m.', '2021-06-07', '18:05'],
    ['7. Jänner 2021', '2021-01-07', null],
    ['7 ماۋسىم، 2021 جىل', '2021-06-07', null],
    ['2021 елның 7 июне', '2021-06-07', null],
    ['7.VI.2021 г.', '2021-06-07', null],
    ['2021, маусымның 7-сі', '2021-06-07', null],
    ['7 июня 2021 г. 10 ч. 5 мин.', '2021-06-07', '10:05'],
    ['7 маусым, дүйсенбі, 2021', '2021-06-07', null],
    ['Дата добавления: 7.06.2021', '2021-06-07', null],
    ['7 nauriz 2021', '2021-03-07', null],
    ['7 ғинуар 2021 йыл', '2021-01-07', null],
  ])('reads %s', (text, date, time) => {
    expect(dayAndTime(text)).toEqual([date, time]);
  });

  it.each([
    ['29 ақпан 2023 ж.', null],
    ['31.04.2021, 10:00', '10:00'],
    ['06/24/2021', null],
    ['7 маусым, 10:00', '10:00'],
    ['Дүйсенбі, 7 маусым, 10:00', '10:00'],
    ['Maýsym 2021', null],
    ['07/06/21 10:00', '10:00'],
    ['07.06.85', null],
    ['3.10.15', null],
    ['Кеше, 10:00', '10:00'],
    ['3 сағат бұрын', null],
    ['10:00', '10:00'],
  ])('leaves the day of %s open', (text, time) => {
    expect(dayAndTime(text)).toEqual([null, time]);
  });

  it.each([
    ['№24 (8735) 23'],
    ['№7 маусым 2021'],
    ['6-7 маусым 2021 ж.'],
    ['6 және 7 маусым 2021'],
    ['7 маусым 2021 ж. 8 маусым 2021 ж.'],
    ['7 маусым 2021 ж. 599 0'],
    ['Автор: Арман, 7 маусым 2021'],
    ['09:00-18:00'],
    ['Қоғам'],
    ['2021 жыл'],
    ['7'],
    [''],
    ['10.0.12.2021'],
    ['0000-00-00 00:00:00'],
    ['тел. 21-06-19'],
    ['ул. 1 Мая, 2019'],
    ['с 3 по 5 мая 2019 года'],
    ['7 чёрная 2021'],
    ['7 қаптар 2021'],
  ])('reads no date in «%s»', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it.each([
    ['Бүгін, 10:00', '2021-03-01'],
    ['Кеше, 10:00', '2021-02-28'],
    ['Вчера в 10:00', '2021-02-28'],
    ['Кечээ, 10:00', '2021-02-28'],
    ['Keshe, 10:00', '2021-02-28'],
    ['алдыңғы күні, 10:00', '2021-02-27'],
    ['Бүгін, 1 наурыз, 10:00', '2021-03-01'],
  ])('counts %s from the reference', (text, date) => {
    expect(readDate(text, { reference: '2021-03-01' })).toEqual({ date, time: '10:00', text, relative: true });
  });

  it('leaves two figures of a year open where the page says so', () => {
    expect(readDate('07.06.21', { shortYears: false })?.date).toBeNull();
  });

  it('leaves a relative day open that contradicts the day printed beside it', () => {
    expect(dayAndTime('Бүгін, 9 наурыз, 10:00', '2021-03-01')).toEqual([null, '10:00']);
  });

  it('leaves an absolute date as it is, whatever the reference', () => {
    expect(dayAndTime('7 маусым, 10:00', '2021-06-07')).toEqual([null, '10:00']);
  });

  it('keeps the text as printed', () => {
    expect(readDate('  7 маусым\u00a02021 ж.\n')?.text).toBe('7 маусым\u00a02021 ж.');
  });

  it.skipIf(!existsSync(sharedCases))('reads the development cases', () => {
    const lines = readFileSync(sharedCases, 'utf8').trim().split('\n');
    const cases = lines.map(
      (line) => JSON.parse(line) as Record<'text' | 'date' | 'time' | 'reference', string | null>,
    );
    const wrong = cases.filter(({ text, date, time, reference }) => {
      const read = readDate(text ?? '', { reference });
      return (read?.date ?? null) !== date || (read?.time ?? null) !== time;
    });
    expect(wrong).toEqual([]);
  });

  it('gives back any day it is given', () => {
    const moments = fc.integer({ min: Date.UTC(1871, 0, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 });
    const months = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
    fc.assert(
      fc.property(moments, (days) => {
        const iso = new Date(days * 864e5).toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const printed = `${Number(day)} ${months[Number(month) - 1]} ${year} ж.`;
        expect([readDate(printed)?.date, readDate(`${day}.${month}.${year}`)?.date]).toEqual([iso, iso]);
      }),
    );
  });
});

describe('findDates()', () => {
  it.each([
    ['Қоғам 7 маусым 2021 ж. 1 109 0', [['2021-06-07', null, '7 маусым 2021 ж.']]],
    ['07-06-2021, 12:45 Автор: admin 599 0', [['2021-06-07', '12:45', '07-06-2021, 12:45']]],
    ['16:05, 7 маусым 2021', [['2021-06-07', '16:05', '16:05, 7 маусым 2021']]],
    ['7 маусым 2021 ж., дүйсенбі, сағат: 9:15', [['2021-06-07', '09:15', '7 маусым 2021 ж., дүйсенбі, сағат: 9:15']]],
    ['2020 7 маусым 2021 ж.', [['2021-06-07', null, '7 маусым 2021 ж.']]],
    ['№5, 7 маусым 2021', [['2021-06-07', null, '7 маусым 2021']]],
    [
      '6.06.2021 және 7.06.2021',
      [
        ['2021-06-06', null, '6.06.2021'],
        ['2021-06-07', null, '7.06.2021'],
      ],
    ],
    ['7 маусым 2021 1 981', [['2021-06-07', null, '7 маусым 2021']]],
    ['7 маусым 2021, дүйсенбі 599 0', [['2021-06-07', null, '7 маусым 2021, дүйсенбі']]],
    ['7.06.2021 (Пн) 599', [['2021-06-07', null, '7.06.2021 (Пн)']]],
    ['7 маусым 2021 сағат 10.45 599', [['2021-06-07', '10:45', '7 маусым 2021 сағат 10.45']]],
    ['6 по 7 мая 2021', []],
    ['с 6 мая по 7 мая 2021', []],
    ['ГОСТ 7.10.2015', []],
    ['7 маусымда 2021 теңге төледі', []],
    ['8-701-12-05-2021', []],
    ['07 . 06 . 2021 599', [['2021-06-07', null, '07 . 06 . 2021']]],
    ['07 .06 . 2021', []],
    ['🗓 7 маусым 2021 🕒 14:59', [['2021-06-07', '14:59', '7 маусым 2021 🕒 14:59']]],
    ['31.02.2021', []],
    ['Бүгін, 10:00', []],
    ['24 маусым', []],
  ])('finds the dates of %s', (line, expected) => {
    expect(findDates(line).map(({ date, time, text }) => [date, time, text])).toEqual(expected);
  });

  it('gives offsets that cut its text out of the line', () => {
    const line = '📅 Қоғам: 7 маусым 2021 ж. 10:15 | 12';
    expect(findDates(line).map(({ start, end }) => line.slice(start, end))).toEqual(['7 маусым 2021 ж. 10:15']);
  });

  it.each(['1 ', '10:15 ', '1.1.', 'маусым ', '7 маусым ', '2021 жыл, ', '— '])(
    'keeps its pace on a long line of «%s»',
    (piece) => {
      const started = cpuTime();
      expect(findDates(piece.repeat(100_000 / piece.length))).toEqual([]);
      expect(cpuTime() - started).toBeLessThan(3000);
    },
  );
});
