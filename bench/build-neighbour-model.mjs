// Builds src/text/neighbour-model-data.ts: letter pairs of the languages whose Cyrillic letters damaged Kazakh and Russian may be taken for.
// usage: node bench/build-neighbour-model.mjs <folder>   (it holds ukr.txt, bel.txt, srp.txt, mkd.txt, kir.txt, uzb_cyrl.txt: a word a
// line, printed by bench/restore-words.mjs from the models of tessdata_fast; NOTICE)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ALPHABETS = {
  uk: ['ukr', "абвгдежзийклмнопрстуфхцчшщьюяєіїґ'"],
  be: ['bel', "абвгдежзйклмнопрстуфхцчшыьэюяёіў'"],
  sr: ['srp', 'абвгдежзиклмнопрстуфхцчшђјљњћџ'],
  mk: ['mkd', 'абвгдежзиклмнопрстуфхцчшѓѕјљњќџ'],
  ky: ['kir', 'абвгдежзийклмнопрстуфхцчшщъыьэюяёңөү'],
  uz: ['uzb_cyrl', 'абвгдежзийклмнопрстуфхцчшъьэюяёўқғҳ'],
};
const STEP = 0.1;
const LEVELS = 56;
const SMOOTHING = 2;

function pairsOf(words, letters) {
  const size = letters.length + 1;
  const two = new Float64Array(size * size);
  const one = new Float64Array(size);
  for (const word of words) {
    let before = 0;
    for (const char of `${word} `) {
      const symbol = letters.indexOf(char) + 1;
      two[before * size + symbol] += 1;
      one[symbol] += 1;
      before = symbol;
    }
  }
  const total = one.reduce((sum, value) => sum + value, 0);
  let packed = '';
  for (let index = 0; index < size * size; index += 1) {
    const share = (one[index % size] + 1) / (total + size);
    const p = (two[index] + SMOOTHING * share) / (one[Math.floor(index / size)] + SMOOTHING);
    const level = Math.min(LEVELS, Math.round(-Math.log(p) / STEP));
    packed += String.fromCharCode(35 + level);
  }
  return packed;
}

const models = Object.entries(ALPHABETS).map(([language, [name, letters]]) => {
  const words = readFileSync(join(process.argv[2] ?? '.', `${name}.txt`), 'utf8').split('\n');
  const own = new Set(words.map((word) => word.toLowerCase()));
  own.delete('');
  const pairs = pairsOf(
    [...own].filter((word) => [...word].every((char) => letters.includes(char))),
    letters,
  );
  return `  { language: '${language}', letters: ${JSON.stringify(letters)}, pairs: ${JSON.stringify(pairs)} },`;
});

writeFileSync(
  new URL('../src/text/neighbour-model-data.ts', import.meta.url),
  `// Built by bench/build-neighbour-model.mjs from the word lists that NOTICE names; do not edit.
// biome-ignore-all format: a table as it was built

/**
 * Ukrainian, Belarusian, Serbian, Macedonian, Kyrgyz and Uzbek in Cyrillic: small letters in the order of their symbols from 1 (0 is
 * what stands between words), and the cost of a symbol behind another, one character each: its code less 35, in steps of 0.1 nats.
 */
export const neighbours: readonly { readonly language: 'uk' | 'be' | 'sr' | 'mk' | 'ky' | 'uz'; readonly letters: string; readonly pairs: string }[] = [
${models.join('\n')}
];
`,
);
