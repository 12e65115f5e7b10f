import type { Case } from './attribution-kk-forms.js';
import { kkStems } from './attribution-kk-forms.js';
import { isOutletKey, MAX_OUTLET_WORDS } from './attribution-outlets.js';
import { adjectiveNominative, genderOf, looksAdjective, properNominatives, ruForms } from './attribution-ru-forms.js';
import { coarseKey, isCapitalised, type Word } from './attribution-words.js';

/** The name of an outlet that needs no noun beside it, and the words it took. */
export interface NameMatch {
  readonly name: string;
  /** Case of the name itself; `nominative` also where it shows none. */
  readonly case: Case;
  readonly words: number;
}

/** How a language bends names. */
export type Bending = 'kk' | Case;

/** `inform.kz`, `Egemen.kz-ке`, `Kazinform.kzға` */
const DOMAIN =
  /^((?:[\p{L}\p{N}-]+\.)+(?:kz|ru|kg|uz|tj|tm|az|by|ua|tr|eu|com|org|net|info|asia|news|media|press|online|site|agency|today|life|tv|me|io|co|su|рф|қаз|example))(?:[-'’]?([а-яёәғқңөұүһіa-zǵńıáúóýğ]{2,4}))?$/iu;
const URL_HOST = /^https?:\/\/(?:www\.)?([^/\s?#:]+)/iu;
/** `КТЖ`, `ТЖД-ның`, `ІІМнің` */
const ACRONYM = /^([\p{Lu}]{2,7}\d{0,2})(?:[-'’]?(\p{Ll}{1,4}))?$/u;
/** Letters of an outlet's name, in coarse spelling. */
const OUTLET_MORPHEME =
  /inform|akparat|press|pres$|nius|niuz|news|media|taims|times|gidromet|telekom|tengri|vesti$|novosti|kabar|habar|munaigaz|transgaz|atomprom|tv$|\+/u;
/** Surnames may hold such letters too («Хабаров»). */
const SURNAME = /(?:[oe]va?|ina?|uly|kyzy)$/u;
const LATIN = /^[\p{Script=Latin}\p{N}+.&'-]+$/u;
/** Words of foreign titles. */
const TITLE_WORDS = new Set(
  'the times news post press media today tv radio journal agency daily herald tribune telegraph observer weekly magazine business network online channel report review gazette standard independent'.split(
    ' ',
  ),
);
/** Nouns that a title begins with, and that bend before what depends on them: «Вестника Приаралья». */
const TITLE_HEADS = ruForms('вестник голос газета правда звезда труд маяк курьер пульс эхо летопись'.split(' '));
/** Networks that carry posts but are no source by themselves. */
const PLATFORMS = new Set(
  'facebook instagram telegram tiktok youtube whatsapp twitter threads vk vkontakte viber linkedin x google wikipedia wechat snapchat fb zoom kaspi'.split(
    ' ',
  ),
);
/** Belongs to the letter before it in the alphabet of 2017: «Kazinformnyn'». */
const APOSTROPHE = /['’]/;
const CAMEL = /^\p{Lu}[\p{Ll}]+\p{Lu}\p{L}+$/u;

/** Cyrillic letters, or none at all, outnumber the Latin ones: then a Latin word is a name. */
export function isCyrillic(text: string): boolean {
  return (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

/** The address of a site, without its case ending, null for other words. */
export function readDomain(text: string): { readonly name: string; readonly ending: string } | null {
  const host = URL_HOST.exec(text)?.[1];
  if (host !== undefined) return { name: host, ending: '' };
  const [, name, ending = ''] = DOMAIN.exec(text) ?? [];
  return name === undefined ? null : { name: name.replace(/^www\./iu, ''), ending };
}

/** Acronyms that name no body: kinds of companies, countries, the press as a whole. */
const NO_BODY = new Set(
  'БАҚ СМИ ҚР РК РФ КР США АҚШ СССР КСРО ЖКХ ЖКО ДТП ЖКО ВОВ ҰОС ТВ ТҮК QR PDF SMS ЖК ИП КХ ШҚ IT АҚ АО ТОО ЖШС ОАО ООО КГУ КММ РГП РМК ГККП МКҚК ОЮЛ ЕНТ ҰБТ НДС ҚҚС ВИЧ КВН СТО АЗС FM HD USD EUR RUB'.split(
    ' ',
  ),
);

/** An acronym without its case ending, null for other words. */
export function readAcronym(text: string): { readonly name: string; readonly ending: string } | null {
  const [, name, ending = ''] = ACRONYM.exec(text) ?? [];
  return name === undefined || NO_BODY.has(name) ? null : { name, ending };
}

/** Case that a detached Kazakh ending shows: `ке` of `Egemen.kz-ке`. */
export function caseOfEnding(ending: string): Case {
  if (ending === '') return 'nominative';
  return kkStems(`xxx${coarseKey(ending)}`).find(({ stem }) => stem === 'xxx')?.case ?? 'nominative';
}

/** A site, a known outlet, or a single word that can only be one («Newsroom+»); null where the words name none by themselves. */
export function readName(words: readonly Word[], bending: Bending, cyrillic: boolean): NameMatch | null {
  const [first] = words;
  if (first === undefined || first.kind !== 'word') return null;
  const domain = readDomain(first.text);
  if (domain !== null)
    return { name: domain.name, case: bending === 'kk' ? caseOfEnding(domain.ending) : bending, words: 1 };
  return readKnown(words, bending) ?? (cyrillic ? readLatinTitle(words) : null) ?? readSingle(words, bending, cyrillic);
}

function readKnown(words: readonly Word[], bending: Bending): NameMatch | null {
  for (let count = Math.min(MAX_OUTLET_WORDS, words.length); count > 0; count--) {
    const taken = words.slice(0, count);
    const [first] = taken;
    if (
      taken.some(({ kind }) => kind !== 'word') ||
      (first !== undefined && !/^[\p{Lu}\p{N}]/u.test(first.text) && readDomain(first.text) === null)
    )
      continue;
    const match = bending === 'kk' ? knownInKazakh(taken) : knownInRussian(taken, bending);
    if (match !== null) return match;
  }
  return null;
}

function knownInKazakh(taken: readonly Word[]): NameMatch | null {
  const last = taken.at(-1);
  if (last === undefined) return null;
  const before = taken
    .slice(0, -1)
    .map(({ key }) => `${key} `)
    .join('');
  for (const { stem, case: name, ending } of kkStems(last.key)) {
    const bare = stem.replace(/-$/u, '');
    if (!isOutletKey(before + bare)) continue;
    const text = cutEnding(last.text, ending);
    return { name: [...taken.slice(0, -1).map((word) => word.text), text].join(' '), case: name, words: taken.length };
  }
  return null;
}

function knownInRussian(taken: readonly Word[], bending: Case): NameMatch | null {
  for (const name of phraseNominatives(
    taken.map(({ text }) => text),
    bending,
  )) {
    if (isOutletKey(coarseKey(name))) return { name, case: bending, words: taken.length };
  }
  return null;
}

/** «The Astana Times»: a foreign title of several words holds a word of titles, else it may be a person. */
function readLatinTitle(words: readonly Word[]): NameMatch | null {
  const end = words.findIndex(({ kind, text }) => kind !== 'word' || !LATIN.test(text) || !isCapitalised(text));
  const taken = end < 0 ? words : words.slice(0, end);
  if (taken.length < 2 || !taken.some(({ lower }) => TITLE_WORDS.has(lower))) return null;
  return { name: taken.map(({ text }) => text).join(' '), case: 'nominative', words: taken.length };
}

function readSingle(words: readonly Word[], bending: Bending, cyrillic: boolean): NameMatch | null {
  const [word, next] = words;
  if (word === undefined) return null;
  const { text, key } = word;
  if (cyrillic && LATIN.test(text) && next?.kind === 'word' && LATIN.test(next.text) && isCapitalised(next.text))
    return null;
  if (PLATFORMS.has(key.replace(/-.*$/u, '')) || !isCapitalised(text)) return null;
  const isName =
    CAMEL.test(text) ||
    (OUTLET_MORPHEME.test(key) && !SURNAME.test(key)) ||
    (cyrillic && LATIN.test(text) && text.length > 2);
  if (!isName) return null;
  if (bending !== 'kk') return { name: properNominatives(text, bending)[0] ?? text, case: bending, words: 1 };
  const [, bent] = kkStems(key);
  const isBent =
    bent !== undefined &&
    bent.ending > 1 &&
    (text.at(-bent.ending - 1) === '-' || (bent.stem.length > 5 && !(cyrillic && LATIN.test(text))));
  return isBent
    ? { name: cutEnding(text, bent.ending), case: bent.case, words: 1 }
    : { name: text, case: 'nominative', words: 1 };
}

/** A word without the last letters of a case ending and the hyphen or apostrophe before them. */
export function cutEnding(text: string, letters: number): string {
  if (letters === 0) return text;
  let end = text.length;
  for (let left = letters; left > 0 && end > 0; end -= 1) if (!APOSTROPHE.test(text.charAt(end - 1))) left -= 1;
  return text.slice(0, end).replace(/[-'’]$/u, '');
}

/** What the words of a Russian title in the given case may be in the nominative, likeliest first. */
export function phraseNominatives(texts: readonly string[], name: Case): readonly string[] {
  const [first, last] = [texts[0], texts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const asPrinted = texts.join(' ');
  const head = TITLE_HEADS.get(first.toLowerCase());
  if (texts.length > 1 && head?.cases.has(name)) {
    const bare = first.charAt(0) + head.nominative.slice(1);
    return [asPrinted, ...(bare === first ? [] : [[bare, ...texts.slice(1)].join(' ')])];
  }
  if (name === 'nominative' || name === 'ablative' || texts.length > 2) return [asPrinted];
  const nouns = properNominatives(last, name).filter((noun) => noun !== last);
  if (texts.length === 1) return [asPrinted, ...nouns];
  const pairs = nouns.map((noun) => [agreeing(first, noun), noun] as const);
  return [asPrinted, ...pairs.flatMap(([adjective, noun]) => (adjective === null ? [] : [`${adjective} ${noun}`]))];
}

/** The adjective in the nominative beside a noun in the nominative, null where they do not agree. */
function agreeing(adjective: string, noun: string): string | null {
  if (/(?:ых|их|ым|им)$/iu.test(adjective)) return /[иы]$/iu.test(noun) ? pluralNominative(adjective) : null;
  if (!looksAdjective(adjective)) return null;
  const shown = genderOf(adjective);
  if (/[ая]$/iu.test(noun)) return shown === 'feminine' ? adjectiveNominative(adjective, shown) : null;
  if (/[ое]$/iu.test(noun)) return adjectiveNominative(adjective, 'neuter');
  return shown === 'feminine' && !noun.endsWith('ь') ? null : adjectiveNominative(adjective, shown);
}

function pluralNominative(adjective: string): string {
  return `${adjective.slice(0, -1)}е`;
}
