import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../../src/extract/fields/attribution.js';
import { cpuTime } from '../../cpu-time.js';

const parts = (paragraphs: readonly string[], ownNames: readonly string[] = []): readonly string[] =>
  findAttributions(paragraphs, ownNames).map(({ name, role }) => `${name} (${role})`);

describe('findAttributions()', () => {
  it('gives the words that say so, and the rule', () => {
    const text = 'Бүгін көпір ашылды, деп хабарлайды ҚазАқпарат тілшісіне сілтеме жасап "Көкжиек".';
    expect(findAttributions([text], [])).toEqual([
      {
        name: 'ҚазАқпарат',
        canonicalName: 'ҚазАқпарат',
        role: 'origin',
        phrase: 'деп хабарлайды ҚазАқпарат тілшісіне сілтеме жасап',
        rule: 'kk-silteme',
      },
      {
        name: 'Көкжиек',
        canonicalName: 'Көкжиек',
        role: 'relay',
        phrase: 'деп хабарлайды ҚазАқпарат тілшісіне сілтеме жасап "Көкжиек"',
        rule: 'kk-silteme',
      },
    ]);
  });

  it('knows one agency by all its names', () => {
    const names = ['ҚазАқпарат', 'Казинформ', 'Kazinform', 'KAZINFORM', 'QazAqparat', 'inform.kz'];
    const found = names.flatMap((name) => findAttributions([`Дереккөз: ${name}`], []));
    expect(found.map(({ canonicalName }) => canonicalName)).toEqual(names.map(() => 'ҚазАқпарат'));
  });

  it('gives a source once, where it stands first', () => {
    expect(parts(['Мост откроют, сообщает Казинформ.', 'Источник: inform.kz', 'Фото: Казинформ'])).toEqual([
      'Казинформ (origin)',
      'Казинформ (photo)',
    ]);
  });

  it('knows the name of the paper itself without quotes', () => {
    const text = 'Көпір ашылды, деп хабарлайды ҚазАқпаратқа сілтеме жасап Дала үні.';
    expect(parts([text], ['Дала үні'])).toEqual(['ҚазАқпарат (origin)', 'Дала үні (relay)']);
  });

  it('reads every sentence of a paragraph and every paragraph', () => {
    expect(parts(['Су тасыды. Бұл туралы аудан әкімдігі хабарлады.', 'По данным МЧС, вода ушла.'])).toEqual([
      'аудан әкімдігі (origin)',
      'МЧС (origin)',
    ]);
  });

  it('never throws, and every phrase stands in the text', () => {
    const words = fc.constantFrom(
      ...'деп хабарлайды сілтеме жасап сообщает со ссылкой на по данным «Көкжиек» Nur.kz пресс-службу , . : – Фото Дереккөз МЧС Бұл туралы'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (list) => {
        const text = list.join(' ');
        return findAttributions([text], []).every(({ phrase, name }) => name !== '' && text.includes(phrase));
      }),
    );
  });

  it.each(['"', '«', '.', 'а. ', 'деп хабарлайды ', 'по данным ', '(', '- '])(
    'reads 100,000 characters of %j in time',
    (piece) => {
      const started = cpuTime();
      findAttributions([piece.repeat(100_000 / piece.length)], []);
      expect(cpuTime() - started).toBeLessThan(1000);
    },
  );
});

interface Case {
  readonly lang: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly name: string;
    readonly canonicalName: string;
    readonly role: string;
    readonly accept?: readonly string[];
  }[];
}

const shared = resolve(import.meta.dirname, '../../../../shared/cases/attribution.jsonl');
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[«»"“”„]/g, '')
    .trim();

/** Shares of one language, from 0 to 1. */
function score(cases: readonly Case[]): {
  readonly presence: number;
  readonly precision: number;
  readonly names: number;
} {
  let [both, found, wanted, hits, foundNames, wantedNames] = [0, 0, 0, 0, 0, 0];
  for (const { text, attributions } of cases) {
    const names = findAttributions([text], []).map(({ name }) => fold(name));
    if (names.length > 0) found++;
    if (attributions.length > 0) wanted++;
    if (names.length > 0 && attributions.length > 0) both++;
    foundNames += names.length;
    wantedNames += attributions.length;
    hits += attributions.filter(({ name, canonicalName, accept = [] }) =>
      [name, canonicalName, ...accept].some((form) => names.includes(fold(form))),
    ).length;
  }
  return {
    presence: (2 * both) / (found + wanted),
    precision: both / found,
    names: (2 * hits) / (foundNames + wantedNames),
  };
}

describe.skipIf(!existsSync(shared))('findAttributions() on the shared sentences', () => {
  const cases: readonly Case[] = existsSync(shared)
    ? readFileSync(shared, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

  it.each(['kk', 'ru'])('holds the floor in %s', (lang) => {
    const { presence, precision, names } = score(cases.filter((entry) => entry.lang === lang));
    expect(presence).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(names).toBeGreaterThanOrEqual(0.97);
  });
});

describe('findAttributions() in Ukrainian', () => {
  it.each([
    ['Міст відкрили після ремонту, повідомляє Укрінформ.', ['Укрінформ']],
    ['Про це повідомляє пресслужба області.', ['пресслужба області']],
    ['Джерело: Novyny24.ua', ['Novyny24.ua']],
    ['Він повідомляє всім про дощ.', []],
  ])('%s', (sentence, names) => {
    expect(findAttributions([sentence], []).map(({ name }) => name)).toEqual(names);
  });
});
