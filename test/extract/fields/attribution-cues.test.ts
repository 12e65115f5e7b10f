import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Needs, openCues, toKeys } from '../../../src/extract/fields/attribution-cues.js';
import { readKazakh } from '../../../src/extract/fields/attribution-kk.js';
import { KAZAKH_NEEDS } from '../../../src/extract/fields/attribution-kk-words.js';
import { LABEL_NEEDS, readLabelled } from '../../../src/extract/fields/attribution-labels.js';
import { PRESS_NEEDS, readPressLine } from '../../../src/extract/fields/attribution-lines.js';
import { OTHER_NEEDS, readOther } from '../../../src/extract/fields/attribution-other.js';
import { PHOTO_NEEDS, readBarePhoto } from '../../../src/extract/fields/attribution-photo.js';
import { readRussian } from '../../../src/extract/fields/attribution-ru.js';
import { RUSSIAN_NEEDS } from '../../../src/extract/fields/attribution-ru-words.js';
import type { Finding, Sentence } from '../../../src/extract/fields/attribution-sentence.js';
import { readWords } from '../../../src/extract/fields/attribution-words.js';

interface Grammar {
  readonly name: string;
  readonly needs: Needs;
  readonly read: (sentence: Sentence) => readonly Finding[];
}

const grammars: readonly Grammar[] = [
  { name: 'readLabelled()', needs: LABEL_NEEDS, read: ({ text }) => readLabelled(text) },
  { name: 'readBarePhoto()', needs: PHOTO_NEEDS, read: readBarePhoto },
  { name: 'readKazakh()', needs: KAZAKH_NEEDS, read: readKazakh },
  { name: 'readRussian()', needs: RUSSIAN_NEEDS, read: readRussian },
  { name: 'readOther()', needs: OTHER_NEEDS, read: readOther },
  { name: 'readPressLine()', needs: PRESS_NEEDS, read: ({ text }) => readPressLine(text) },
];

/** Words and phrases of every rule, in several spellings, and what stands between them. */
const PHRASES = [
  ...['деп хабарлайды', 'DEP HABARLAIDY', 'делінген', 'сілтеме жасап', 'мәліметінше', 'дерегі бойынша', 'Бұл туралы'],
  ...['мәлім болды', 'хабарлады', 'Жаңалықты', 'таратты', 'сүйеніп', 'баспасөз қызметі', 'әкімдігінен'],
  ...['сообщает', 'Как передаёт', 'со ссылкой на', 'По данным', 'согласно отчёту', 'Об этом рассказали в', 'заявили'],
  ...['Информация предоставлена', 'пресс-службой суда', 'МЧС', 'акимата', '«Көкжиек»', 'Nur.kz', 'ҚазАқпаратқа'],
  ...['according to', 'Reuters', 'xabar berdi', 'Фото', 'Суреттер', 'Источник', 'Дереккөз', 'По материалам', 'суда.'],
];
const MARKS = [' ', ' ', ' ', ', ', ': ', ' – ', '. ', "'", '’', '-', '«', '» ', '"', 'й', 'и\u0306', '5', '_', '@'];

describe('openCues()', () => {
  it('lets pass every text in which a grammar finds a source', () => {
    const cuesOf = openCues(grammars.map(({ needs }) => needs));
    const texts = fc.array(fc.tuple(fc.constantFrom(...PHRASES), fc.constantFrom(...MARKS)), { maxLength: 8 });
    const check = (pieces: readonly (readonly [string, string])[]): void => {
      const text = pieces.flat().join('').trim();
      const sentence = { text, words: readWords(text) };
      for (const [index, { name, read }] of grammars.entries())
        if (read(sentence).length > 0) expect([name, text, (cuesOf(text) >> index) & 1]).toEqual([name, text, 1]);
    };
    fc.assert(fc.property(texts, check), { numRuns: 3000 });
  });

  it('finds a word wherever the words of a text are read', () => {
    const keys = toKeys(['деп', 'сообщает', 'пресс-релизу', 'ақпараты', 'объявляем', 'иию']);
    const cuesOf = openCues([[[keys]]]);
    const words = ['деп', 'сообщает', 'СООБЩАЕТ', 'soobsaet', 'пресс-релизу', 'ақпарат', 'ы', 'объ', 'объявляем', 'ию'];
    const signs = [
      "'",
      '’',
      'ʼ',
      'ь',
      '-',
      '.',
      '@',
      '«',
      '»',
      '"',
      '“',
      '\u0306',
      '\u0301',
      '/',
      'и',
      'ſ',
      '𝐀',
      ' ',
      '_',
      '1',
    ];
    const texts = fc.array(fc.constantFrom(...words, ...signs), { maxLength: 12 });
    const check = (pieces: readonly string[]): void => {
      const text = pieces.join('');
      if (readWords(text).some(({ key }) => keys.has(key))) expect([text, cuesOf(text)]).not.toEqual([text, 0]);
    };
    fc.assert(fc.property(texts, check), { numRuns: 5000 });
  });

  it.each(grammars)('knows every word that $name needs', ({ needs }) => {
    const cuesOf = openCues([needs]);
    const texts = needs.flatMap((rule) =>
      rule.flatMap((keys, at) =>
        [...keys].map((key) => rule.map((others, index) => (index === at ? key : [...others][0])).join(' ')),
      ),
    );
    // A key is read as text; its «ch» is one letter there.
    expect(texts.filter((text) => cuesOf(text.replaceAll('ch', 'ч')) === 0)).toEqual([]);
  });

  it('stops a text that lacks one of the words of a rule', () => {
    const cuesOf = openCues(grammars.map(({ needs }) => needs));
    expect(cuesOf('Жұмысқа ауыл тұрғындары көп болып атсалысты деп айтуға болады.')).toBe(0);
    expect(cuesOf('Мост через реку открыли по просьбе жителей.')).toBe(0);
    expect(cuesOf('Көпір ашылды, деп хабарлайды ҚазАқпарат.')).toBe(1 << 2);
    expect(cuesOf('По данным МЧС, вода ушла.')).toBe(1 << 3);
  });

  it('lets pass what cannot be told letter by letter: addresses, marks that combine', () => {
    const cuesOf = openCues([[[toKeys(['деп'])]]]);
    expect(cuesOf('https://ernur.example/news')).toBe(1);
    expect(cuesOf('Бу\u0438\u0306')).toBe(1);
    expect(cuesOf('Бұй')).toBe(0);
  });
});
