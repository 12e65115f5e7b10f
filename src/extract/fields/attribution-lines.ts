import { type Needs, toKeys } from './attribution-cues.js';
import { readDomain, readName } from './attribution-names.js';
import { isListedOutlet, isOutletKey } from './attribution-outlets.js';
import { readRuUnit } from './attribution-ru-units.js';
import type { Finding } from './attribution-sentence.js';
import { coarseKey, readWords } from './attribution-words.js';

/** `АСТАНА. KAZINFORM – …`, `АЛМАТЫ. 5 мая. Казинформ – …`, `МОСКВА, 3 мар — РИА Новости.`, `ERNUR.KZ – …` */
const DATELINE =
  /^((?:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)(?:[.,]\s*\d{1,2}\s\p{L}{3,10}\.?)?(?:[.,/]\s*[–—/(-]?|\s+[–—/(-]?|[–—/(])\s*)?[«"/(]?([\p{Lu}\p{L}][\p{L}\d.-]+(?:\s\p{Lu}[\p{L}\d]+)?)[»"/)]?\s*(?:[–—]|-\s|\.\s)/u;
/** «(Казинформ) Мост …» */
const BRACKETS = /^[(/[]([^()/[\]]{3,40})[)/\]]\s/u;
/** Says what an outlet is: then it opens no dateline. */
const DEFINITION = /(?:агенттіг|агентств|газет|сайт|портал|басылым|издание|арна|канал)/iu;

/** The agency of a dateline at the start of a paragraph. */
export function readDateline(paragraph: string): readonly Finding[] {
  const inBrackets = BRACKETS.exec(paragraph.slice(0, 60))?.[1];
  if (inBrackets !== undefined && isListedOutlet(coarseKey(inBrackets))) {
    return [{ name: inBrackets, role: 'origin', rule: 'dateline', start: 0, end: inBrackets.length + 2 }];
  }
  const match = DATELINE.exec(paragraph.slice(0, 120));
  const [all = '', city = '', printed = ''] = match ?? [];
  const name = printed.replace(/\.$/u, '');
  const isAfterCity = /[.,/(–—]|-\s*$/u.test(city);
  if (name === '' || !isAgency(name, isAfterCity)) return [];
  const rest = paragraph.slice(all.length, all.length + 80);
  if (!isAfterCity && (!/^[«"]?\p{Lu}/u.test(rest.trim()) || DEFINITION.test(rest))) return [];
  if (!isAfterCity && /\.\s$/u.test(all) && !isOutletKey(coarseKey(name))) return [];
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
/** What such a line cannot do without. */
export const PRESS_NEEDS: Needs = [[toKeys(['баспасөз', 'пресс-служба'])]];

/** The press service that signs a paragraph of its own. */
export function readPressLine(paragraph: string): readonly Finding[] {
  if (paragraph.length > MAX_PRESS_LINE) return [];
  const name = paragraph.replace(/[.\s]{1,5}$/u, '');
  if (!(PRESS_KK.test(name) || isPressLineRu(name))) return [];
  return [{ name, role: 'origin', rule: 'press-line', start: 0, end: name.length }];
}

function isPressLineRu(name: string): boolean {
  if (!PRESS_RU.test(name)) return false;
  const words = readWords(name);
  return (
    readRuUnit(words, 0, 'nominative')?.to === words.length && !words.slice(1).some(({ text }) => VERB_RU.test(text))
  );
}

/** «(Казинформ)» at the end of a paragraph, or a paragraph that is only an agency or a site. */
const SIGNED = /(?:^|\s)[([]([^()[\]]{3,40})[)\]]\.?$/u;
/** «Ана тілі» газетінен. · Из газеты «Путь Ленина». */
const TAKEN_LINE =
  /^[([]?(?:[«"“]([^«»"“”]{2,40})[»"”]\s(?:газет|журнал|сайт|портал|апталығ)\p{L}{0,3}н[ае]н|(?:из|с)\s(?:газеты|журнала|сайта|портала)\s[«"“]([^«»"“”]{2,40})[»"”])[.)\]]{0,2}$/iu;
const MAX_OUTLET_LINE = 40;
const MAX_TAKEN_LINE = 70;

/** The agency or the site that signs a paragraph. */
export function readSignature(paragraph: string): readonly Finding[] {
  const [, taken, over] = (paragraph.length <= MAX_TAKEN_LINE && TAKEN_LINE.exec(paragraph)) || [];
  const outlet = taken ?? over;
  if (outlet !== undefined) return [{ name: outlet, role: 'origin', rule: 'taken', start: 0, end: paragraph.length }];
  const whole = paragraph.length <= MAX_OUTLET_LINE ? paragraph : '';
  const name = (SIGNED.exec(paragraph.slice(-60))?.[1] ?? whole).replace(/^[©«"“]+|[»"”.\s]+$/gu, '');
  const domain = readDomain(name);
  if (name === '' || !(isListedOutlet(coarseKey(name)) || domain !== null)) return [];
  const start = Math.max(0, paragraph.lastIndexOf(name));
  return [{ name: domain?.name ?? name, role: 'origin', rule: 'signature', start, end: start + name.length }];
}
