import { codeOf } from './letters.js';
import { inverseOf, type Mechanism } from './mechanisms.js';
import type { Allowed } from './word-graph.js';

export const SMALL = 1;
export const CAPITAL = 2;

/** One letter of a damaged word: what it may have been. */
export interface Place {
  /** 1 by code of a letter that may have stood here. */
  readonly allowed: Allowed;
  /** Codes of those letters. */
  readonly codes: readonly number[];
  /** SMALL, CAPITAL or both, by code. */
  readonly cases: Uint8Array;
  /** First code unit in the line, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Signs that may have stood here instead, where the place is at the side of a word. */
  readonly signs: readonly string[];
}

/** A word of a damaged line. */
export interface WordAtom {
  readonly kind: 'word';
  readonly places: readonly Place[];
  readonly start: number;
  readonly end: number;
  /** Place that may stand for the last one and the space after it, so that the next word goes on; or null. */
  readonly joint: Place | null;
  /** Stands after the last letter, though the line does not show it: a space that was taken for a byte. */
  readonly hidden: '' | ' ';
  /** True where a sentence may end after the word, so that a sign at its side is no wonder. */
  readonly mayEnd: boolean;
}

/** What stands between words: one sign or character, and what it may have been. */
export interface GapAtom {
  readonly kind: 'gap';
  readonly start: number;
  readonly end: number;
  readonly signs: readonly string[];
}

export type Atom = WordAtom | GapAtom;

/** What follows the end of a sentence. */
const SENTENCE_BEGINS = /^[»")!.]*(?:$|\s+(?:$|[—–«"]|\p{Lu}))/u;

/** Cuts a line into words and what is between them, reading a mechanism backwards. Linear. */
export function parseLine(line: string, mechanism: Mechanism): readonly Atom[] {
  const atoms: Atom[] = [];
  let places: Place[] = [];
  const close = (): void => {
    const last = places.at(-1);
    const first = places[0];
    if (first === undefined || last === undefined) return;
    if (places.every(({ signs }) => signs[0] === '?')) {
      atoms.push({ kind: 'gap', start: first.start, end: last.end, signs: [line.slice(first.start, last.end)] });
      places = [];
      return;
    }
    const joint = line[last.end] === ' ' ? jointAt(line.slice(last.start, last.end), last, mechanism) : null;
    const mayEnd = last.signs[0] === '?' && SENTENCE_BEGINS.test(line.slice(last.end, last.end + 4));
    atoms.push({ kind: 'word', places, start: first.start, end: last.end, joint, hidden: '', mayEnd });
    places = [];
  };
  const split = (joint: Place, letters: readonly string[]): void => {
    const last = toPlace({ length: joint.end - joint.start, letters, signs: [] }, joint.start);
    places.push(last);
    atoms.push({
      kind: 'word',
      places,
      start: places[0]?.start ?? last.start,
      end: last.end,
      joint,
      hidden: ' ',
      mayEnd: false,
    });
    places = [];
  };
  const swallowed = swallowedBy(mechanism);
  for (let at = 0; at < line.length; ) {
    const found = readImage(line, at, mechanism);
    const place = found.letters.length > 0 ? toPlace(found, at) : null;
    if (place !== null && swallowed.length > 0 && line[at] === SWALLOWING && GOES_ON.test(line[at + 1] ?? '')) {
      split(place, swallowed);
    } else if (place !== null) places.push(place);
    else {
      close();
      atoms.push({ kind: 'gap', start: at, end: at + found.length, signs: found.signs });
    }
    at += found.length;
  }
  close();
  return atoms;
}

/** Restorers of NBSP make this letter of a lost capital and the space after it. */
const SWALLOWING = 'Р';
const GOES_ON = /[^\s.,:;!?)]/;

/** Capitals that a literal Р may hide, each with a space after it. */
function swallowedBy(mechanism: Mechanism): readonly string[] {
  if (mechanism.reader !== 'latin-1' || mechanism.layers !== 1) return [];
  return inverseOf(mechanism).origins.get('Ð') ?? [];
}

interface Found {
  readonly length: number;
  readonly letters: readonly string[];
  readonly signs: readonly string[];
}

function readImage(line: string, at: number, mechanism: Mechanism): Found {
  const { origins, longest } = inverseOf(mechanism);
  for (let length = longest; length > 0; length -= 1) {
    const image = line.slice(at, at + length);
    const chars = image.length === length ? origins.get(image) : undefined;
    if (chars === undefined) continue;
    const letters = chars.filter((char) => codeOf(char.charCodeAt(0)) > 0);
    if (letters.length > 0 && length > 1 && image.endsWith(' ')) continue;
    const signs = chars.filter((char) => codeOf(char.charCodeAt(0)) === 0);
    return { length, letters, signs: image === '?' ? ['?', ...signs] : signs };
  }
  const char = line[at] ?? '';
  return codeOf(line.charCodeAt(at)) > 0
    ? { length: 1, letters: [char], signs: [] }
    : { length: 1, letters: [], signs: [char] };
}

function toPlace({ length, letters, signs }: Found, start: number): Place {
  const allowed = new Uint8Array(64);
  const cases = new Uint8Array(64);
  const codes: number[] = [];
  for (const letter of letters) {
    const code = codeOf(letter.charCodeAt(0));
    if (allowed[code] !== 1) codes.push(code);
    allowed[code] = 1;
    cases[code] = (cases[code] ?? 0) | (letter === letter.toLowerCase() ? SMALL : CAPITAL);
  }
  return { allowed, cases, codes, start, end: start + length, signs };
}

/** The letter whose image ends in the space after a lead. */
function jointAt(lead: string, place: Place, mechanism: Mechanism): Place | null {
  const letters =
    inverseOf(mechanism)
      .origins.get(`${lead} `)
      ?.filter((char) => codeOf(char.charCodeAt(0)) > 0) ?? [];
  return letters.length === 0
    ? null
    : toPlace({ length: place.end - place.start + 1, letters, signs: [] }, place.start);
}
