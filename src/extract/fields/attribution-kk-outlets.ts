import { CARRIER_ADJECTIVES, carrierForm, lowerFirst, readCarriers, STOPPERS } from './attribution-kk-carriers.js';
import { type Case, kkStems, readKkForm } from './attribution-kk-forms.js';
import { caseOfEnding, cutEnding, readName } from './attribution-names.js';
import type { Unit } from './attribution-sentence.js';
import { coarseKey, isCapitalised, readWords, type Word } from './attribution-words.js';

const MAX_WORDS = 12;
/** What an office holder speaks through, and the genitive of such a one. */
const SITES = ['сайты', 'порталы', 'парақшасы', 'телеграм-арнасы'].map(coarseKey);
const OWNERS = /(?:ministri|prezidenti|basshysy|akimi|ombudsmeni?|ministr|prezident|akim)(?:nin|din|nyn)$/u;

/** The outlet that begins at a word: a title in quotes, a site, a name that is known or has the noun of an outlet behind it. */
export function readOutlet(words: readonly Word[], from: number, cyrillic: boolean): Unit | null {
  const [word] = words.slice(from, from + 1);
  if (word === undefined) return null;
  const match =
    word.kind === 'quote'
      ? (readBentQuote(word) ?? readQuote(word))
      : (readName(words.slice(from, from + 5), 'kk', cyrillic) ?? readBeforeCarrier(words, from));
  if (match === null) return null;
  const bent = word.kind === 'quote' ? readDetachedEnding(words, from + 1) : null;
  const after = from + match.words + (bent === null ? 0 : bent.words);
  const carriers = readCarriers(words, after);
  if (after === carriers.to && word.kind === 'quote' && bent === null && isTitleOfSomething(words[after])) return null;
  return {
    name: match.name,
    case: carriers.case ?? bent?.case ?? match.case,
    kind: 'outlet',
    person: carriers.person,
    from,
    to: carriers.to,
  };
}

function readQuote(word: Word): { readonly name: string; readonly case: Case; readonly words: number } | null {
  const isTitle =
    /^[\p{Lu}\p{N}@]/u.test(word.text) && word.text.split(' ').length <= 7 && !/[.!?,…]$/u.test(word.text);
  return isTitle ? { name: word.text.replace(/^@/u, ''), case: 'nominative', words: 1 } : null;
}

/** «Қазгидрометке» сілтеме жасап: a known name that bends inside its quotes. */
function readBentQuote(word: Word): { readonly name: string; readonly case: Case; readonly words: number } | null {
  const inside = readWords(word.text);
  const known = readName(inside, 'kk', false);
  if (known !== null && known.words === inside.length && known.case !== 'nominative') return { ...known, words: 1 };
  const form = inside.length === 1 ? readKkForm(word.key) : null;
  if (form === null || form.case === 'nominative') return null;
  return { name: cutEnding(word.text, form.ending), case: form.case, words: 1 };
}

/** «Азаттық рухы порталы»: a name of two or three words, known by the noun behind it; one word may be a common one. */
function readBeforeCarrier(
  words: readonly Word[],
  from: number,
): { readonly name: string; readonly case: Case; readonly words: number } | null {
  for (const length of [2, 3]) {
    const name = words.slice(from, from + length);
    const isName = name.every(
      ({ kind, key, text }) =>
        kind === 'word' &&
        isCapitalised(text) &&
        !CARRIER_ADJECTIVES.has(key) &&
        !STOPPERS.has(key) &&
        readKkForm(key) === null,
    );
    if (isName && name.length === length && carrierForm(words[from + length]) !== null)
      return { name: name.map(({ text }) => text).join(' '), case: 'nominative', words: length };
  }
  return null;
}

/** `-ға` after a closing quote. */
function readDetachedEnding(
  words: readonly Word[],
  at: number,
): { readonly case: Case; readonly words: number } | null {
  const [dash, ending] = words.slice(at, at + 2);
  if (
    dash === undefined ||
    ending === undefined ||
    !/^[-–]$/u.test(dash.text) ||
    ending.start !== dash.end ||
    ending.text.length > 4
  )
    return null;
  return { case: caseOfEnding(ending.text), words: 2 };
}

/** «Абай жолы» романында: a noun that is no outlet's takes the title for itself. */
function isTitleOfSomething(next: Word | undefined): boolean {
  if (next?.kind !== 'word' || isCapitalised(next.text)) return false;
  const stems = kkStems(next.key);
  return stems.some(
    ({ case: name, stem }) => name !== 'nominative' && name !== 'accusative' && /[iy]$/u.test(stem) && stem.length > 3,
  );
}

/** «Премьер-министрдің ресми сайты»: where no body owns it, the site itself is the source. */
export function readSite(words: readonly Word[], from: number): Unit | null {
  for (let at = from + 1; at < Math.min(words.length, from + MAX_WORDS); at++) {
    const word = words[at];
    if (word === undefined || word.kind !== 'word' || STOPPERS.has(word.key)) return null;
    const owner = words[CARRIER_ADJECTIVES.has(words[at - 1]?.key ?? '') ? at - 2 : at - 1];
    const form = SITES.map((stem) => kkStems(word.key).find((found) => found.stem === stem)).find(Boolean);
    if (form === undefined || owner === undefined || !OWNERS.test(owner.key)) continue;
    const name = [...words.slice(from, at).map(({ text }) => text), cutEnding(word.text, form.ending)].join(' ');
    return { name: lowerFirst(name), case: form.case, kind: 'outlet', person: false, from, to: at + 1 };
  }
  return null;
}
