import type { Case } from './attribution-kk-forms.js';
import { phraseNominatives, readAcronym, readName } from './attribution-names.js';
import { isListedOutlet } from './attribution-outlets.js';
import {
  adjectiveNominative,
  type Gender,
  genderOf,
  looksAdjective,
  readRuForm,
  ruForms,
} from './attribution-ru-forms.js';
import type { Unit } from './attribution-sentence.js';
import { coarseKey, type Word } from './attribution-words.js';

/** Nouns that only say what kind of outlet a name is. */
const CARRIERS = ruForms(
  `газета журнал портал сайт издание агентство информагентство телеканал канал телеграм-канал telegram-канал радио радиостанция интернет-портал интернет-издание интернет-газета
   еженедельник медиахолдинг медиапортал пресса новостник холдинг телекомпания инфопортал паблик страница редакция газета-онлайн`.split(
    /\s+/,
  ),
);
/** What an office holder speaks through. */
const SITES = ruForms('сайт портал телеграм-канал telegram-канал страница'.split(' '));
const OFFICIAL = /^официальн/u;
const OWNERS = /^(?:премьер-министра|президента|главы|акима|мэра|губернатора|министра|омбудсмена|депутата)$/u;
const REPORTERS = ruForms('корреспондент журналист собкор спецкор обозреватель репортер корр'.split(' '));
const CARRIER_WORDS = new Set(
  'иа ниа миа иаа трк тк ртрк ноа интернет наш наша наши собственный собственному нашему со свой'.split(' '),
);
/** Words that end what belongs to a name. */
const BOUNDARIES = new Set(
  `что о об обо со с на из для за после в во от до через при без под над между перед около где как когда чтобы если пока но а или либо который которая которое которые
   сегодня вчера накануне утром днем вечером ночью ранее также ссылаясь сообщает сообщила сообщил сообщили сообщило сообщают сообщается передает информирует пишет рассказали рассказал заявили отметили уточнили
   говорится был была было были есть нет стало стал стала уже ещё еще не ни это этот он она они мы я`.split(/\s+/),
);
/** Nouns that have a title beside them, in the genitive. */
const TITLED =
  /^(?:газеты|журнала|клуба|парка|стадиона|завода|хозяйства|предприятия|общества|холдинга|товарищества|ао|тоо|оао|ооо|ип|кгу|гккп|рэц|проекта)$/u;
const COMPANY = /^(?:АО|ТОО|ОАО|ООО|КГУ|РГП|ГККП|ГКП|НПП|НК|ОО|ОФ|РОО|ИП|КХ)$/u;
/** The noun of a title: «Степная газета». */
const TITLE_NOUN =
  /^(?:газета|правда|вести|новости|ведомости|звезда|жизнь|неделя|хроника|заря|новь|вестник|голос|маяк|курьер|пульс)$/u;
/** Behind it stands a name, whoever it is. */
const CHANNEL = /^(?:telegram|телеграм)-канал/u;
const MAX_TAIL = 9;

/** The body that begins at a word in the given case: title, site, known outlet, or the noun of an office with what depends on it. */
export function readRuUnit(words: readonly Word[], from: number, expected: Case): Unit | null {
  const carriers = readCarriers(words, from, expected);
  if (carriers === null) return null;
  const outlet = readOutlet(words, carriers.to, {
    name: carriers.to > from ? carriers.inner : expected,
    person: carriers.person,
  });
  const named = outlet ?? (carriers.channel ? readChannel(words, carriers.to) : null);
  if (named !== null) return { ...named, person: carriers.person, from };
  if (carriers.person) return null;
  const office = readOffice(words, from, expected) ?? readSite(words, from, expected);
  return office ?? (expected === 'nominative' ? readTitle(words, from) : null);
}

/** «официальный сайт премьер-министра»: where no body owns it, the site itself is the source. */
function readSite(words: readonly Word[], from: number, expected: Case): Unit | null {
  const official = OFFICIAL.test(words[from]?.lower ?? '') ? words[from] : undefined;
  const at = official === undefined ? from : from + 1;
  const form = SITES.get(words[at]?.lower ?? '');
  if (form === undefined || !form.cases.has(expected) || !OWNERS.test(words[at + 1]?.lower ?? '')) return null;
  const to = tailEnd(words, at + 2);
  const name = [
    ...(official === undefined ? [] : [adjectiveNominative(official.text.toLowerCase(), form.gender)]),
    form.nominative,
    ...words.slice(at + 1, to).map(({ text }) => text),
  ].join(' ');
  return { name, case: expected, kind: 'outlet', person: false, from, to };
}

interface Carriers {
  readonly to: number;
  /** Case in which the name itself stands: the genitive after a reporter. */
  readonly inner: Case;
  readonly person: boolean;
  /** The last noun is that of a channel. */
  readonly channel: boolean;
}

/** Skips «портал», «корреспондент районной газеты»; null where the noun stands in another case than the place wants. */
function readCarriers(words: readonly Word[], from: number, expected: Case): Carriers | null {
  let inner: Case = 'nominative';
  let person = false;
  let channel = false;
  let to = from;
  for (let at = from; at < Math.min(words.length, from + 6); at++) {
    const { lower = '', kind } = words[at] ?? {};
    const form = CARRIERS.get(lower) ?? REPORTERS.get(lower);
    if (form !== undefined) {
      if (to === from && !form.cases.has(expected)) return { to: from, inner: expected, person: false, channel: false };
      person ||= REPORTERS.has(lower);
      inner = REPORTERS.has(lower) ? 'genitive' : 'nominative';
      channel = CHANNEL.test(lower);
      to = at + 1;
    } else if (CARRIER_WORDS.has(lower)) to = at + 1;
    else if (kind !== 'word' || !looksAdjective(lower)) break;
  }
  return { to, inner, person, channel };
}

/** `person`: after a reporter's noun a name may follow that of the outlet. */
function readOutlet(
  words: readonly Word[],
  from: number,
  { name: expected, person }: { readonly name: Case; readonly person: boolean },
): Unit | null {
  const word = words[from];
  if (word === undefined || word.kind === 'mark') return null;
  if (word.kind === 'quote') return readQuote(words, from, expected);
  if (companyAt(words, from) !== null) return null;
  const match = readRuForm(word.lower) === null ? readName(words.slice(from, from + 5), expected, true) : null;
  if (match === null || (!person && isPersonAfter(words, from + match.words))) return null;
  return { name: match.name, case: expected, kind: 'outlet', person: false, from, to: from + match.words };
}

/** «Степная газета», «Приаральские вести»: a title without quotes, amid a sentence. */
function readTitle(words: readonly Word[], from: number): Unit | null {
  const [first, noun] = words.slice(from, from + 2);
  if (from === 0 || first === undefined || noun === undefined || !TITLE_NOUN.test(noun.lower)) return null;
  if (!/^\p{Lu}\p{L}{2}/u.test(first.text) || !looksAdjective(first.lower)) return null;
  return toOutlet(`${first.text} ${noun.text}`, from, from + 2);
}

/** «Telegram-канал Орда»: whatever stands behind the noun is its name. */
function readChannel(words: readonly Word[], from: number): Unit | null {
  const { text = '', lower = '' } = words[from] ?? {};
  const isName = /^\p{Lu}\p{L}{2}/u.test(text) && !OWNERS.test(lower) && !looksAdjective(lower);
  return isName && readRuForm(lower) === null ? toOutlet(text, from, from + 1) : null;
}

function toOutlet(name: string, from: number, to: number): Unit {
  return { name, case: 'nominative', kind: 'outlet', person: false, from, to };
}

function readQuote(words: readonly Word[], from: number, expected: Case): Unit | null {
  const { text = '' } = words[from] ?? {};
  const parts = text.split(' ');
  if (!/^[\p{Lu}\p{N}@]/u.test(text) || parts.length > 6 || /[.!?,…]$/u.test(text)) return null;
  const names = phraseNominatives(parts, expected);
  const known = names.find((name) => isListedOutlet(coarseKey(name)));
  const bent = names[1] ?? names[0];
  return {
    name: (known ?? bent ?? text).replace(/^@/u, ''),
    case: expected,
    kind: 'outlet',
    person: false,
    from,
    to: from + 1,
  };
}

/** A surname or an office after an acronym or a name makes it a person's («МВД Серик Оразов»). */
function isPersonAfter(words: readonly Word[], at: number): boolean {
  const [first, second] = words.slice(at, at + 2);
  return (
    first?.kind === 'word' &&
    second?.kind === 'word' &&
    /^\p{Lu}\p{Ll}/u.test(first.text) &&
    /^\p{Lu}\p{Ll}/u.test(second.text)
  );
}

function readOffice(words: readonly Word[], from: number, expected: Case): Unit | null {
  let at = from;
  while (
    at < from + 4 &&
    words[at]?.kind === 'word' &&
    looksAdjective(words[at]?.lower ?? '') &&
    readRuForm(words[at]?.lower ?? '') === null
  )
    at++;
  const adjectives = words.slice(from, at);
  const head = companyAt(words, at) ?? headOf(words[at], expected, adjectives.at(-1)?.text);
  if (head === null) return null;
  const to = tailEnd(words, at + 1);
  if (isPersonAfter(words, to)) return null;
  const name = [
    ...adjectives.map(({ text }) => adjectiveNominative(text, head.gender)),
    head.name,
    ...words.slice(at + 1, to).map((word) => (word.kind === 'quote' ? `«${word.text}»` : word.text)),
  ].join(' ');
  return { name, case: expected, kind: 'office', person: false, from, to };
}

function headOf(
  word: Word | undefined,
  expected: Case,
  adjective: string | undefined,
): { readonly name: string; readonly gender: Gender } | null {
  if (word?.kind !== 'word') return null;
  const acronym = readAcronym(word.text);
  if (acronym !== null && acronym.name.length < 8) {
    return { name: acronym.name, gender: adjective === undefined ? 'masculine' : genderOf(adjective) };
  }
  const form = readRuForm(word.lower);
  if (form === null || !form.cases.has(expected)) return null;
  return { name: matchCase(form.nominative, word.text), gender: form.gender };
}

/** «АО «Казахтелеком»»: the kind of a company is a head only beside its title. */
function companyAt(words: readonly Word[], at: number): { readonly name: string; readonly gender: Gender } | null {
  const [kind, title] = words.slice(at, at + 2);
  if (kind === undefined || title?.kind !== 'quote' || !COMPANY.test(kind.text)) return null;
  return { name: kind.text, gender: 'neuter' };
}

/** The nominative written as the word is: `Министерства`, `МИНИСТЕРСТВА`, `министерства`. */
function matchCase(nominative: string, printed: string): string {
  if (printed.length > 1 && printed === printed.toUpperCase()) return nominative.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? nominative.charAt(0).toUpperCase() + nominative.slice(1) : nominative;
}

/** «пресс-служба «X»», «акимат ТОО «X»», «управление компании «X»»: a title follows the noun of what it names. */
function takesTitle(before: Word | undefined): boolean {
  if (before === undefined) return false;
  return (
    COMPANY.test(before.text) ||
    readAcronym(before.text) !== null ||
    readRuForm(before.lower) !== null ||
    TITLED.test(before.lower)
  );
}

/** What depends on the noun goes on to a mark, or to a word that begins something else. */
function tailEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at < Math.min(words.length, from + MAX_TAIL)) {
    const word = words[at];
    if (word === undefined || word.kind === 'mark' || BOUNDARIES.has(word.lower)) break;
    if (word.kind === 'quote' && !takesTitle(words[at - 1])) break;
    at++;
  }
  while (at > from && /^(?:и|по|г)$/u.test(words[at - 1]?.lower ?? '')) at--;
  return at;
}
