import { MECHANISMS, type Mechanism } from './mechanisms.js';

interface Trace {
  /** Place in MECHANISMS. */
  readonly mechanism: number;
  readonly shows: RegExp;
}

/** A lead of Cyrillic as Latin-1 or windows-1252 show it, among others or among Cyrillic letters. */
const LEAD = '[ÐÑÒÓ]';
/** What only windows-1252 shows for the second byte of a letter. */
const GLYPH = '[\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122]';

/** What each mechanism leaves behind; the first that shows decides. */
const TRACES: readonly Trace[] = [
  { mechanism: 10, shows: /ÃÂ/g },
  {
    mechanism: 7,
    shows: new RegExp(`${LEAD}\\ufffd.{0,200}${LEAD}${GLYPH}|${LEAD}${GLYPH}.{0,200}${LEAD}\\ufffd`, 'g'),
  },
  { mechanism: 5, shows: new RegExp(`${LEAD}\\ufffd`, 'g') },
  { mechanism: 8, shows: new RegExp(`${LEAD}\\?.{0,200}${LEAD}${GLYPH}|${LEAD}${GLYPH}.{0,200}${LEAD}\\?`, 'g') },
  {
    mechanism: 4,
    shows: new RegExp(`${LEAD}\\?.{0,100}${LEAD}[?\\u00a0-\\u00bf]|${LEAD}[\\u00a0-\\u00bf].{0,100}${LEAD}\\?`, 'g'),
  },
  { mechanism: 6, shows: new RegExp(`${LEAD}${GLYPH}`, 'g') },
  { mechanism: 0, shows: new RegExp(LEAD, 'g') },
  {
    mechanism: 9,
    shows: /[РСТУ][\u00a0-\u00bfЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІіґёєјЅѕї\u2013-\u203a\u20ac\u2116\u2122](?=[РСТУ])/g,
  },
  { mechanism: 11, shows: /[\u0400-\u052f]\ufffd|\ufffd[\u0400-\u052f]/g },
  { mechanism: 12, shows: /[а-яёі]\?+[а-яёі]|(?:^|[\s«"(-])\?+[а-яёі]{2}|[а-яёі]\? [а-яёі]/g },
];

const TOKEN = /\S+/g;
/** Letters that are no part of damaged Cyrillic. */
const FOREIGN = /[A-Za-zÀÁÄ-ÏÔ-ÖØ-áã-öø-ÿ]/;
const HAS_LEAD = /[ÐÑÒÓ]/;
const LETTERS = /[ÐÑÒÓ\u0400-\u052f]/g;
/** A whole letter of Cyrillic, in its own shape or as two signs. */
const WHOLE_LETTER = /[ÐÑÒÓ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[\u0400-\u052f]/;
const LEAST_LETTERS = 2;

/** True for a word that is leads and whole letters of Cyrillic: nobody means that. */
function isLeadAmongLetters(token: string): boolean {
  const letters = token.match(LETTERS)?.length ?? 0;
  return letters >= LEAST_LETTERS && !FOREIGN.test(token) && HAS_LEAD.test(token) && WHOLE_LETTER.test(token);
}

/** A letter of Kazakh at the side of a word. */
const COVERED_SIDE = /(?:^|[\s«"(-])\?+[а-яёі]{2}|[а-яёі]\?+[а-яёі]/g;
const KAZAKH = /[әғқңөұүһ]/i;

/** The trace that a line shows, or null for a line that lost nothing. Linear. */
function traceOf(line: string): number | null {
  for (const { mechanism, shows } of TRACES) {
    const hits = line.match(shows)?.length ?? 0;
    if (hits > 0) return isMeant(line, mechanism, hits) ? null : mechanism;
  }
  return null;
}

/** True for a line whose signs are letters of another language, or marks of its own. */
function isMeant(line: string, mechanism: number, hits: number): boolean {
  if (mechanism === 12) return KAZAKH.test(line) || 2 * hits + (line.match(COVERED_SIDE)?.length ?? 0) < 2;
  if (mechanism === 9) return hits < 2;
  if (mechanism === 11 || mechanism === 10) return false;
  for (const [token] of line.matchAll(TOKEN)) if (isLeadAmongLetters(token)) return false;
  return true;
}

/** A page's damage: the lines that show it, and the mechanisms that may have done it, to be told apart by what they give. */
export interface PageDamage {
  readonly lines: readonly number[];
  readonly mechanisms: readonly Mechanism[];
}

const NBSP_KEPT = /[ÐÂ]\u00a0/;
const NBSP_SPACE = /Ð |Â /;
const NEXT_LINE_SPACE = /Ñ /;

/** The mechanism of a page is one: what most of its damaged lines show. Clean pages cost one regular expression a line. */
export function detectDamage(lines: readonly string[]): PageDamage {
  const votes = new Map<number, number>();
  const damaged: number[] = [];
  const traces = lines.map((line, index) => {
    const trace = SUSPECT.test(line) ? traceOf(line) : null;
    if (trace === null) return null;
    damaged.push(index);
    votes.set(trace, (votes.get(trace) ?? 0) + line.length);
    return trace;
  });
  const [winner] = [...votes].sort(([a, m], [b, n]) => n - m || a - b)[0] ?? [null];
  if (winner === null) return { lines: [], mechanisms: [] };
  const own = damaged.filter((index) => traces[index] === winner || isKin(traces[index] ?? -1, winner));
  return {
    lines: own,
    mechanisms: variantsOf(
      winner,
      own.map((index) => lines[index] ?? ''),
    ),
  };
}

const SUSPECT = /[ÐÑÒÓÃ\ufffd]|[а-яёіА-Я]\?|\?[а-яёіА-Я]|[РС][\u00a0-\u00bfЂ-Џђ-џ\u2013-\u203a]/;

/** Lines may show less, or seem to show more, than the page as a whole: a question ends in a lost letter and its mark. */
const KIN: Readonly<Record<number, readonly number[]>> = {
  0: [4],
  4: [0, 8],
  5: [0, 7],
  6: [0, 4, 8],
  7: [0, 5, 6],
  8: [0, 4, 6],
};

function isKin(trace: number, winner: number): boolean {
  return KIN[winner]?.includes(trace) ?? false;
}

function variantsOf(winner: number, lines: readonly string[]): readonly Mechanism[] {
  const pick = (...indexes: number[]) => indexes.flatMap((index) => MECHANISMS[index] ?? []);
  if (winner === 8) return pick(6, 8);
  if (winner !== 0 && winner !== 4) return pick(winner);
  const asked = winner === 4 ? pick(4) : [];
  if (lines.some((line) => NBSP_KEPT.test(line))) {
    return lines.some((line) => NEXT_LINE_SPACE.test(line)) ? [...asked, ...pick(0, 3)] : [...asked, ...pick(0)];
  }
  const spaced = lines.some((line) => NBSP_SPACE.test(line));
  const next = lines.some((line) => NEXT_LINE_SPACE.test(line));
  return [...asked, ...pick(0), ...(spaced ? pick(1, 2) : []), ...(next ? pick(3) : [])];
}
