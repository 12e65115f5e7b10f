import { markCosts, markGroups, modelLetters, placeCosts, trigramCosts } from './letter-model-data.js';

const LATIN = modelLetters.length + 1;
const DIGIT = LATIN + 1;
const MARK = LATIN + 2;
const OTHER = MARK + markGroups.length;
const SYMBOLS = OTHER + 1;
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

/** Unpacked when first needed: most pages need none. */
let unpacked: Uint8Array | null = null;
const places = Float64Array.from(placeCosts.flat());
/** Signs behind which a sentence or a name may begin. */
const BEGINNING = /[.!?…:;«"“„([\n]/;
/** Kinds of character: 0 space, 1 small letter, 2 capital, 3 sign behind which a sentence may begin, 4 any other. */
const BEGINNING_SIGN = 3;
const OTHER_SIGN = 4;
const KINDS = 5;
/** The place behind a character (`placeCosts` names the places) by the place before it and its kind. */
// biome-ignore format: a table, a place a row
const NEXT_PLACE = Uint8Array.of(
  0, 1, 2, 0, 0,
  4, 1, 6, 0, 5,
  4, 1, 3, 0, 5,
  4, 1, 3, 0, 5,
  4, 1, 6, 0, 5,
  5, 1, 6, 0, 5,
  4, 1, 3, 0, 5,
);
/** By code unit, filled when first met: symbol, kind, own cost. */
const symbols = new Uint8Array(0x10000).fill(UNKNOWN);
const kinds = new Uint8Array(0x10000);
const ownCosts = new Float32Array(0x10000);

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const lower = char.toLowerCase();
  const letter = modelLetters.indexOf(lower);
  const symbol = letter >= 0 ? letter + 1 : symbolOf(char);
  if (letter >= 0) kinds[code] = char === lower ? 1 : 2;
  else if (symbol > 0 || char === '\n') kinds[code] = BEGINNING.test(char) ? BEGINNING_SIGN : OTHER_SIGN;
  if (char in markCosts) ownCosts[code] = markCosts[char] ?? 0;
  if (symbol === OTHER) ownCosts[code] = OTHER_COSTS.find(([pattern]) => pattern.test(char))?.[1] ?? OTHER_COST;
  symbols[code] = symbol;
  return symbol;
}

function symbolOf(char: string): number {
  const group = markGroups.findIndex((marks) => marks.includes(char));
  if (group >= 0) return MARK + group;
  if (/\s/.test(char)) return 0;
  if (/[a-zA-Z]/.test(char)) return LATIN;
  return /[0-9]/.test(char) ? DIGIT : OTHER;
}

/** Negative log-likelihood of a text as Kazakh or Russian in Cyrillic, in nats: the smaller, the likelier. Linear in its length. */
export function textCost(text: string): number {
  unpacked ??= unpack(trigramCosts);
  const trigrams = unpacked;
  let cost = 0;
  let context = 0;
  let place = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const known = symbols[code] ?? OTHER;
    const symbol = known === UNKNOWN ? learn(code) : known;
    const kind = kinds[code] ?? 0;
    cost += (ownCosts[code] ?? 0) + STEP * (trigrams[context * SYMBOLS + symbol] ?? 0);
    cost += places[place * KINDS + kind] ?? 0;
    context = (context % SYMBOLS) * SYMBOLS + symbol;
    place = NEXT_PLACE[place * KINDS + kind] ?? 0;
  }
  return cost;
}

function unpack(packed: string): Uint8Array {
  const costs = new Uint8Array(packed.length);
  for (let index = 0; index < packed.length; index += 1) {
    const code = packed.charCodeAt(index);
    costs[index] = code < 92 ? code - 35 : code - 36;
  }
  return costs;
}
