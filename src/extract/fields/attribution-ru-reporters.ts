import type { Case } from './attribution-kk-forms.js';
import { readRuUnit } from './attribution-ru-units.js';
import { LISTENER, READER } from './attribution-ru-words.js';
import type { Unit } from './attribution-sentence.js';
import type { Word } from './attribution-words.js';

/** «в сообщении», «на сайте»: holds what the body in the genitive says. */
export const HOLDER =
  /^(?:сообщени[иея]|пресс-релиз[еа]?|релиз[еа]?|сайт[еа]?|публикаци[ия]|материал[еа]?|заявлени[иея]|отч[её]т[еа]?|телеграм-канал[еа]?|telegram-канал[еа]?|странице|портал[еа]?|докладе|информации|ответе|заметке|репортаже|уведомлении|посте|данных)$/u;
/** Words of what a person is, before the name. */
const MOST_OF_OFFICE = 3;
const PART_OF_NAME = /^\p{Lu}\p{Ll}+$/u;
/** Words that lead from a body to something else. */
const BETWEEN = /^(?:со|ссылаясь|в|во|на|о|об|из|от|по|и|что|через|устами)$/u;
const OWN_SITE = /^(?:сайт|портал|телеграм-канал|telegram-канал)$/u;

/** The body that does what the verb says: after it in the nominative, or «в X», «в сообщении X», «на сайте X». */
export function readReporter(words: readonly Word[], verb: number): Unit | null {
  let at = verb + 1;
  while (LISTENER.test(words[at]?.lower ?? '')) at++;
  const direct = readRuUnit(words, at, 'nominative') ?? readOwnSite(words, at);
  if (direct !== null) return isTeller(words, direct.to) ? null : direct;
  const told = readRuUnit(words, at, 'dative');
  if (told !== null) at = told.to;
  else while (READER.test(words[at]?.lower ?? '')) at++;
  if (told !== null && words[at]?.kind === 'word' && !/^(?:в|во|на|из)$/u.test(words[at]?.lower ?? ''))
    return readRuUnit(words, at, 'nominative');
  return readPlace(words, at);
}

/** «рассказал «Степной газете» ветеринар Олег Ким»: what seems to report is told by a person. */
function isTeller(words: readonly Word[], from: number): boolean {
  const next = words.slice(from, from + MOST_OF_OFFICE + 2);
  const name = next.findIndex(({ kind, text }) => kind !== 'word' || /^\p{Lu}/u.test(text));
  const isName = next.slice(name, name + 2).filter(({ text }) => PART_OF_NAME.test(text)).length === 2;
  return name > 0 && isName && !BETWEEN.test(next[0]?.lower ?? '');
}

/** «официальный сайт X», «телеграм-канал X»: the body speaks through what it holds. */
function readOwnSite(words: readonly Word[], from: number): Unit | null {
  const at = words[from]?.lower === 'официальный' ? from + 1 : from;
  return OWN_SITE.test(words[at]?.lower ?? '') ? readRuUnit(words, at + 1, 'genitive') : null;
}

/** «в пресс-службе акимата», «в сообщении Национального банка», «на сайте МЧС». */
export function readPlace(words: readonly Word[], from: number): Unit | null {
  if (!/^(?:в|во|на|из)$/u.test(words[from]?.lower ?? '')) return null;
  let at = from + 1;
  while (/^(?:официальном|своем|своей|официальной|специальном|сегодняшнем)$/u.test(words[at]?.lower ?? '')) at++;
  if (HOLDER.test(words[at]?.lower ?? '')) {
    // «из сообщения на сайте X»
    const isInside = /^(?:на|в)$/u.test(words[at + 1]?.lower ?? '') && HOLDER.test(words[at + 2]?.lower ?? '');
    const next = isInside ? readPlace(words, at + 1) : firstUnit(words, at + 1, ['genitive']);
    if (next !== null) return next;
  }
  if (words[from]?.lower === 'из') return null;
  const unit = readRuUnit(words, at, 'locative') ?? readRuUnit(words, from + 1, 'locative');
  return unit;
}

/** The body in the nominative that fills the clause before a verb. */
export function readSubjectBefore(words: readonly Word[], end: number): Unit | null {
  const before = words.slice(0, end);
  let from = before.length;
  while (from > 0 && (before[from - 1]?.kind !== 'mark' || /[@«»"“”-]/u.test(before[from - 1]?.text ?? ''))) from--;
  const clause = before.at(-1)?.kind === 'mark' ? before.slice(0, -1) : before;
  const start = before.at(-1)?.kind === 'mark' ? 0 : from;
  const unit = readRuUnit(clause, start, 'nominative');
  return unit !== null && unit.to === clause.length ? unit : null;
}

/** «Об этом «Степная газета» сообщила вчера.» */
export function readSubjectAfterThis(words: readonly Word[], verb: number): Unit | null {
  const unit = readRuUnit(words.slice(0, verb), 2, 'nominative');
  return unit !== null && unit.to === verb ? unit : null;
}

/** «Об этом корреспонденту Казинформа сообщили в …»: an outlet that was told the news. */
export function toldBefore(words: readonly Word[], verb: number): Unit | null {
  for (let at = Math.max(0, verb - 6); at < verb; at++) {
    const unit = readRuUnit(words.slice(0, verb), at, 'dative');
    if (unit !== null && unit.kind === 'outlet' && unit.to === verb && isDative(words, unit)) return unit;
  }
  return null;
}

/** A noun before the name, a title that shows its case, or an address, which has none. */
function isDative(words: readonly Word[], unit: Unit): boolean {
  const word = words[unit.to - 1];
  return unit.from < unit.to - 1 || word?.text !== unit.name || unit.name.includes('.');
}

/** The body that begins at a word in the first of the cases that fits. */
export function firstUnit(words: readonly Word[], from: number, cases: readonly Case[]): Unit | null {
  for (const name of cases) {
    const unit = readRuUnit(words, from, name);
    if (unit !== null) return unit;
  }
  return null;
}
