import { caseCosts, markCosts, modelLetters, trigramCosts } from './letter-model-data.js';

const LATIN = modelLetters.length + 1;
const DIGIT = LATIN + 1;
const MARK = LATIN + 2;
const OTHER = LATIN + 3;
const SYMBOLS = LATIN + 4;
const STEP = 0.2;
const UNKNOWN = 255;

/** What a character outside the model costs besides its place, in nats: the stranger to a newspaper, the more. */
const OTHER_COSTS: readonly (readonly [RegExp, number])[] = [
  [/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ufffd]/, 8],
  [/[\u0400-\u052f\u00c0-\u024f]/, 5],
  [/[°§©®•·±²³µ×]/, 4],
  [/[\u2500-\u25ff\u2200-\u22ff]/, 7],
];
const OTHER_COST = 6;

const trigrams = Uint8Array.from(trigramCosts, (char) => {
  const code = char.charCodeAt(0);
  return code < 92 ? code - 35 : code - 36;
});
const cases = Float64Array.from(caseCosts.flat());
/** By code unit, filled when first met: symbol, case (0: no letter, 1: small, 2: capital), own cost. */
const symbols = new Uint8Array(0x10000).fill(UNKNOWN);
const letterCases = new Uint8Array(0x10000);
const ownCosts = new Float32Array(0x10000);

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const lower = char.toLowerCase();
  const letter = modelLetters.indexOf(lower);
  const symbol = letter >= 0 ? letter + 1 : symbolOf(char);
  if (letter >= 0) letterCases[code] = char === lower ? 1 : 2;
  if (symbol === MARK) ownCosts[code] = markCosts[char] ?? 0;
  if (symbol === OTHER) ownCosts[code] = OTHER_COSTS.find(([pattern]) => pattern.test(char))?.[1] ?? OTHER_COST;
  symbols[code] = symbol;
  return symbol;
}

function symbolOf(char: string): number {
  if (char in markCosts) return MARK;
  if (/\s/.test(char)) return 0;
  if (/[a-zA-Z]/.test(char)) return LATIN;
  return /[0-9]/.test(char) ? DIGIT : OTHER;
}

/** Negative log-likelihood of a text as Kazakh or Russian in Cyrillic, in nats: the smaller, the likelier. Linear in its length. */
export function textCost(text: string): number {
  let cost = 0;
  let context = 0;
  let caseContext = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const known = symbols[code] ?? OTHER;
    const symbol = known === UNKNOWN ? learn(code) : known;
    const letterCase = letterCases[code] ?? 0;
    cost += (ownCosts[code] ?? 0) + STEP * (trigrams[context * SYMBOLS + symbol] ?? 0);
    if (letterCase > 0) cost += cases[caseContext * 2 + letterCase - 1] ?? 0;
    context = (context % SYMBOLS) * SYMBOLS + symbol;
    caseContext = (caseContext % 3) * 3 + letterCase;
  }
  return cost;
}
