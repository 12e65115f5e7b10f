// Builds src/text/letter-model-data.ts: letter trigrams of Kazakh and Russian in Cyrillic, from two files of clean text.
// usage: node bench/build-letter-model.mjs <kk.txt> <ru.txt>   (sources and licences: NOTICE)
import { readFileSync, writeFileSync } from 'node:fs';

const LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі';
const LATIN = LETTERS.length + 1;
const DIGIT = LATIN + 1;
const PUNCTUATION = LATIN + 2;
const OTHER = LATIN + 3;
const SYMBOLS = LATIN + 4;
const COMMON = '.,:;!?-–—«»"“”„\'’()/%№…&+*=[]@#$_<>\u00a0';
const STEP = 0.2;
const LEVELS = 58;
const SMOOTHING = 4;

const symbolOf = (char) => {
  const lower = char.toLowerCase();
  const letter = LETTERS.indexOf(lower);
  if (letter >= 0) return letter + 1;
  if (/\s/.test(char) && char !== '\u00a0') return 0;
  if (/[a-z]/i.test(char)) return LATIN;
  if (/[0-9]/.test(char)) return DIGIT;
  return COMMON.includes(char) ? PUNCTUATION : OTHER;
};

const texts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const largest = Math.max(...texts.map((text) => text.length));
const three = new Float64Array(SYMBOLS ** 3);
const two = new Float64Array(SYMBOLS ** 2);
const one = new Float64Array(SYMBOLS);
const marks = new Map([...COMMON].map((char) => [char, 0.5]));
const cases = Array.from({ length: 9 }, () => [0.2, 0.2]);

for (const text of texts) {
  const weight = largest / text.length;
  for (const line of text.split('\n')) count(line, weight);
}

function count(line, weight) {
  let [a, b, caseA, caseB] = [0, 0, 0, 0];
  for (const char of `${line} `) {
    const symbol = symbolOf(char);
    if (a === 0 && b === 0 && symbol === 0) continue;
    three[(a * SYMBOLS + b) * SYMBOLS + symbol] += weight;
    if (marks.has(char)) marks.set(char, marks.get(char) + weight);
    const isLetter = symbol > 0 && symbol < LATIN;
    const isUpper = isLetter && char !== char.toLowerCase();
    if (isLetter) cases[caseA * 3 + caseB][isUpper ? 1 : 0] += weight;
    [a, b, caseA, caseB] = [b, symbol, caseB, isLetter ? (isUpper ? 2 : 1) : 0];
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
for (let index = 0; index < SYMBOLS ** 3; index += 1) {
  const symbol = index % SYMBOLS;
  const p1 = (one[symbol] + 1) / (total + SYMBOLS);
  const middle = Math.floor(index / SYMBOLS) % SYMBOLS;
  const p2 = (two[index % SYMBOLS ** 2] + SMOOTHING * p1) / (one[middle] + SMOOTHING);
  const p3 = (three[index] + SMOOTHING * p2) / (contextTwo[Math.floor(index / SYMBOLS)] + SMOOTHING);
  const level = Math.min(LEVELS, Math.round(-Math.log(p3) / STEP));
  packed += String.fromCharCode(level < 57 ? 35 + level : 36 + level);
}
const markTotal = [...marks.values()].reduce((sum, value) => sum + value, 0);
const nats = (p) => Math.round(-Math.log(p) * 100) / 100;
const markCosts = Object.fromEntries([...marks].map(([char, value]) => [char, nats(value / markTotal)]));
const caseCosts = cases.map(([lower, upper]) => [nats(lower / (lower + upper)), nats(upper / (lower + upper))]);

writeFileSync(
  new URL('../src/text/letter-model-data.ts', import.meta.url),
  `// Built by bench/build-letter-model.mjs from the texts that NOTICE names; do not edit.

/** Lower-case letters of Kazakh and Russian in Cyrillic, in the order of their symbols from 1. */
export const modelLetters = '${LETTERS}';

/** Cost of each punctuation mark among punctuation marks, in nats. */
export const markCosts: Readonly<Record<string, number>> = ${JSON.stringify(markCosts)};

/** Cost of a small and of a capital letter, in nats, after two places that hold no letter (0), a small (1) or a capital (2): row 3a + b. */
export const caseCosts: readonly (readonly [number, number])[] = ${JSON.stringify(caseCosts)};

/** Cost of a symbol after two others, one character each: its code less 35 (above 92 less 36), in steps of 0.2 nats. */
export const trigramCosts =
  \`${packed}\`;
`,
);
console.log(`${SYMBOLS} symbols, ${packed.length} trigrams`);
