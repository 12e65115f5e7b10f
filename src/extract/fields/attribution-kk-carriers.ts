import { type Case, kkStems, readKkForm } from './attribution-kk-forms.js';
import { coarseKey, isCapitalised, type Word } from './attribution-words.js';

const keysOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(coarseKey));

/** Nouns that only say what kind of outlet a name is, in the possessive or bare; they are no part of the name. */
const CARRIERS = keysOf(
  `сайты сайт порталы портал газеті газет газета газетасы гезити журналы журнал телеарнасы телеарна арнасы арна телеканалы телеканал каналы радиосы радио басылымы басылым
   парақшасы парақша беті агенттігі агенттік агенттиги апталығы апталық редакциясы сайттары порталдары газеттері басылымдары агенттіктері телеграм-арнасы telegram-арнасы telegram-каналы телеграм-каналы медиахолдингі холдингі
   интернет-порталы интернет-басылымы интернет-газеті ақпарат-агенттігі`,
);
/** Carriers in the possessive that a single word before them is the name of. */
const MEDIA = /^(?:internet-)?(?:saity|portaly|gazeti|gazetasy|geziti|jurnaly|telearnasy|radiosy|basylymy|aptalygy)$/u;
/** Kinds of companies and agencies after a title: «Қазақтелеком» АҚ, ҚазАқпарат ХАА. */
export const COMPANIES = keysOf('АҚ ЖШС ҰК КММ РМК МКҚК ШҚ ЖК ХАА ХАҚ');
/** Words before such a noun: «ақпарат агенттігі», «ақпараттық порталы». */
export const CARRIER_ADJECTIVES = keysOf(
  `ақпараттық ақпарат интернет жаңалықтар жаңалық ресми аудандық облыстық республикалық қалалық қоғамдық-саяси қоғамдық телеграм telegram instagram facebook медиа
   ақпараттық-танымдық бұқаралық спорттық халықаралық ұлттық маалымат кабарлар меншікті арнайы өз аймақтық өңірлік жергілікті`,
);
/** «тілшісі» and its like: the body is the outlet, a name of a person may follow. */
const REPORTERS = keysOf(
  'tilsisi тілшісі тілші тілшіміз тілшілері корреспонденті корреспондент журналисі журналисті авторы шолушысы кабарчысы',
);
/** Words that no name of a body holds: persons, pronouns, reporting verbs. */
export const STOPPERS = keysOf(
  `ол олар мен біз сіз сен өзі өзінің өзіміз деді дейді деп деген айтты болып бар жоқ туралы жөнінде жайлы арқылы үшін кейін бұрын дейін сілтеме жасап үшін
   басшысы бастығы директоры әкімі орынбасары министрі өкілі хатшысы төрағасы төрайымы маманы тұрғыны депутаты президенті жетекшісі редакторы қызметкері қызметкерлері дәрігері бас-дәрігері ректоры`,
);

/** The nouns from a word on that say what a name is, with their case, and the word after them. */
export function readCarriers(
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

/** A noun that says what a name is, as it was found. */
interface CarrierForm {
  readonly case: Case;
  readonly person: boolean;
  /** «порталы», «газеті»: owned by the name before it, and no agency, which may be an office of the state. */
  readonly media: boolean;
}

/** The form of a noun that says what a name is («порталының»), null for any other word. */
export function carrierForm(word: Word | undefined): CarrierForm | null {
  if (word?.kind !== 'word' || CARRIER_ADJECTIVES.has(word.key)) return null;
  for (const { stem, case: name } of kkStems(word.key)) {
    if (REPORTERS.has(stem)) return { case: name, person: true, media: false };
    if (CARRIERS.has(stem)) return { case: name, person: false, media: MEDIA.test(stem) };
  }
  return null;
}

/** A common noun that is a capital only as the first word of its sentence. */
const COMMON_FIRST =
  /^(?:Облыс|Облыстық|Аудан|Аудандық|Қала|Қалалық|Ауылдық|Өңірлік|Жергілікті|Әкімдік|Полиция|Министрлік|Ведомство|Oblys|Oblystyq|Aýdan|Aýdandyq|Qala|Qalalyq)(?=\s|$)/u;

/** The name of a body without the capital that it owes to the beginning of its sentence. */
export function lowerFirst(name: string): string {
  return COMMON_FIRST.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
