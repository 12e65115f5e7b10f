import { type Case, kkStems, readKkForm } from './attribution-kk-forms.js';
import { caseOfEnding, cutEnding, isCyrillic, readAcronym, readName } from './attribution-names.js';
import { coarseKey, isCapitalised, readWords, type Word } from './attribution-words.js';

/** A body that a sentence names, and where. */
export interface Unit {
  /** In the nominative, without quotes. */
  readonly name: string;
  readonly case: Case;
  /** An outlet goes by its name alone; an office is known by its noun. */
  readonly kind: 'outlet' | 'office';
  /** «тілшісі», «корреспондент»: a person of the outlet may be named after it. */
  readonly person: boolean;
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

const keysOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(coarseKey));

/** Nouns that only say what kind of outlet a name is, in the possessive or bare; they are no part of the name. */
const CARRIERS = keysOf(
  `сайты сайт порталы портал газеті газет газета газетасы гезити журналы журнал телеарнасы телеарна арнасы арна телеканалы телеканал каналы радиосы радио басылымы басылым
   парақшасы парақша беті агенттігі агенттік агенттиги апталығы апталық редакциясы телеграм-арнасы telegram-арнасы telegram-каналы телеграм-каналы медиахолдингі холдингі
   интернет-порталы интернет-басылымы интернет-газеті ақпарат-агенттігі`,
);
/** Kinds of companies after a title: «Қазақтелеком» АҚ. */
const COMPANIES = keysOf('АҚ ЖШС ҰК КММ РМК МКҚК ШҚ ЖК');
/** Words before such a noun: «ақпарат агенттігі», «ақпараттық порталы». */
const CARRIER_ADJECTIVES = keysOf(
  `ақпараттық ақпарат интернет жаңалықтар жаңалық ресми аудандық облыстық республикалық қалалық қоғамдық-саяси қоғамдық телеграм telegram instagram facebook медиа
   ақпараттық-танымдық бұқаралық спорттық халықаралық ұлттық маалымат кабарлар меншікті арнайы өз аймақтық өңірлік жергілікті`,
);
/** «тілшісі» and its like: the body is the outlet, a name of a person may follow. */
const REPORTERS = keysOf(
  'тілшісі тілші тілшіміз тілшілері корреспонденті корреспондент журналисі журналисті авторы шолушысы кабарчысы',
);
/** Words that no name of a body holds: persons, pronouns, reporting verbs. */
const STOPPERS = keysOf(
  `ол олар мен біз сіз сен өзі өзінің өзіміз деді дейді деп деген айтты болып бар жоқ туралы жөнінде жайлы арқылы үшін кейін бұрын дейін сілтеме жасап үшін
   басшысы бастығы директоры әкімі орынбасары министрі өкілі хатшысы төрағасы төрайымы маманы тұрғыны депутаты президенті жетекшісі редакторы қызметкері қызметкерлері дәрігері бас-дәрігері ректоры`,
);
const MAX_WORDS = 12;
/** What an office holder speaks through, and the genitive of such a one. */
const SITES = ['сайты', 'порталы', 'парақшасы', 'телеграм-арнасы'].map(coarseKey);
const OWNERS = /(?:ministri|prezidenti|basshysy|akimi|ombudsmeni?|ministr|prezident|akim)(?:nin|din|nyn)$/u;

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

/** «Премьер-министрдің ресми сайты»: where no body owns it, the site itself is the source. */
function readSite(words: readonly Word[], from: number): Unit | null {
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

function readOutlet(words: readonly Word[], from: number, cyrillic: boolean): Unit | null {
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

function readCarriers(
  words: readonly Word[],
  from: number,
): { readonly case: Case | null; readonly person: boolean; readonly to: number } {
  let found: { case: Case | null; person: boolean; to: number } = { case: null, person: false, to: from };
  for (let at = from; at < words.length; at++) {
    const form = carrierForm(words[at]);
    if (COMPANIES.has(words[at]?.key ?? '')) found = { ...found, to: at + 1 };
    else if (form !== null) found = { case: form.case, person: found.person || form.person, to: at + 1 };
    else if (!CARRIER_ADJECTIVES.has(words[at]?.key ?? '') && !isAttribute(words, at)) break;
  }
  return found;
}

/** «спорт» порталы: a small word in the nominative right before the noun. */
function isAttribute(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== 'word' || isCapitalised(word.text) || STOPPERS.has(word.key) || /[nt][yi]n$/u.test(word.key))
    return false;
  return readKkForm(word.key) === null && carrierForm(words[at + 1]) !== null;
}

/** «ақпарат агенттігі»: a word that with the noun behind it says what kind of outlet a name is. */
export function isKindOfOutlet(words: readonly Word[], at: number): boolean {
  return CARRIER_ADJECTIVES.has(words[at]?.key ?? '') && carrierForm(words[at + 1]) !== null;
}

function carrierForm(word: Word | undefined): { readonly case: Case; readonly person: boolean } | null {
  if (word?.kind !== 'word' || CARRIER_ADJECTIVES.has(word.key)) return null;
  for (const { stem, case: name } of kkStems(word.key)) {
    if (REPORTERS.has(stem)) return { case: name, person: true };
    if (CARRIERS.has(stem)) return { case: name, person: false };
  }
  return null;
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
    // «министрлігі баспасөз қызметі»: its genitive is often left out.
    if (head.final && words[at + 1]?.key !== 'baspasoz') break;
  }
  return best;
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

/** A common noun that is a capital only as the first word of its sentence. */
const COMMON_FIRST =
  /^(?:Облыс|Облыстық|Аудан|Аудандық|Қала|Қалалық|Ауылдық|Өңірлік|Жергілікті|Әкімдік|Полиция|Министрлік|Ведомство|Oblys|Oblystyq|Aýdan|Aýdandyq|Qala|Qalalyq)(?=\s|$)/u;

function lowerFirst(name: string): string {
  return COMMON_FIRST.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
