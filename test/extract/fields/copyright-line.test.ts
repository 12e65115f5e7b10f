import { describe, expect, it } from 'vitest';
import { isCopyrightCredit, isOwnerLine, opensWithCopyright } from '../../../src/extract/fields/copyright-line.js';

const LINES: readonly (readonly [line: string, opens: boolean, owner: boolean, credit: boolean])[] = [
  ['© Дала үні 2017', true, true, true],
  ['2009–2024 © «Дала үні»', false, true, false],
  ['Copyright (c) 2018–2024 Музей района. Все права защищены', true, true, false],
  ['(c) Асан Үсенов', true, false, true],
  ['© Асан Үсенов', true, false, true],
  ['Газета «Дала үні», 2020 ж. ©', false, true, false],
  ['2019 жылы ауылда мектеп ашылды', false, false, false],
  ['Copyright was explained to young readers in 120191 letters', true, false, false],
  [`© 2018 Дала үні. ${'Материалды пайдалану ережесі. '.repeat(6)}`, true, false, false],
  ['©', true, false, false],
];

describe('a line of copyright', () => {
  it.each(LINES)('%s', (line, opens, owner, credit) => {
    expect([opensWithCopyright(line), isOwnerLine(line), isCopyrightCredit(line)]).toEqual([opens, owner, credit]);
  });
});
