import { isKindOfOutlet } from './attribution-kk-carriers.js';
import { readKkForm } from './attribution-kk-forms.js';
import { readKkOfficeTo, readKkUnit } from './attribution-kk-units.js';
import { FILLERS, JOINS, PLACES, TIME } from './attribution-kk-words.js';
import type { Unit } from './attribution-sentence.js';
import type { Word } from './attribution-words.js';

/** The locative, the ablative and a few others end what stands before a body («Өткен аптада полиция …»). */
const CLAUSE_WORD = /(?:[dt][ae]|[dtn][ae]n|nd[ae]|dagy|degi|tagy|tegi|bop|yp|ip)$/u;
const PLACE_EXCEPTION = /(?:orda|palata|gazeta|audan|stan|maidan)$/u;
const MAX_LEFT = 12;

/** Where the clause begins whose last word stands before `end`. */
export function startBefore(words: readonly Word[], end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - MAX_LEFT); at--) {
    const word = words[at];
    if (word === undefined || word.kind === 'quote') continue;
    if (word.kind === 'mark') return at + 1;
    if (at < end - 1 && isKindOfOutlet(words, at)) continue;
    const isHead = readKkForm(word.key) !== null || /^\p{Lu}{2,}/u.test(word.text) || word.text.includes('.');
    if (at < end - 1 && !isHead && endsClause(word)) return at + 1;
  }
  return Math.max(0, end - MAX_LEFT);
}

function endsClause({ key }: Word): boolean {
  return TIME.has(key) || FILLERS.has(key) || (key.length > 4 && CLAUSE_WORD.test(key) && !PLACE_EXCEPTION.test(key));
}

/** The one body that fills the words up to `to`; none where the words end in anything else. */
export function readLast(words: readonly Word[], from: number, to: number, cyrillic: boolean): readonly Unit[] {
  const clause = words.slice(0, to);
  for (let at = from; at < to; at++) {
    const units = [readKkUnit(clause, at, cyrillic), at === from ? readKkOfficeTo(clause, at) : null];
    const unit = units.find((found) => found !== null && skipFillers(words, found.to, to) === to);
    if (unit !== undefined && unit !== null) return [unit];
  }
  return [];
}

/** The bodies that fill the words between `from` and `to`, null where something else stands there too. */
export function readAll(words: readonly Word[], from: number, to: number, cyrillic: boolean): readonly Unit[] | null {
  const units: Unit[] = [];
  let at = skipFillers(words, from, to);
  while (at < to) {
    const unit = readKkUnit(words.slice(0, to), at, cyrillic);
    if (unit === null) return null;
    units.push(unit);
    const next = unit.person ? afterPerson(words, unit.to, to) : unit.to;
    at = skipFillers(words, JOINS.has(words[next]?.key ?? '') && next + 1 < to ? next + 1 : next, to);
  }
  return units;
}

/** The first place from `from` on, up to `to`, where a word of weight stands. */
export function skipFillers(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (
    at < to &&
    (words[at]?.kind === 'mark' || FILLERS.has(words[at]?.key ?? '') || PLACES.has(words[at]?.key ?? ''))
  )
    at++;
  return at;
}

/** A reporter's own name after «тілшісі»: up to two capitalised words. */
function afterPerson(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < Math.min(to, from + 2) && words[at]?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(words[at]?.text ?? ''))
    at++;
  return at;
}

/** A clause ends at a comma, a dash, a colon or a stop; «@» and «©» end nothing. */
export function endOf(words: readonly Word[], from: number): number {
  const at = words.findIndex(
    ({ kind, text }, index) => index >= from && kind === 'mark' && !/[@©'’"»«“”-]/u.test(text),
  );
  return at < 0 ? words.length : at;
}
