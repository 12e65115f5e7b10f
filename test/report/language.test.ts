import { describe, expect, it } from 'vitest';
import { languageOf, reportLanguages, reportTexts } from '../../src/report/language.js';
import type { Text } from '../../src/report/texts.js';

const { en, ...others } = reportTexts;
const formsOf = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesOf = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
/** Words of people who cannot read the language yet, and names that are the same everywhere. */
const SAME = new Set(['legendNone']);

describe.each(Object.entries(others))('the texts in %s', (code, texts) => {
  it('are the same as in English, each of them translated', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
    const untranslated = Object.entries(en).filter(
      ([name, text]) => !SAME.has(name) && JSON.stringify(text) === JSON.stringify(texts[name as keyof typeof en]),
    );
    expect(untranslated).toEqual([]);
  });

  it('take the same values, in every form of a plural', () => {
    for (const [name, text] of Object.entries(en)) {
      const expected = placesOf(formsOf(text).at(-1) ?? '');
      for (const form of formsOf(texts[name as keyof typeof en]))
        expect([name, ...placesOf(form)]).toEqual([name, ...expected]);
    }
  });

  it('have every form that their numbers ask for', () => {
    const rules = new Intl.PluralRules(code);
    const asked = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)));
    const plurals = Object.values<Text>(texts).filter((text) => typeof text !== 'string');
    expect(plurals.length).toBeGreaterThan(5);
    for (const plural of plurals) expect(Object.keys(plural)).toEqual(expect.arrayContaining([...asked]));
  });
});

describe('languageOf()', () => {
  it.each([
    ['en', '1,234 articles', '24 June 2019', '24 Jun 2019', '12.5%'],
    ['kk', '1 234 мақаласы', '2019 ж. 24 маусым', '24.06.2019', '12,5%'],
    ['ru', '1 234 статьи', '24 июня 2019 г.', '24.06.2019', '12,5 %'],
  ] as const)('prints numbers and days in %s', (code, articles, day, shortDay, share) => {
    const language = languageOf(code);
    const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(language.say('leadArticles', { n: 1234 }))).toBe(articles);
    expect(plain(language.day('2019-06-24'))).toBe(day);
    expect(language.shortDay('2019-06-24')).toBe(shortDay);
    expect(plain(language.percent(0.125))).toBe(share);
  });

  it.each([
    [1, '1 статья'],
    [3, '3 статьи'],
    [11, '11 статей'],
    [21, '21 статья'],
  ])('takes the Russian form of %d', (n, text) => {
    expect(languageOf('ru').say('leadArticles', { n })).toBe(text);
  });

  it('names no day where a page gave none that a calendar knows', () => {
    for (const code of reportLanguages) expect(languageOf(code).day('2019-02-99')).toBe('–');
  });
});
