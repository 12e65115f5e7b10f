import { describe, expect, it } from 'vitest';
import { applySteps } from '../../src/repair/plan.js';
import { repairSegments } from '../../src/repair/repair.js';

const KAZAKH = 'Ауылда «Жаңа көпір» салынды – №3';

function repairOne(text: string): string {
  const { texts, steps } = repairSegments([text]);
  expect(applySteps([text], steps)).toEqual(texts);
  return texts[0] ?? '';
}

/** Every letter above ASCII in another form. */
function escaped(text: string, toForm: (code: number) => string): string {
  return text.replace(/[^ -~]/g, (char) => toForm(char.charCodeAt(0)));
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}

describe('repairSegments() reads letters that a program escaped:', () => {
  it.each([
    ['with their backslash', (code: number) => `\\u${hex(code)}`],
    ['without it', (code: number) => `u${hex(code)}`],
    ['for an address, by code', (code: number) => `%u${hex(code)}`],
    ['as entities escaped twice', (code: number) => `&amp;#${code};`],
  ])('%s', (_, toForm) => {
    expect(repairOne(escaped(KAZAKH, toForm))).toBe(KAZAKH);
  });

  it('for an address', () => {
    expect(repairOne(encodeURIComponent(KAZAKH))).toBe(KAZAKH);
    expect(repairOne(encodeURIComponent(KAZAKH).replaceAll('%20', '+'))).toBe(KAZAKH);
    expect(repairOne('Қосымша: %D2%B1%D1%81%D1%8B%D0%BD%D1%8B%D1%81.pdf')).toBe('Қосымша: ұсыныс.pdf');
    expect(repairOne('%CF%F0%E8%EA%E0%E7')).toBe('Приказ');
  });

  it('one by one between letters, and by the names of accents', () => {
    expect(repairOne('Ауылда жа\\u04a3а к\\u04e9пір')).toBe('Ауылда жаңа көпір');
    expect(repairOne('It\\u2019s the cafe')).toBe('It’s the cafe');
    expect(repairOne('Br&amp;uuml;cke, &amp;Ouml;l, Stra&amp;szlig;e')).toBe('Brücke, Öl, Straße');
  });

  it('but not in addresses, code and what only looks like it', () => {
    const clean = [
      'https://kk.wikipedia.org/wiki/%D0%90%D1%83%D1%8B%D0%BB',
      's = "\\u0430\\u0443\\u044b\\u043b"; print(s)',
      'Символ \\u2019 между словами',
      'Цены выросли на 10%, скидка 5%de',
      'Ставка 12 %, C%2B%2B и R&amp;D',
      'Модель u0430 и прибор Mu0410',
    ];
    expect(repairSegments(clean)).toEqual({ texts: clean, steps: [] });
  });
});

describe('repairSegments() on damaged text put into one case', () => {
  const utf8ReadAs = (text: string, charset: string) => new TextDecoder(charset).decode(new TextEncoder().encode(text));

  it('reads small letters of windows-1252', () => {
    const text = 'ауылда жаңа көпір салынды, оған жұрт қуанып жатыр';
    expect(repairOne(Buffer.from(text).toString('latin1').toLowerCase())).toBe(text);
  });

  it('does not guess where windows-1251 made two letters one', () => {
    const damaged = utf8ReadAs('суы мол көлдің жағасы', 'windows-1251');
    expect(repairOne(damaged)).toBe('суы мол көлдің жағасы');
    expect(repairOne(damaged.toLowerCase())).toBe(damaged.toLowerCase());
  });
});
