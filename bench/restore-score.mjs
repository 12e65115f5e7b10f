// Prints how much of lossy damage is restored, a mechanism and language a row.
// usage: npm run build && node bench/restore-score.mjs <matrix.jsonl> [--min 0.995] [--data folder] [--errors mechanism] [--curve] [--fit] [--learn file…]
//   --curve: precision and coverage by confidence; --fit: weights for src/settle/confidence.ts (from text the model was not built from)
//   --learn: clean text of an archive, all files to the end of the line
//   matrix.jsonl: {"mechanism", "lang", "damaged", "clean"} a line, text that the model was not built from
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { featuresOf } from '../dist/settle/confidence.js';
import { buildKnowledge } from '../dist/settle/knowledge.js';
import { restoreLines } from '../dist/settle/restore-lines.js';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const least = Number(option('--min') ?? 0.995);
const learn = args.includes('--learn') ? args.slice(args.indexOf('--learn') + 1) : [];
const errors = option('--errors');
const judged = [];
const data = option('--data');
const folder = data === null ? new URL('../data/', import.meta.url) : pathToFileURL(`${data}/`);
const unzip = (name) => gunzipSync(readFileSync(new URL(name, folder)));

const started = process.cpuUsage().user;
const shipped = ['kk', 'ru'].map((language) => ({
  language,
  graph: unzip(`restore-${language}.graph.gz`),
  counts: unzip(`restore-${language}.counts.gz`).toString('utf8'),
}));
const archive = learn.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
const knowledge = buildKnowledge({ shipped, archive, words: [] });
knowledge.modelOf('kk');
knowledge.modelOf('ru');
console.log(`model loaded in ${((process.cpuUsage().user - started) / 1e6).toFixed(2)} s`);

const rows = readFileSync(args[0], 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line))
  .filter(({ mechanism }) => /^(?:d|e1|f3)/.test(mechanism));
const cells = new Map();
for (const row of rows) {
  const name = `${row.mechanism.padEnd(46)} ${row.lang}`;
  cells.set(name, [...(cells.get(name) ?? []), row]);
}
const WORD = /[\p{L}\p{M}]+/gu;
console.log(`${'mechanism'.padEnd(46)}    words   lines   precision coverage   kB/s`);
const all = { kk: tallyOf(), ru: tallyOf() };
for (const [name, cell] of cells) {
  const tally = tallyOf();
  for (const row of cell) scoreRow(row, tally);
  print(name, tally);
  for (const key of Object.keys(tally)) all[cell[0].lang][key] += tally[key];
}
for (const lang of ['kk', 'ru']) print(`${'all'.padEnd(46)} ${lang}`, all[lang]);
if (args.includes('--curve')) for (const lang of ['kk', 'ru']) printCurve(lang);
if (args.includes('--fit'))
  console.log(
    `weights: [${weightsOf(judged)
      .map((weight) => weight.toFixed(3))
      .join(', ')}]`,
  );

/** Precision and coverage of what would be applied from each confidence on. */
function printCurve(lang) {
  const words = judged.filter((word) => word.lang === lang);
  for (const from of [0.9, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99, 0.995]) {
    const sure = words.filter(({ confidence }) => confidence >= from);
    const right = sure.filter((word) => word.right).length;
    console.log(
      `${lang} from ${from}: precision ${((100 * right) / sure.length).toFixed(2)}, coverage ${((100 * sure.length) / words.length).toFixed(1)}`,
    );
  }
}

/** Logistic regression by Newton's method, with a slight pull to zero. */
function weightsOf(words) {
  const usable = words.filter(({ features }) => features !== undefined);
  const size = usable[0].features.length;
  let weights = new Array(size).fill(0);
  for (let round = 0; round < 30; round += 1) {
    const slope = weights.map((weight) => -weight * 0.1);
    const curvature = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? 0.1 : 0)),
    );
    for (const { features, right } of usable) {
      const p = 1 / (1 + Math.exp(-features.reduce((sum, feature, i) => sum + feature * weights[i], 0)));
      features.forEach((a, i) => {
        slope[i] += ((right ? 1 : 0) - p) * a;
        features.forEach((b, j) => {
          curvature[i][j] += p * (1 - p) * a * b;
        });
      });
    }
    const step = solve(curvature, slope);
    weights = weights.map((weight, i) => weight + step[i]);
  }
  return weights;
}

function solve(matrix, vector) {
  const rows = matrix.map((row, i) => [...row, vector[i]]);
  for (let i = 0; i < rows.length; i += 1) {
    for (let k = 0; k < rows.length; k += 1) {
      if (k === i) continue;
      const factor = rows[k][i] / rows[i][i];
      rows[k] = rows[k].map((value, j) => value - factor * rows[i][j]);
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}

function tallyOf() {
  return { words: 0, right: 0, lines: 0, exact: 0, applied: 0, appliedRight: 0, bytes: 0, cpu: 0 };
}

function print(name, t) {
  const percent = (a, b) => (b === 0 ? '–' : ((100 * a) / b).toFixed(2)).padStart(8);
  console.log(
    `${name} ${percent(t.right, t.words)} ${percent(t.exact, t.lines)} ${percent(t.appliedRight, t.applied)} ${percent(t.applied, t.words)} ${(t.bytes / 1000 / t.cpu).toFixed(0).padStart(8)}`,
  );
}

function scoreRow({ damaged, clean, lang, mechanism }, tally) {
  const before = process.cpuUsage().user;
  const [restored] = restoreLines([damaged], knowledge);
  tally.cpu += (process.cpuUsage().user - before) / 1e6;
  tally.bytes += Buffer.byteLength(damaged);
  tally.lines += 1;
  if (restored.text === clean) tally.exact += 1;
  for (const { word, after, confidence, features } of alignWords(restored, clean)) {
    tally.words += 1;
    const right = after === word;
    if (right) tally.right += 1;
    if (confidence >= least) {
      tally.applied += 1;
      if (right) tally.appliedRight += 1;
    }
    judged.push({ lang, right, confidence, features });
    if (!right && errors !== null && mechanism.startsWith(`${errors} `))
      console.log(`  ${word} → ${after} (${confidence.toFixed(4)})`);
  }
}

/** Damaged words of the clean line beside what was restored in their place; words that came through whole are left out. */
function alignWords({ parts, text }, clean) {
  if (parts.length === 0)
    return text === clean ? [] : [...clean.matchAll(WORD)].map(([word]) => ({ word, after: '', confidence: 0 }));
  const pieces = [];
  let at = 0;
  let length = 0;
  for (const part of parts) {
    length += part.start - at;
    if (part.method !== 'decoding' && part.method !== 'habit') pieces.push({ ...part, place: length });
    length += part.after.length;
    at = part.start + part.before.length;
  }
  const words = [...clean.matchAll(WORD)].map(([word]) => word);
  const mine = [...text.matchAll(WORD)].map((match) => ({ word: match[0], index: match.index }));
  return pair(mine, words).flatMap(({ word, index, counterpart }) => {
    const piece = pieces.find(({ place, after }) => index >= place && index < place + after.length);
    return piece === undefined
      ? []
      : [{ ...piece, word: counterpart, after: word, features: featuresOf(piece.evidence) }];
  });
}

/** Restored words, each beside its counterpart by the fewest differences; '' where it has none. */
function pair(mine, words) {
  const cost = Array.from({ length: mine.length + 1 }, (_, i) =>
    Array.from({ length: words.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= mine.length; i += 1) {
    for (let j = 1; j <= words.length; j += 1) {
      const other = mine[i - 1].word === words[j - 1] ? 0 : 1.5;
      cost[i][j] = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + other);
    }
  }
  const result = [];
  let j = words.length;
  for (let i = mine.length; i > 0; i -= 1) {
    while (j > 0 && cost[i][j] === cost[i][j - 1] + 1) j -= 1;
    const isAlone = cost[i][j] === cost[i - 1][j] + 1;
    result.push({ ...mine[i - 1], counterpart: isAlone ? '' : words[j - 1] });
    if (!isAlone) j -= 1;
  }
  return result;
}
