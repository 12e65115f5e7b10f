import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { SURE } from '../../src/settle/confidence.js';
import { buildKnowledge } from '../../src/settle/knowledge.js';
import { damage, MECHANISMS } from '../../src/settle/mechanisms.js';
import { applyParts, restoreLines } from '../../src/settle/restore-lines.js';

const folder = new URL('../../data/', import.meta.url);
const unzip = (name: string) => gunzipSync(readFileSync(new URL(name, folder)));
const shipped = ['kk', 'ru'].map((language) => ({
  language,
  graph: unzip(`restore-${language}.graph.gz`),
  counts: unzip(`restore-${language}.counts.gz`).toString('utf8'),
}));
const knowledge = buildKnowledge({ shipped, archive: [], words: [] });
const matrix = new URL('../../../shared/cases/encoding/matrix.jsonl', import.meta.url);

const kazakh = 'Аудан орталығында жаңа мектеп ашылып, балалар қуанып қалды';
const russian = 'Жители района надеются, что дорога будет готова до конца года';

describe('restoreLines()', () => {
  it.each(MECHANISMS.filter(({ covered }) => covered === null).map((entry) => [entry.name, entry] as const))(
    'restores words that lost letters by %s',
    (_, mechanism) => {
      for (const clean of [kazakh, russian]) {
        const [restored] = restoreLines([damage(clean, mechanism)], knowledge);
        expect(restored?.text).toBe(clean);
      }
    },
  );

  it('finds the Kazakh letters behind question marks, and leaves a question its mark', () => {
    const [restored] = restoreLines(['Бала ?азір мектепте о?ып жатыр ма?'], knowledge);
    expect(restored?.text).toBe('Бала қазір мектепте оқып жатыр ма?');
  });

  it('finds single letters that were cut', () => {
    const [restored] = restoreLines(['Балалар мект\ufffdпке барды, қар жауып т\ufffdр'], knowledge);
    expect(restored?.text).toBe('Балалар мектепке барды, қар жауып тұр');
  });

  it('parts a capital from a word where the space between them was taken for a byte', () => {
    const [restored] = restoreLines(['Ргороде деÑи ждали пÑаздник'], knowledge);
    expect(restored?.text).toBe('В городе дети ждали праздник');
  });

  it('gives clean lines back as they are', () => {
    const lines = [kazakh, russian, 'Señor Ñandú', ''];
    expect(restoreLines(lines, knowledge)).toEqual(lines.map((text) => ({ text, parts: [], mechanism: null })));
  });

  it('names parts that make the proposal when all are applied', () => {
    for (const mechanism of MECHANISMS.filter(({ covered }) => covered === null)) {
      const damaged = `${damage(`${kazakh} — «Жаңа күн»`, mechanism)}`;
      const [restored] = restoreLines([damaged], knowledge);
      expect(applyParts(damaged, restored?.parts ?? [], 0)).toBe(restored?.text);
    }
  });

  it('learns a name from the archive and from a list', () => {
    const named = 'ол рәтлада тұрады';
    const [mechanism] = MECHANISMS;
    const line = mechanism === undefined ? '' : damage(named, mechanism);
    const texts = [
      buildKnowledge({ shipped, archive: ['Ол рәтлада тұрады', 'рәтлада жаңбыр'], words: [] }),
      buildKnowledge({ shipped, archive: [], words: ['рәтлада'] }),
    ].map((known) => restoreLines([line], known)[0]?.text);
    expect(texts).toEqual([named, named]);
  });

  it('takes the dash that the text has by habit', () => {
    const archive = Array.from({ length: 30_000 }, () => 'дос – жақсы');
    const known = buildKnowledge({ shipped, archive, words: [] });
    const mechanism = MECHANISMS[0];
    const damaged = mechanism === undefined ? '' : damage('Жақсы дос — үлкен байлық', mechanism);
    expect(restoreLines([damaged], known)[0]?.text).toBe('Жақсы дос – үлкен байлық');
  });

  it('ends in good time on hostile lines', () => {
    const started = performance.now();
    for (const unit of ['Ð', 'Ñ ', 'Ð°Ñ', 'Ñ?', 'Р', 'а?', '\ufffdа'])
      restoreLines([unit.repeat(100_000 / unit.length)], knowledge);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});

interface Row {
  readonly mechanism: string;
  readonly lang: string;
  readonly damaged: string;
  readonly clean: string;
}

/** Words restored in lines of one kind, those of them that are sure, and how many of each are right; word by word. */
function tally(rows: readonly Row[]) {
  const result = { words: 0, right: 0, sure: 0, sureRight: 0 };
  for (const { damaged, clean } of rows) {
    const [restored] = restoreLines([damaged], knowledge);
    const expected = clean.split(/[ \u00a0]+/);
    const found = restored?.text.split(/[ \u00a0]+/) ?? [];
    const sure = applyParts(damaged, restored?.parts ?? [], SURE).split(/[ \u00a0]+/);
    if (found.length !== expected.length) continue;
    expected.forEach((word, index) => {
      const isSure = sure.length === expected.length && !/[ÐÑÒÓÂâ]/.test(sure[index] ?? 'Ð');
      result.words += 1;
      if (found[index] === word) result.right += 1;
      if (isSure) result.sure += 1;
      if (isSure && sure[index] === word) result.sureRight += 1;
    });
  }
  return result;
}

describe.skipIf(!existsSync(matrix))('on the development matrix', () => {
  const rows = () =>
    readFileSync(matrix, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Row => JSON.parse(line));
  const floors: readonly (readonly [string, string, number])[] = [
    ['d1', 'kk', 0.95],
    ['d1', 'ru', 0.92],
    ['d3', 'kk', 0.95],
    ['d3', 'ru', 0.91],
    ['d5', 'kk', 0.995],
    ['d5', 'ru', 0.995],
    ['e1', 'kk', 0.97],
  ];
  it.each(floors)('restores words of %s in %s, at least %d of them', (name, lang, least) => {
    const { words, right } = tally(rows().filter((row) => row.mechanism.startsWith(`${name} `) && row.lang === lang));
    expect(right / words).toBeGreaterThanOrEqual(least);
  });

  it('is right 995 times of 1,000 where it is sure', () => {
    const { sure, sureRight } = tally(rows().filter((row) => row.mechanism.startsWith('d1 ')));
    expect(sureRight / sure).toBeGreaterThanOrEqual(0.995);
  });
});
