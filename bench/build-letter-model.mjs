// Builds src/text/letter-model-data.ts: letter trigrams of Kazakh and Russian in Cyrillic, from two files of clean text.
// usage: node bench/build-letter-model.mjs <kk.txt> <ru.txt>   (sources and licences: NOTICE)
import { readFileSync, writeFileSync } from 'node:fs';

const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі';
const LATIN = LETTERS.length + 1;
const DIGIT = LATIN + 1;
// Signs by what stands beside them: opening ones, closing ones, dashes, and those inside words or at either side.
const SIGNS = ['«“„([<', '.,:;!?»”)]…%>', '—–', '-"\'’/№&+*=@#$_\u00a0'];
const SIGN = LATIN + 2;
const OTHER = SIGN + SIGNS.length;
const SYMBOLS = OTHER + 1;
const COMMON = SIGNS.join('');
const STEP = 0.2;
const LEVELS = 58;
// Where a character may stand: 0 at a beginning, 1 behind a small letter, 2 behind a capital at a beginning, 3 behind more
// capitals, 4 behind a word and a space, 5 behind a comma, a dash, a digit, 6 behind a capital elsewhere.
const STATES = 7;
const BEGINNING = /[.!?…:;«"“„([\n]/;
const SMOOTHING = 4;

const symbolOf = (char) => {
  const lower = char.toLowerCase();
  const letter = LETTERS.indexOf(lower);
  if (letter >= 0) return letter + 1;
  if (/\s/.test(char) && char !== '\u00a0') return 0;
  if (/[a-z]/i.test(char)) return LATIN;
  if (/[0-9]/.test(char)) return DIGIT;
  const group = SIGNS.findIndex((signs) => signs.includes(char));
  return group < 0 ? OTHER : SIGN + group;
};

const texts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const largest = Math.max(...texts.map((text) => text.length));
const three = new Float64Array(SYMBOLS ** 3);
const two = new Float64Array(SYMBOLS ** 2);
const one = new Float64Array(SYMBOLS);
const marks = new Map([...COMMON].map((char) => [char, 0.5]));
const cases = Array.from({ length: STATES }, () => [0.2, 0.2]);

for (const text of texts) {
  const weight = largest / text.length;
  for (const line of text.split('\n')) count(line, weight);
}

// 0 space, 1 small letter, 2 capital, 3 sign behind which a sentence may begin, 4 any other
function kindOf(symbol, char) {
  if (symbol === 0) return 0;
  if (symbol < LATIN) return char === char.toLowerCase() ? 1 : 2;
  return BEGINNING.test(char) ? 3 : 4;
}

function nextState(state, kind) {
  if (kind === 1) return 1;
  if (kind === 2) return state === 2 || state === 3 || state === 6 ? 3 : state === 0 ? 2 : 6;
  if (kind === 0) return state === 0 || state === 5 ? state : 4;
  return state === 0 || kind === 3 ? 0 : 5;
}

function count(line, weight) {
  let [a, b, state] = [0, 0, 0];
  for (const char of `${line} `) {
    const symbol = symbolOf(char);
    if (a === 0 && b === 0 && symbol === 0) continue;
    three[(a * SYMBOLS + b) * SYMBOLS + symbol] += weight;
    if (marks.has(char)) marks.set(char, marks.get(char) + weight);
    const isLetter = symbol > 0 && symbol < LATIN;
    const isUpper = isLetter && char !== char.toLowerCase();
    if (isLetter) cases[state][isUpper ? 1 : 0] += weight;
    [a, b, state] = [b, symbol, nextState(state, kindOf(symbol, char))];
  }
}
three.forEach((value, index) => {
  two[index % SYMBOLS ** 2] += value;
  one[index % SYMBOLS] += value;
});
const total = one.reduce((sum, value) => sum + value, 0);
const contextTwo = new Float64Array(SYMBOLS ** 2);
three.forEach((value, index) => {
  contextTwo[Math.floor(index / SYMBOLS)] += value;
});

let packed = '';
const likelihood = new Float64Array(SYMBOLS ** 3);
for (let index = 0; index < SYMBOLS ** 3; index += 1) {
  const symbol = index % SYMBOLS;
  const p1 = (one[symbol] + 1) / (total + SYMBOLS);
  const middle = Math.floor(index / SYMBOLS) % SYMBOLS;
  const p2 = (two[index % SYMBOLS ** 2] + SMOOTHING * p1) / (one[middle] + SMOOTHING);
  const p3 = (three[index] + SMOOTHING * p2) / (contextTwo[Math.floor(index / SYMBOLS)] + SMOOTHING);
  likelihood[index] = p3;
  const level = Math.min(LEVELS, Math.round(-Math.log(p3) / STEP));
  packed += String.fromCharCode(level < 57 ? 35 + level : 36 + level);
}
// What was seen of each kind in each place, against what the trigrams and the shares of signs expect there.
const markTotals = SIGNS.map((signs) => [...signs].reduce((sum, char) => sum + marks.get(char), 0));
const beginningShares = SIGNS.map(
  (signs, group) =>
    [...signs].reduce((sum, char) => sum + (BEGINNING.test(char) ? marks.get(char) : 0), 0) / markTotals[group],
);
const places = Array.from({ length: STATES }, () => ({
  seen: new Float64Array(5).fill(2),
  expected: new Float64Array(5).fill(2),
}));
for (const text of texts) for (const line of text.split('\n')) countPlaces(line, largest / text.length);

function countPlaces(line, weight) {
  let [a, b, state] = [0, 0, 0];
  for (const char of `${line} `) {
    const symbol = symbolOf(char);
    if (a === 0 && b === 0 && symbol === 0) continue;
    const { seen, expected } = places[state];
    const row = likelihood.subarray((a * SYMBOLS + b) * SYMBOLS, (a * SYMBOLS + b + 1) * SYMBOLS);
    const kind = kindOf(symbol, char);
    const letters = row.subarray(1, LATIN).reduce((sum, value) => sum + value, 0);
    const beginnings = SIGNS.reduce((sum, _, group) => sum + row[SIGN + group] * beginningShares[group], 0);
    seen[kind] += weight;
    expected[0] += weight * row[0];
    expected[1] += weight * letters;
    expected[3] += weight * beginnings;
    expected[4] += weight * (1 - row[0] - letters - beginnings);
    [a, b, state] = [b, symbol, nextState(state, kind)];
  }
}

const nats = (p) => Math.round(-Math.log(p) * 100) / 100;
const markCosts = Object.fromEntries(
  [...marks].map(([char, value]) => [char, nats(value / markTotals[SIGNS.findIndex((signs) => signs.includes(char))])]),
);
const placeCosts = cases.map(([lower, upper], state) => {
  const { seen, expected } = places[state];
  const letter = (seen[1] + seen[2]) / expected[1] / (lower + upper);
  return [seen[0] / expected[0], letter * lower, letter * upper, seen[3] / expected[3], seen[4] / expected[4]].map(
    nats,
  );
});

writeFileSync(
  new URL('../src/text/letter-model-data.ts', import.meta.url),
  `// Built by bench/build-letter-model.mjs from the texts that NOTICE names; do not edit.
// biome-ignore-all format: a table as it was built

/** Lower-case letters of Kazakh and Russian in Cyrillic, in the order of their symbols from 1. */
export const modelLetters = '${LETTERS}';

/** Cost of each mark among those of its group (opening, closing, dashes, others), in nats. */
export const markCosts: Readonly<Record<string, number>> = ${JSON.stringify(markCosts)};

/** Marks by what stands beside them: opening, closing, dashes, those inside words or at either side. */
export const markGroups: readonly string[] = ${JSON.stringify(SIGNS)};

/**
 * What a kind of character costs more or less than its letters say, in nats: a space, a small letter, a capital, a mark behind which a
 * sentence may begin, any other. A row for each place: at a beginning, behind a small letter, behind a capital at a beginning, behind
 * more capitals, behind a word and a space, behind a comma, a dash or a digit, behind a capital elsewhere.
 */
export const placeCosts: readonly (readonly number[])[] = ${JSON.stringify(placeCosts)};

/** Cost of a symbol after two others, one character each: its code less 35 (above 92 less 36), in steps of 0.2 nats. */
export const trigramCosts: string =
  \`${packed}\`;
`,
);
console.log(`${SYMBOLS} symbols, ${packed.length} trigrams`);
