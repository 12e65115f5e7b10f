// Splits clean text for trials: nine lines of ten to build a model from, the tenth damaged in known ways.
// usage: npm run build && node bench/restore-holdout.mjs <kk.txt> <ru.txt> <folder>
//   writes <folder>/kk.txt, <folder>/ru.txt and <folder>/held-out.jsonl; then:
//   node bench/restore-model.mjs <folder>/kk.txt <folder>/ru.txt <kk.words> <ru.words> --data <folder>
//   node bench/restore-score.mjs <folder>/held-out.jsonl --data <folder> --fit
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { damage, MECHANISMS } from '../dist/settle/mechanisms.js';

const [kkFile, ruFile, folder] = process.argv.slice(2);
const MOST_CHARACTERS = 100_000;
const ways = [
  ['d1 latin-1, C1 dropped', (text) => damage(text, MECHANISMS[0]), ['kk', 'ru']],
  ['d13 latin-1, C1 dropped, NEL a space', (text) => damage(text, MECHANISMS[3]), ['kk', 'ru']],
  ['d5 windows-1252, undefined bytes dropped', (text) => damage(text, MECHANISMS[6]), ['kk', 'ru']],
  ['d12 letters cut to U+FFFD', cutLetters, ['kk', 'ru']],
  ['e1 Kazakh letters a question mark', (text) => damage(text, MECHANISMS[12]), ['kk']],
];
let state = 7;

/** Every twentieth letter or so, the same ones in every run. */
function cutLetters(text) {
  return text.replace(/[\u0400-\u052f]/g, (letter) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 < 0.05 ? '\ufffd' : letter;
  });
}

mkdirSync(folder, { recursive: true });
const rows = [];
for (const [lang, file] of Object.entries({ kk: kkFile, ru: ruFile })) {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  writeFileSync(join(folder, `${lang}.txt`), `${lines.filter((_, index) => index % 10 !== 7).join('\n')}\n`);
  let characters = 0;
  for (const clean of lines.filter((line, index) => index % 10 === 7 && line.length > 12 && !line.includes('\ufffd'))) {
    characters += clean.length;
    if (characters > MOST_CHARACTERS) break;
    for (const [mechanism, spoil, languages] of ways) {
      if (languages.includes(lang)) rows.push({ mechanism, lang, damaged: spoil(clean), clean });
    }
  }
}
writeFileSync(join(folder, 'held-out.jsonl'), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
console.log(`${rows.length} damaged lines`);
