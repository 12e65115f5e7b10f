import { COMPANIES, carrierForm, lowerFirst, readCarriers, STOPPERS } from './attribution-kk-carriers.js';
import { type Case, readKkForm } from './attribution-kk-forms.js';
import { readOutlet, readSite } from './attribution-kk-outlets.js';
import { caseOfEnding, cutEnding, isCyrillic, readAcronym, readName } from './attribution-names.js';
import type { Unit } from './attribution-sentence.js';
import type { Word } from './attribution-words.js';

const MAX_WORDS = 12;

/** The body that begins at a word: quoted title, site, known outlet, or a phrase up to the noun of an office. */
export function readKkUnit(words: readonly Word[], from: number, cyrillic: boolean): Unit | null {
  const word = words[from];
  if (word === undefined || word.kind === 'mark') return null;
  return (
    readOfficeAfterName(words, from) ??
    readOutlet(words, from, cyrillic) ??
    readOffice(words, from) ??
    readSite(words, from)
  );
}

/** The office whose noun ends the words («Ауыл шаруашылығы басқармасының»), with everything from a word on in its name. */
export function readKkOfficeTo(words: readonly Word[], from: number): Unit | null {
  const span = words.slice(from);
  const last = span.at(-1);
  if (
    last?.kind !== 'word' ||
    span.length > MAX_WORDS ||
    span.some(({ kind, key }) => kind !== 'word' || STOPPERS.has(key))
  )
    return null;
  const head = headOf(last);
  return head === null ? null : officeOf(words, from, words.length - 1, head);
}

/** «Қазсушар» мекемесінің баспасөз қызметі: the title belongs to an office. */
function readOfficeAfterName(words: readonly Word[], from: number): Unit | null {
  const next = words[from + 1];
  if (words[from]?.kind !== 'quote' || next?.kind !== 'word' || carrierForm(next) !== null) return null;
  const isOwned = COMPANIES.has(next.key) || next.key === 'baspasoz' || readKkForm(next.key)?.possessive === true;
  const office = isOwned ? readOffice(words, from) : null;
  return office !== null && office.to > from + 1 ? office : null;
}

function readOffice(words: readonly Word[], from: number): Unit | null {
  let best: Unit | null = null;
  for (let at = from; at < Math.min(words.length, from + MAX_WORDS); at++) {
    const word = words[at];
    if (word === undefined || word.kind === 'mark' || STOPPERS.has(word.key)) break;
    if (at > from && best !== null && startsAnotherName(words, at)) break;
    const head = word.kind === 'word' ? headOf(word) : null;
    if (head === null) continue;
    best = officeOf(words, from, at, head);
    // «министрлігі баспасөз қызметі», «инспекциясы басқармасы»: the genitive is often left out.
    if (head.final && !goesOn(words[at + 1])) break;
  }
  return best;
}

/** Whether a word after a body still belongs to its name. */
function goesOn(next: Word | undefined): boolean {
  return next?.kind === 'word' && (next.key === 'baspasoz' || readKkForm(next.key)?.possessive === true);
}

interface Head {
  readonly case: Case;
  readonly ending: number;
  /** Nothing of the name can follow. */
  readonly final: boolean;
}

function headOf(word: Word): Head | null {
  const acronym = readAcronym(word.text);
  if (acronym !== null) return { case: caseOfEnding(acronym.ending), ending: acronym.ending.length, final: false };
  const form = readKkForm(word.key);
  if (form === null) return null;
  return { case: form.case, ending: form.ending, final: form.possessive && form.case !== 'genitive' };
}

function startsAnotherName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  return word.kind === 'quote' || readName(words.slice(at, at + 5), 'kk', isCyrillic(word.text)) !== null;
}

function officeOf(words: readonly Word[], from: number, at: number, head: Head): Unit | null {
  const last = words[at];
  if (last === undefined) return null;
  const texts = words.slice(from, at).map((word) => (word.kind === 'quote' ? `«${word.text}»` : word.text));
  const name = [...texts, cutEnding(last.text, head.ending)].join(' ');
  const carriers = readCarriers(words, at + 1);
  return {
    name: lowerFirst(name),
    case: carriers.case ?? head.case,
    kind: 'office',
    person: carriers.person,
    from,
    to: carriers.to,
  };
}
