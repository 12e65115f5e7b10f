import { CARRIER_ADJECTIVES, carrierForm, lowerFirst, readCarriers, STOPPERS } from './attribution-kk-carriers.js';
import { type Case, kkStems, readKkForm } from './attribution-kk-forms.js';
import { caseOfEnding, cutEnding, type NameMatch, readName } from './attribution-names.js';
import type { Unit } from './attribution-sentence.js';
import { coarseKey, isCapitalised, readWords, type Word } from './attribution-words.js';

const MAX_WORDS = 12;
const MAX_TITLE_WORDS = 4;
/** «ақпарат»: part of the name of a portal («Toganas aqparat»). */
const INFORMATION = 'akparat';
/** «Ресейлік», «Америкалық» */
const COUNTRY = /(?:l[yi]k|d[yi]k|t[yi]k)$/u;
/** Genitives, plurals, adjectives and networks: no names of outlets. */
const COMMON =
  /(?:[ndt][yi]n|[ldt][ae]r(?:[yi])?|l[yi]k|d[yi]k|t[yi]k|g[yi])$|^(?:facebook|instagram|telegram|tiktok|youtube|whatsapp|bas|zhana|jana|bir|eki|osy|bul|sol|ar|barlyk|kop)$/u;
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
      : longer(words, from, [readName(words.slice(from, from + 5), 'kk', cyrillic), readBeforeCarrier(words, from)]);
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

function readQuote(word: Word): NameMatch | null {
  const isTitle =
    /^[\p{Lu}\p{N}@]/u.test(word.text) && word.text.split(' ').length <= 7 && !/[.!?,…]$/u.test(word.text);
  return isTitle ? { name: word.text.replace(/^@/u, ''), case: 'nominative', words: 1 } : null;
}

/** «Қазгидрометке» сілтеме жасап: a known name that bends inside its quotes. */
function readBentQuote(word: Word): NameMatch | null {
  const inside = readWords(word.text);
  const known = readName(inside, 'kk', false);
  if (known !== null && known.words === inside.length && known.case !== 'nominative') return { ...known, words: 1 };
  const form = inside.length === 1 ? readKkForm(word.key) : null;
  if (form === null || form.case === 'nominative') return null;
  return { name: cutEnding(word.text, form.ending), case: form.case, words: 1 };
}

/** Of a known name and one that reaches to its noun the second where the rest of it names nobody: «Azattyq Rýhy порталы», but not «Сыр бойы Kazinform агенттігіне». */
function longer(
  words: readonly Word[],
  from: number,
  [known, carried]: readonly [NameMatch | null, NameMatch | null],
): NameMatch | null {
  if (known === null || carried === null || carried.words <= known.words) return known ?? carried;
  const rest = words.slice(from + known.words, from + carried.words);
  return readName(rest, 'kk', false) === null ? carried : known;
}

/** «Азаттық рухы порталы»: a name of one to three words, known by the noun behind it; one word may be a common one. */
function readBeforeCarrier(words: readonly Word[], from: number): NameMatch | null {
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
      return { name: withoutCountry(name), case: 'nominative', words: length };
  }
  return readSingle(words, from);
}

/** «… хабарлайды Дала тынысы ҚазАқпаратқа сілтеме жасап»: a title without quotes that fills the words, told from a person by its small letters. */
export function readBareTitle(words: readonly Word[], from: number): Unit | null {
  const title = words.slice(from);
  const [first, last] = [title[0], title.at(-1)];
  const isTitle =
    title.length > 1 &&
    title.length <= MAX_TITLE_WORDS &&
    title.every(({ kind, key }) => kind === 'word' && !STOPPERS.has(key) && readKkForm(key) === null);
  if (!isTitle || !isCapitalised(first?.text ?? '') || isCapitalised(last?.text ?? '')) return null;
  const name = title.map(({ text }) => text).join(' ');
  return { name, case: 'nominative', kind: 'outlet', person: false, from, to: words.length };
}

/** «Ресейлік РИА Новости агенттігі»: an adjective before an agency that is known. */
function withoutCountry(name: readonly Word[]): string {
  const rest = name.slice(COUNTRY.test(name[0]?.key ?? '') && readName(name.slice(1), 'kk', false) !== null ? 1 : 0);
  return rest.map(({ text }) => text).join(' ');
}

/** «Тоғанас порталы», «Toganas aqparat portaly»: one word that is neither common nor an office before the noun that it owns. */
function readSingle(words: readonly Word[], from: number): NameMatch | null {
  const [word, next] = words.slice(from, from + 2);
  if (word?.kind !== 'word' || !isCapitalised(word.text) || word.text.length < 3) return null;
  const name = words.slice(from, from + (next?.key === INFORMATION ? 2 : 1));
  const carrier = carrierForm(words[from + name.length]);
  if (carrier === null || !carrier.media || COMMON.test(word.key) || lowerFirst(word.text) !== word.text) return null;
  if (CARRIER_ADJECTIVES.has(word.key) || STOPPERS.has(word.key) || readKkForm(word.key) !== null) return null;
  return { name: name.map(({ text }) => text).join(' '), case: 'nominative', words: name.length };
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
