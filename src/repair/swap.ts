import { charsetTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import { type CyrillicCost, cyrillicCost, isSpeltIn, type Neighbour } from '../text/neighbour-model.js';
import type { Change } from './change.js';
import { isSuspect } from './gate.js';
import { readerName, readerOf } from './readers.js';
import { signsOf } from './signs.js';
import { SWAP_READERS } from './swap-readers.js';

/** An 8-bit charset that text was written in, and the one it was wrongly read in. */
export interface CharsetPair {
  readonly written: string;
  readonly read: string;
}

/** What a swap must gain in likelihood, in nats, on its own, and where the page has shown the same pair elsewhere. */
const LEAST_GAIN = 12;
const LEAST_GAIN_KNOWN_PAIR = 4;
const FEWEST_LETTERS = 5;
const FEWEST_LETTERS_KNOWN_PAIR = 2;
const LETTER = /[\u00c0-\u0192\u0400-\u052f\u2500-\u25a0]/g;
/** Controls and line drawing: what text read in its own charset does not show. */
const NO_TEXT = /[\u0080-\u009f\u2500-\u25ff]/;
/** Readers that show Cyrillic in accented letters. */
const LATIN_READERS: ReadonlySet<string> = new Set(['windows-1252', 'windows-1254', 'windows-1250']);
const KAZAKH_CHARSETS: ReadonlySet<string> = new Set(['kz-1048', 'pt154']);
/** Dearest Kazakh line in a thousand, in nats a character; Slavic lines taken for Kazakh cost more. */
const KAZAKH_COST = 3.1;
/** Bars for texts whose strange letters are all Ukrainian or Belarusian (є ї ґ ў). */
const KAZAKH_COST_SLAVIC = 2.8;
const FEWEST_SLAVIC = 15;
/** Dearest line in a hundred of Kyrgyz and Uzbek, in nats a letter. */
const NEIGHBOUR_COST = 3.4;
const NOT_SLAVIC =
  /[\u0098-\u00aa\u00ac-\u00b0\u00b1\u00b5\u0402\u0403\u0405\u0408-\u040d\u040f\u0452\u0453\u0455\u0458-\u045d\u045f]/;
/** Words of our languages cost less than this for each letter, and this much for being few. */
const PLAUSIBLE_COST = 3.2;
const PLAUSIBLE_START = 12;
const CYRILLIC_WORD = /[\u0400-\u052f]+/g;
/** Words without Cyrillic that follow each other, the first and the last with an accented letter or a control. */
const FOREIGN_RUN = /[^\u0400-\u052f]+/g;
const ACCENTED_WORDS =
  /(?:(?<![^ ])\u00a0)?[^\s\u0400-\u052f]*[\u0080-\u009f\u00a1-\u0192\u02c7-\u02dd\u2013-\u203a](?:.*[\u0080-\u0192\u02c7-\u02dd\u2013-\u203a])?\S*/s;
const HIGH = /[^\u0000-\u007f]/g;
const ASCII_LETTERS = /[a-z]/gi;
/** Accented letters, or those with signs and controls, in a row: no word of a Latin script has them, every Cyrillic word taken for Latin-1 does. */
const LATIN_HEAP = /[À-ž]{3}|[\u0080-\u009f\u00a1-\u0192\u02c7-\u02dd]{4}/;

/** Languages whose letters are those of damaged Kazakh, and the dearest of a hundred lines of them, in nats a letter. */
const SLAVIC: ReadonlySet<Neighbour> = new Set(['uk', 'be', 'sr', 'mk']);
const SLAVIC_COST = 3.6;

/** Letters that neither our languages nor the result of a right swap have: some other charset was written. */
const FOREIGN_LETTER = /[ЂЃЄЅЇЈЉЊЋЌЏђѓєѕїјљњћќџҐґҜҝҸҹ]/g;
/** Letters of these that neighbouring languages have which damaged text is read in. */
const OWN_LETTERS: Readonly<Partial<Record<Neighbour, RegExp>>> = { uk: /[ЄЇҐєїґ]/ };
/** Letters that no Russian line has; є as a word of its own may be a sign («№») misread. */
const PROOF_OF_UKRAINIAN = /і|[їєґ][а-я]|[а-я][їєґ]/i;
/** A capital behind a small letter. */
const MISPLACED = /[а-яёәғқңөұүһі\u0452-\u045f][А-ЯЁӘҒҚҢӨҰҮҺ\u0402-\u040f]/g;
/** A sign inside a word («нар€д€т»): no alphabet writes so. */
const SIGN_IN_WORD = /[а-яё][€®¬†¤«][а-яё]/;
/** A letter of one alphabet beside one of the other: words of two alphabets that a swap makes are none. */
const MIXED = /[a-z][\u0400-\u052f]|[\u0400-\u052f][a-z]/gi;
/** Nats by which a swap must beat the next that reads otherwise. */
const LEAST_LEAD = 1;

/** Units of measure that have a capital behind a small letter. */
const UNIT = /(?<![а-яё])(?:мк|[дкмн])(?:А|Б|В|ВА|Вт|Г|Гр|Гц|Дж|Зв|Кл|Л|Ом|Па|бит)(?:[·*]?ч)?(?![А-Яа-яё])/g;

/** Signs that stand before a line of a list or behind a name. */
const BULLET = /[§©®°±•†¤¶·™№]/;
/** Letters of a first and a second name. */
const LONGEST_NAME = 24;
/** Letters of it that our alphabets lack. */
const MOST_STRANGE = 2;

/** A swap found in a segment. */
export interface Swap {
  readonly change: Change;
  readonly pair: CharsetPair;
}

/** Undoes one 8-bit charset read as another, where letters of Kazakh and Russian gain enough; or null. */
export function swapCharset(text: string, known: CharsetPair | null): Swap | null {
  const signs = signsOf(text);
  const pairs = SWAP_READERS.filter(({ needs, shows }) => needs.test(signs) && shows.test(text)).flatMap(
    ({ read, written }) => written.map((charset) => ({ written: charset, read })),
  );
  if (pairs.length === 0 || isUnits(text)) return null;
  const letters = text.match(LETTER)?.length ?? 0;
  const before = textCost(text);
  const found: Found[] = [];
  for (const pair of pairs) {
    const isKnown = pair.written === known?.written && pair.read === known.read;
    if (letters < (isKnown ? FEWEST_LETTERS_KNOWN_PAIR : FEWEST_LETTERS)) continue;
    const after = swapPair(text, pair);
    if (after === text || NO_TEXT.test(after)) continue;
    const own = textCost(after);
    if (own >= before) continue;
    const swap = { after, pair, isKnown, ...cyrillicCost(after, own) };
    if (before - swap.cost < leastGain(swap)) continue;
    if (isSound(text, swap)) found.push(swap);
  }
  return found.length === 0 ? null : chooseSwap(text, found.filter(isBetterThan(text, before)));
}

function leastGain({ isKnown }: Found): number {
  return isKnown ? LEAST_GAIN_KNOWN_PAIR : LEAST_GAIN;
}

/** Which swaps are better than the text as it is, which may be sound text of a neighbouring language. */
function isBetterThan(text: string, own: number): (swap: Found) => boolean {
  const { cost, language, perLetter } = cyrillicCost(text, own);
  // damaged text has letters that no neighbouring language has
  if (language === null || !isSpeltIn(text, language)) return () => true;
  if (SLAVIC.has(language) && perLetter <= SLAVIC_COST && !isOutOfPlace(text)) return () => false;
  return (swap) => cost - swap.cost >= LEAST_GAIN;
}

/** True for a text with capitals or signs inside its words. */
function isOutOfPlace(text: string): boolean {
  return countOf(MISPLACED, text) > 0 || SIGN_IN_WORD.test(text);
}

/** True where all that is strange are units of measure. */
function isUnits(text: string): boolean {
  return text.search(UNIT) >= 0 && !isSuspect(text.replace(UNIT, ' '));
}

interface Found extends CyrillicCost {
  readonly after: string;
  readonly pair: CharsetPair;
  readonly isKnown: boolean;
}

/** The likeliest swap, where no other one that reads otherwise is nearly as likely. */
function chooseSwap(text: string, found: readonly Found[]): Swap | null {
  const [best, ...others] = [...found].sort((a, b) => a.cost - b.cost);
  if (best === undefined) return null;
  const rival = others.find(({ after }) => after !== best.after);
  if (rival !== undefined && !best.isKnown && rival.cost - best.cost < LEAST_LEAD) return null;
  const method = `${best.pair.written}-as-${readerName(best.pair.read, text)}`;
  return { change: { method, before: text, after: best.after }, pair: best.pair };
}

/** Kazakh letters read in a Cyrillic charset look like Ukrainian, Belarusian and Macedonian ones: the text must read well as Kazakh. */
function isKazakh(
  { after, cost, language, perLetter, pair: { read, written } }: Found,
  before: string | null,
): boolean {
  if (LATIN_READERS.has(read) || !KAZAKH_CHARSETS.has(written)) return true;
  const wasSlavic = before !== null && read === 'windows-1251' && !NOT_SLAVIC.test(before);
  if (wasSlavic && after.length < FEWEST_SLAVIC) return false;
  if (language !== null) return perLetter <= NEIGHBOUR_COST && isSpeltIn(after, language);
  return cost <= after.length * (wasSlavic ? KAZAKH_COST_SLAVIC : KAZAKH_COST);
}

/** True for a result that reads well, in letters of our languages, its capitals where they were or at beginnings. */
function isSound(before: string, found: Found): boolean {
  const { after, pair, language, isKnown } = found;
  if (
    hasForeignLetter(after, language) ||
    SIGN_IN_WORD.test(after) ||
    (!isKnown && isBullets(before, after)) ||
    (!isKnown && isMac(pair) && isName(before, after))
  )
    return false;
  const mixed = countOf(MIXED, after);
  if (mixed > (LATIN_READERS.has(pair.read) ? countOf(MIXED, before) : 0)) return false;
  return isPlausible(after) && isKazakh(found, isKnown ? null : before);
}

function hasForeignLetter(text: string, language: Neighbour | null): boolean {
  const own = language === null || !PROOF_OF_UKRAINIAN.test(text) ? undefined : OWN_LETTERS[language];
  return (text.match(FOREIGN_LETTER) ?? []).some((letter) => own?.test(letter) !== true);
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** True where all that differs are signs before words: bullets, not letters. */
function isBullets(before: string, after: string): boolean {
  return [...before].every((char, index) => char === after[index] || BULLET.test(char));
}

function isMac({ written, read }: CharsetPair): boolean {
  return written === 'x-mac-cyrillic' || (read === 'x-mac-cyrillic' && written === 'windows-1251');
}

/** True where a sign or two of a short text differ: «Његош» is a Serbian name as well as a capital of Mac Cyrillic. */
function isName(before: string, after: string): boolean {
  if (after.length > LONGEST_NAME) return false;
  if (countOf(MISPLACED, after) > countOf(MISPLACED, before)) return true;
  return [...after].filter((char, index) => char !== before[index]).length <= MOST_STRANGE;
}

/** True for a text whose Cyrillic words read well on the whole. */
function isPlausible(text: string): boolean {
  const words = (text.match(CYRILLIC_WORD) ?? []).join(' ');
  return cyrillicCost(words).cost <= words.length * PLAUSIBLE_COST + PLAUSIBLE_START;
}

/** Latin-1 is only undone in runs without Cyrillic that are heaps of accents; the others in the whole segment. */
function swapPair(text: string, pair: CharsetPair): string {
  if (!LATIN_READERS.has(pair.read)) return swapAll(text, pair) ?? text;
  return text.replace(FOREIGN_RUN, (run) =>
    run.replace(ACCENTED_WORDS, (words) => (isHeap(words) ? (swapAll(words, pair) ?? words) : words)),
  );
}

function isHeap(run: string): boolean {
  if (!LATIN_HEAP.test(run)) return false;
  return (run.match(HIGH)?.length ?? 0) > (run.match(ASCII_LETTERS)?.length ?? 0);
}

/** The text read anew, or null where it holds a character that the wrong reader could not have given. */
function swapAll(text: string, { written, read }: CharsetPair): string | null {
  const { byteOf } = readerOf(read);
  const table = charsetTable(written);
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 ? code : (byteOf[code] ?? 0);
    if (byte === 0 && code !== 0) return null;
    result += table[byte] ?? '';
  }
  return result;
}
