import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../cpu-time.js';
import { read } from './dumps.js';

const BIG = 100_000;

describe('extract() of a hostile text', () => {
  it.each([
    ['signs of breadcrumbs', '» '.repeat(BIG / 2)],
    ['opening tags', '<a '.repeat(BIG / 3)],
    ['opening shortcodes', '{gallery}'.repeat(BIG / 9)],
    ['figures', '1 '.repeat(BIG / 2)],
    ['labels', 'Просмотров: '.repeat(BIG / 12)],
    ['dates', '04 сәуір 2019 ж. '.repeat(BIG / 17)],
    ['hash signs', '#а '.repeat(BIG / 3)],
    ['full stops', '.'.repeat(BIG)],
    ['white space', `x${' '.repeat(BIG)}x`],
    ['tabs', `x${'\t'.repeat(BIG)}`],
    ['empty cells', `${'| '.repeat(BIG / 2)}x`],
    ['more entries than a menu has', `Басты бет | ${'су | '.repeat(28)}1`],
    ['short lines', '1\n'.repeat(BIG / 10)],
    ['headings', 'Пікірлер\n'.repeat(BIG / 9)],
    ['titles with question marks', 'Ауылда жаңа көпір ашыла ма? '.repeat(BIG / 28)],
    ['days and titles', '01.04.2019 Ауылдағы сайыс қалай өтті?\n'.repeat(BIG / 200)],
    ['words joined by underscores', 'а_'.repeat(BIG / 2)],
    ['stars round a heading', `** ${'* '.repeat(BIG / 2)}`],
    ['names of pictures', '![просмотр'.repeat(BIG / 10)],
    ['dashes between links', 'Қоғам – '.repeat(BIG / 8)],
    ['counters beside figures', '2 пікір 1 '.repeat(16)],
    ['titles', 'Ауылда\u00a0жаңа\u00a0көпір '.repeat(BIG / 17)],
    ['pairs of lines', '№1 (2) 3\n03 маусым 2023 ж.\n'.repeat(BIG / 100)],
  ])('ends soon with %s', (_, text) => {
    const start = cpuTime();
    read(text.split(' '));
    read([text]);
    read([`» ${text}`, text]);
    // As a program with signs of its own would write it down.
    read(['# Су', text]);
    expect(cpuTime() - start).toBeLessThan(2_000);
  });

  it('never throws, and places a line once', () => {
    const piece = fc.constantFrom(
      '» » Су',
      'Су',
      '№1 (2) 3',
      '03 маусым 2023 ж.',
      '12 0',
      '',
      'Тегтер: су',
      '404',
      'None',
      '»',
      '«',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (lines) => {
        const { placements } = read(lines);
        expect(new Set(placements.map(({ segment }) => segment)).size).toBe(placements.length);
      }),
    );
  });
});
