import type { AttributionRole } from '../../model/attribution.js';
import { readKkForm } from './attribution-kk-forms.js';
import { readDomain, readName } from './attribution-names.js';
import { isOutletKey } from './attribution-outlets.js';
import { readRuForm } from './attribution-ru-forms.js';
import { readRuUnit } from './attribution-ru-units.js';
import type { Finding } from './attribution-sentence.js';
import { coarseKey, readWords } from './attribution-words.js';

interface Label {
  readonly words: readonly string[];
  readonly role: AttributionRole;
  readonly rule: string;
}

/** Words before a colon that credit what comes after it, in coarse spelling. */
const LABELS: readonly Label[] = [
  label(
    'photo',
    'photo-label',
    'Сурет Суреттер Суреті Фото Көрнекі фото | Көрнекі сурет | Фотолар | Фотосурет | Фото/видео | Источник фото | Фото источник | Автор фото | Фотограф | Фотографии | Фотография | Снимок | Иллюстрация | Иллюстративное фото | Видео | Сүрөт | Сүрөттөр | Surat | Foto | Photo | Photos | Photo credit | Image | Image credit | Sýret | Кадр | Суретті түсірген | Фото дереккөзі | Сурет дереккөзі | Фотоколлаж | Коллаж | Скриншот | Инфографика | Скрин',
  ),
  label(
    'origin',
    'source-label',
    'Дереккөз | Дерек көзі | Ақпарат көзі | Қайнар көзі | Дереккөзі | Derekkóz | Derekkoz | Aqparat kózi | Источник | Источники | Источник информации | Источник новости | По материалам | Материал | Булак | Булагы | Манба | Manba | Маълумот манбаи | Source | Sources | Via | Түпнұсқа | Подробнее',
  ),
];
/** No name: «Фото автора», «открытые источники». */
const NOBODY =
  /^(?:автор|автора|автордікі|автордан|avtor|из |открыт|интернет|архив|ашық |ғалам|иллюстра|редакци|личн|жеке |соцсет|social|google|pixabay|unsplash|shutterstock|freepik|pexels|коллаж|скрин|kollaj|видео|нет$|жоқ$|мұрағат|отбасылық|семейн|предоставлен)/iu;
const MAX_NAME_WORDS = 9;

function label(role: AttributionRole, rule: string, names: string): Label {
  const words = names
    .split('|')
    .flatMap((part, index) =>
      index === 0 && part.trim().split(' ').length > 3 ? part.trim().split(' ') : [part.trim()],
    );
  return { words: words.map((word) => coarseKey(word)), role, rule };
}

/** `Дереккөз: X`, `Источник – X`, `Фото: ©X / Y`: the label and what it credits. */
const LABELLED = /^[([]?\s*([\p{L}/][\p{L}/ ]{2,24}?)\s*(?::|\s[–—-]\s|©)\s*(?:©|\(c\)|@)?\s*(\S.{0,200})$/iu;
const NUMBER_OF_ISSUE =
  /\s*(?:№|N\s?\d|,?\s*(?:стр|бет)\.?\s*\d|\s(?:от|за)\s\d|\d{1,2}\.\d{1,2}\.\d{4}|,\s*\d{1,2}\s\p{L}+\s\d{4}).*$/iu;

/** A label that credits somebody and its credit as printed, null for any other sentence. */
export function readLabel(
  sentence: string,
): { readonly role: AttributionRole; readonly rule: string; readonly credit: string } | null {
  const [, name = '', credit = ''] = LABELLED.exec(sentence.slice(0, 260)) ?? [];
  const found = LABELS.find(({ words }) => words.includes(coarseKey(name.trim())));
  return found === undefined || credit === '' ? null : { role: found.role, rule: found.rule, credit };
}

/** Names that a line such as «Источник: X №34 от 25.08.2018» or «Фото: ©X / Y» credits. */
export function readLabelled(sentence: string): readonly Finding[] {
  const found = readLabel(sentence);
  if (found === null) return [];
  return found.credit
    .split(/\s+\/\s+|\s*[|;]\s*/u)
    .map(nameOfCredit)
    .filter((name) => isCreditedName(name, found.role))
    .map((name) => ({ name, role: found.role, rule: found.rule, start: 0, end: sentence.length }));
}

function nameOfCredit(credit: string): string {
  const domain = readDomain(credit.split(/\s/u)[0] ?? '');
  if (domain !== null) return domain.name;
  const cut = credit.replace(NUMBER_OF_ISSUE, '').replace(/^[©@\s]+/u, '');
  const quoted = /^(?:\p{Ll}[\p{Ll}-]+\s){0,3}[«"“„]([^«»"“”]{2,80})[»"”“][^«»"“”]{0,20}$/u.exec(cut)?.[1];
  return (quoted ?? cut)
    .replace(/[\s.,;)\]]+$/u, '')
    .replace(/^[«"“„]([^«»"“”]+)[»"”“]$/u, '$1')
    .trim();
}

function isCreditedName(name: string, role: AttributionRole): boolean {
  if (name.length < 2 || NOBODY.test(name) || name.split(' ').length > MAX_NAME_WORDS) return false;
  if (/^[\p{Lu}\p{N}]/u.test(name) || readDomain(name) !== null) return role === 'photo' || !/[!?]/u.test(name);
  return name
    .split(' ')
    .some((word) => readRuForm(word.toLowerCase()) !== null || readKkForm(coarseKey(word)) !== null);
}

/** `АСТАНА. KAZINFORM – …`, `АЛМАТЫ. 5 мая. Казинформ – …`, `МОСКВА, 3 мар — РИА Новости.`, `ERNUR.KZ – …` */
const DATELINE =
  /^((?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)(?:[.,]\s*\d{1,2}\s\p{L}{3,10}\.?)?[.,/]?\s*[–—/(-]?\s*)?[«"/(]?([\p{Lu}\p{L}][\p{L}\d.-]+(?:\s\p{Lu}[\p{L}\d]+)?)[»"/)]?\s*(?:[–—]|-\s|\.\s)/u;
/** Says what an outlet is: then it opens no dateline. */
const DEFINITION = /(?:агенттіг|агентств|газет|сайт|портал|басылым|издание|арна|канал)/iu;

/** The agency of a dateline at the start of a paragraph. */
export function readDateline(paragraph: string): readonly Finding[] {
  const match = DATELINE.exec(paragraph.slice(0, 120));
  const [all = '', city = '', printed = ''] = match ?? [];
  const name = printed.replace(/\.$/u, '');
  const isAfterCity = /[.,/(–—-]/u.test(city);
  if (name === '' || !isAgency(name, isAfterCity)) return [];
  const rest = paragraph.slice(all.length, all.length + 80);
  if (!isAfterCity && (!/^[«"]?\p{Lu}/u.test(rest.trim()) || DEFINITION.test(rest) || /\.\s$/u.test(all))) return [];
  return [{ name, role: 'origin', rule: 'dateline', start: 0, end: all.trimEnd().length }];
}

function isAgency(name: string, isAfterCity: boolean): boolean {
  const capitals = name === name.toUpperCase();
  if (isOutletKey(coarseKey(name)) || readDomain(name) !== null) return true;
  const known = readName(readWords(name), 'nominative', true);
  return isAfterCity && known !== null && known.words === readWords(name).length && (capitals || known.name === name);
}

/** «X баспасөз қызметі.»: a paragraph that is nothing but the name of a press service. */
const PRESS_KK =
  /^[\p{L}\p{N}«»"“”\s-]{3,110}\s(?:баспасөз|baspas[oó]z)[ -](?:қызметі|qyzmet[iı]|орталығы|ortalyǵy)$/iu;
/** «Пресс-служба акимата района.» */
const PRESS_RU = /^пресс-(?:служба|центр)\s/iu;
const VERB_RU = /(?:[аеиуюя]т|л[аои]?|л[аои]?с[ья])$/u;
const MAX_PRESS_LINE = 130;

/** The press service that signs a paragraph of its own. */
export function readPressLine(paragraph: string): readonly Finding[] {
  const name = paragraph.replace(/[.\s]{1,5}$/u, '');
  if (paragraph.length > MAX_PRESS_LINE || !(PRESS_KK.test(name) || isPressLineRu(name))) return [];
  return [{ name, role: 'origin', rule: 'press-line', start: 0, end: name.length }];
}

function isPressLineRu(name: string): boolean {
  if (!PRESS_RU.test(name)) return false;
  const words = readWords(name);
  return (
    readRuUnit(words, 0, 'nominative')?.to === words.length && !words.slice(1).some(({ text }) => VERB_RU.test(text))
  );
}
