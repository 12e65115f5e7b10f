import { spend } from '../text/work.js';
import { type DamageKind, damageOf, suspectedDamageOf } from './damage.js';
import { type ImageKind, imageOfClean, imageOfDamaged, type LossyImage } from './lossy-image.js';

/** A copy must be so long that no other text of a page looks like it when damaged. */
const LEAST_LETTERS = 12;
const LEAST_WORDS = 3;
/** Damaged segments of one page that are looked up; more is a page that is damaged as a whole. */
const MOST_LOOKUPS = 300;
/** Signs of an image up to which it is looked for inside longer texts: a headline, a lead, a paragraph; longer ones must be equal. */
const MOST_CONTAINED = 4000;
const WORD = /[\p{L}\p{N}]+/gu;
const LETTER = /\p{L}/gu;
const IS_LETTER = /[\p{L}\p{N}]/u;
/** Ellipsis at the end of a copy that was cut, in the text and in its image. */
const CUT_END = /\s*(?:\.{3,4}|…|â¦|â€¦|â\u0080¦)\s*$/;
/** Signs without a trace in the image; their lead â or they themselves say that they stood there. */
const TRACE = /[â“”„‘’–—?]/;
/** Such a sign before a place, with the space behind it: «№ 5», «— Иә». */
const SIGN_BEFORE = /[“”„‘’–—№?]\s?$/;

/** Drawn as a line break by some tools, dropped with the other controls by most. */
const NEXT_LINE = '\u0085';
const CAPITAL_AND_SPACE = /^[А-ПЁІ]\s$/;
const LETTER_AND_SIGN = /^(?:[А-Яа-яЁёІіӘәҒғҚқ]?[\u00a1-\u00bf]|[\u00a1-\u00bf].?)$/;

interface CleanCopy {
  readonly text: string;
  readonly image: LossyImage;
}

/** Finds the clean copy of damaged segments among the other segments of their page. */
export interface CopyFinder {
  /** The text that a damaged segment had, or null where no copy, or more than one, admits every sign of it. */
  readonly find: (damaged: string, loose?: LooseEnds) => string | null;
  /** The texts of segments that were one line until a byte read as a line break broke it; or null. */
  readonly findBroken: (parts: readonly string[]) => readonly string[] | null;
}

/** Ends at which a segment may break off inside a word. */
export interface LooseEnds {
  readonly start: boolean;
  readonly end: boolean;
}

const WHOLE_WORDS: LooseEnds = { start: false, end: false };

/** A finder over the segments of one page; images are made when first needed. */
export function openCopyFinder(texts: readonly string[]): CopyFinder {
  const clean = () => [...new Set(texts)].filter(isWhole);
  let candidates: readonly string[] | null = null;
  const images = new Map<ImageKind, readonly CleanCopy[]>();
  let lookups = 0;
  const copiesOf = (kind: ImageKind): readonly CleanCopy[] => {
    candidates ??= clean();
    const known = images.get(kind) ?? candidates.map((text) => ({ text, image: imageOfClean(text, kind) }));
    images.set(kind, known);
    return known;
  };
  const find = (damaged: string, loose = WHOLE_WORDS): string | null => {
    lookups += 1;
    if (lookups > MOST_LOOKUPS) return null;
    const kind = suspectedDamageOf(damaged);
    if (kind === null) return null;
    if (kind === 'replacement-characters') {
      candidates ??= clean();
      return findReplaced(damaged.trim(), candidates);
    }
    return isImageKind(kind) ? findCopy({ text: damaged, kind, loose }, copiesOf(kind)) : null;
  };
  const findBroken = (parts: readonly string[]): readonly string[] | null => {
    const whole = find(parts.join(NEXT_LINE));
    const kind = suspectedDamageOf(parts.join(NEXT_LINE));
    return whole === null || kind === null || !isImageKind(kind) ? null : breakAgain(whole, parts, kind);
  };
  return { find, findBroken };
}

/** Damage through which no clean text is put for comparison. */
const NO_IMAGE: readonly DamageKind[] = ['bytes-dropped', 'font-codes', 'replacement-characters', 'utf-8-as-greek'];

function isImageKind(kind: DamageKind): kind is ImageKind {
  return NO_IMAGE.every((other) => other !== kind);
}

/** Breaks a text where its damaged parts broke. */
function breakAgain(whole: string, parts: readonly string[], kind: ImageKind): readonly string[] {
  const { sources } = imageOfClean(whole, kind);
  let signs = 0;
  let start = 0;
  return parts.map((part, index) => {
    signs += imageOfDamaged(part, kind).key.length;
    const end = index === parts.length - 1 ? whole.length : (sources[signs] ?? whole.length);
    const text = whole.slice(start, end);
    start = end;
    return text;
  });
}

function isWhole(text: string): boolean {
  return text.length > 1 && damageOf(text) === null;
}

interface Damaged {
  readonly text: string;
  readonly kind: ImageKind;
  readonly loose: LooseEnds;
}

function findCopy({ text, kind, loose }: Damaged, copies: readonly CleanCopy[]): string | null {
  const others = copies.filter((copy) => copy.text !== text);
  const match = (part: string, ends: LooseEnds): string | null => {
    const sought = { text: part, image: imageOfDamaged(part, kind), loose: ends };
    return onlyOne(others.map((copy) => matchCopy(sought, copy)));
  };
  const found = match(text, loose);
  const ending = CUT_END.exec(text);
  if (ending === null || (found !== null && CUT_END.test(found))) return found;
  const cut = found ?? match(text.slice(0, ending.index), { ...loose, end: true });
  return cut === null ? null : cut + (ending[0].includes('.') ? ending[0].trim() : '…');
}

/** Copies of a text in which U+FFFD stands for single letters, the text whole or cut. */
function findReplaced(damaged: string, candidates: readonly string[]): string | null {
  const found = onlyOne(candidates.map((text) => matchReplaced(damaged, text, false)));
  const ending = CUT_END.exec(damaged);
  if (found !== null || ending === null) return found;
  const start = damaged.slice(0, ending.index);
  const cut = onlyOne(candidates.map((text) => matchReplaced(start, text, true)));
  return cut === null ? null : cut + ending[0];
}

/** The one text that all matches agree on and that is long enough; or null. */
function onlyOne(matches: readonly (string | null)[]): string | null {
  const found = new Set(matches.filter((match) => match !== null));
  const [text] = found;
  if (text === undefined || found.size > 1) return null;
  const isLong = (text.match(LETTER)?.length ?? 0) >= LEAST_LETTERS || (text.match(WORD)?.length ?? 0) >= LEAST_WORDS;
  return isLong ? text : null;
}

interface Sought {
  readonly text: string;
  readonly image: LossyImage;
  readonly loose: LooseEnds;
}

function matchCopy({ text: damaged, image, loose }: Sought, copy: CleanCopy): string | null {
  const { key } = image;
  spend(1 + copy.image.key.length / 8);
  if (key.length === 0 || (key.length > MOST_CONTAINED && key !== copy.image.key)) return null;
  for (let at = copy.image.key.indexOf(key); at >= 0; at = copy.image.key.indexOf(key, at + 1)) {
    spend(4 + image.literals.length);
    if (!admitsLiterals(damaged, image, { copy, at })) continue;
    const start = copy.image.sources[at] ?? 0;
    const last = copy.image.sources[at + key.length - 1] ?? 0;
    const end = last + ((copy.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
    if (isWord(copy.text, loose.start ? 0 : start, loose.end ? copy.text.length : end))
      return extend(damaged, image, { text: copy.text, start, end });
  }
  return null;
}

/** Letters that came through whole must stand in the copy as they are; signs of the wrong reader are bytes, compared already. */
function admitsLiterals(damaged: string, image: LossyImage, place: { copy: CleanCopy; at: number }): boolean {
  const { text, image: clean } = place.copy;
  return image.literals.every((index) => {
    const source = clean.sources[place.at + index] ?? -1;
    const letter = damaged[image.sources[index] ?? -1];
    return letter === text[source] || isJoined(letter, text.slice(source, source + 2));
  });
}

/** A letter that a partial decoding made of two: a lead whose second byte is lost, and the NBSP, quote or sign behind it. */
function isJoined(letter: string | undefined, two: string): boolean {
  return letter === 'Р' ? CAPITAL_AND_SPACE.test(two) : LETTER_AND_SIGN.test(two);
}

function isWord(text: string, start: number, end: number): boolean {
  const before = text[start - 1];
  const after = text[end];
  return (before === undefined || !IS_LETTER.test(before)) && (after === undefined || !IS_LETTER.test(after));
}

/** Takes in quotes and dashes at the ends that leave no trace but their lead. */
function extend(damaged: string, image: LossyImage, copy: { text: string; start: number; end: number }): string {
  const first = image.sources[0] ?? 0;
  const last = image.sources.at(-1) ?? 0;
  let { start, end } = copy;
  if (TRACE.test(damaged.slice(0, first)))
    start -= SIGN_BEFORE.exec(copy.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  if (TRACE.test(damaged.slice(last + 1)) && TRACE.test(copy.text.slice(end, end + 2).trimStart()[0] ?? ''))
    end += copy.text[end] === ' ' ? 2 : 1;
  return copy.text.slice(start, end);
}

/** A copy of a text in which U+FFFD stands for single letters. */
function matchReplaced(damaged: string, clean: string, isCut: boolean): string | null {
  spend(damaged.length + clean.length / 8);
  const pieces = damaged.split('\ufffd');
  const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
  if (longest.length < 3) return null;
  const offset = damaged.indexOf(longest);
  for (let at = clean.indexOf(longest); at >= 0; at = clean.indexOf(longest, at + 1)) {
    spend(4 + damaged.length);
    const start = at - offset;
    const text = clean.slice(Math.max(start, 0), start + damaged.length);
    if (
      start >= 0 &&
      text.length === damaged.length &&
      isWord(clean, start, isCut ? clean.length : start + text.length) &&
      agrees(damaged, text)
    ) {
      return text;
    }
  }
  return null;
}

function agrees(damaged: string, clean: string): boolean {
  for (let index = 0; index < damaged.length; index += 1) {
    if (damaged[index] !== clean[index] && damaged[index] !== '\ufffd') return false;
  }
  return true;
}
