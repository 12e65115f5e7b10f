import type { AttributionRole } from '../../model/attribution.js';
import type { Needs } from './attribution-cues.js';
import { readKkForm } from './attribution-kk-forms.js';
import { readDomain } from './attribution-names.js';
import { isListedOutlet } from './attribution-outlets.js';
import { readRuForm } from './attribution-ru-forms.js';
import type { Finding } from './attribution-sentence.js';
import { coarseKey } from './attribution-words.js';

/** A label with what it credits, as printed. */
export interface Credit {
  readonly role: AttributionRole;
  readonly rule: string;
  readonly credit: string;
}

/** Words before a colon or a dash that credit what comes after it. */
const PHOTO_LABELS = [
  ...[
    'Сурет',
    'Суреттер',
    'Суреті',
    'Суреттері',
    'Көрнекі сурет',
    'Көрнекі фото',
    'Фотосурет',
    'Суретті түсірген',
    'Суреттерді түсірген',
    'Суретке түсірген',
    'Суреттер мен видео',
    'Сурет пен видео',
  ],
  ...[
    'Сурет дереккөзі',
    'Сурет авторы',
    'Фото авторы',
    'Фото дереккөзі',
    'Фото',
    'Фотолар',
    'Фото/видео',
    'Фото и видео',
    'Источник фото',
    'Фото источник',
    'Автор фото',
    'Текст и фото',
    'Фото и текст',
    'Мәтін және фото',
    'Мәтін мен сурет',
  ],
  ...[
    'Фотограф',
    'Фотографии',
    'Фотография',
    'Снимок',
    'Снимки',
    'Иллюстрация',
    'Иллюстративное фото',
    'Кадр',
    'Коллаж',
    'Скриншот',
    'Скрин',
  ],
  ...[
    'Сүрөт',
    'Сүрөттөр',
    'Surat',
    'Sýret',
    'Foto',
    'Photo',
    'Photos',
    'Photo credit',
    'Photo by',
    'Image',
    'Image credit',
    'Credit',
  ],
];
const SOURCE_LABELS = [
  ...[
    'Дереккөз',
    'Дереккөздер',
    'Derekkózder',
    'Дерек көзі',
    'Дереккөзі',
    'Ақпарат көзі',
    'Қайнар көзі',
    'Түпнұсқа',
    'Материал көзі',
    'Derekkóz',
    'Derekkoz',
    'Derek kózi',
    'Aqparat kózi',
  ],
  ...[
    'Источник',
    'Источники',
    'Источник информации',
    'Источник новости',
    'Источник материала',
    'Первоисточник',
    'По материалам',
    'Булак',
    'Булагы',
  ],
  ...['Джерело', 'Джерела', 'За матеріалами'],
  ...['Манба', 'Манбаи', 'Manba', 'Source', 'Sources', 'Via'],
];
const LABELS: ReadonlyMap<string, Omit<Credit, 'credit'>> = new Map<string, Omit<Credit, 'credit'>>([
  ...PHOTO_LABELS.map((name) => [coarseKey(name), { role: 'photo', rule: 'photo-label' }] as const),
  ...SOURCE_LABELS.map((name) => [coarseKey(name), { role: 'origin', rule: 'source-label' }] as const),
]);

/** What a label cannot do without: its last word, since the first may be «по». */
export const LABEL_NEEDS: Needs = [[new Set(Array.from(LABELS.keys(), (name) => name.split(/[ /]/).at(-1) ?? name))]];

/** `Дереккөз: X`, `Источник – X`, `Фото: ©X / Y`, `(Фото © X)` */
const LABELLED = /^[([]?\s?(\p{L}[\p{L}/ ]{2,24}?)\s?(?::|\s[–—-]\s|©)\s?(?:©|\(c\)|@)?\s?(\S.{0,200})$/iu;
/** `© Sputnik / Олег Ким` in a line of its own. */
const SIGNED = /^©\s?([^\d©]{2,60}\s\/\s[^\d©]{2,60})$/u;
/** `№34 от 25.08.2018`, `стр. 3`: the place in a printed issue. */
const PLACE_IN_ISSUE =
  /\s*(?:№|,?\s(?:стр|бет)\.?\s\d|\s(?:от|за)\s\d|\d{1,2}\.\d{1,2}\.\d{4}|,\s\d{1,2}\s\p{L}{3,10}\s\d{4}).*$/iu;
/** No name: «автора», «из открытых источников», «архив редакции». */
const NOBODY =
  /^(?:автор|avtor|из\s|открыт|интернет|архив|ашық\s|ғалам|иллюстра|редакци|личн|жеке\s|соцсет|әлеуметтік|социальн|google|(?:facebook|instagram|telegram|tiktok|youtube|whatsapp)$|коллаж|скрин|видео|нет$|жоқ$|мұрағат|отбасылық|семейн|предоставлен|ии$|жи$|нейросет)/iu;
/** A caption, not a credit: «Вид на реку». */
const PREPOSITION = /\s(?:на|в|во|из|с|со|у|к|под|над|за|для|о|об|от|кезінде|болған|туралы)\s/u;
/** «газета «X»», «сайт «X»», «X» газеті: the name is what stands in quotes. */
const QUOTED = /^(?:\p{L}[\p{L}-]{1,20}\s){0,3}[«"“„]([^«»"“”„]{2,80})[»"”“](?:\s\p{Ll}[\p{L}-]{2,20}){0,2}$/u;
const SEPARATOR = /\s\/\s|\s?[|;]\s?/u;
/** «Фото: РИА Новости, Олег Ким» */
const PHOTO_SEPARATOR = /\s\/\s|\s?[|;]\s?|,\s(?=[«"]?\p{Lu})/u;
/** Labels of several sources: `Источники: Zakon.kz, Tengrinews.kz`. */
const PLURAL = /^(?:источники|дереккөздер|derekk[oó]zder|джерела|sources)(?!\p{L})/iu;
const MAX_NAME_WORDS = 9;
const MAX_LABELLED = 260;

/** A label that credits somebody and its credit as printed, null for any other sentence. */
export function readLabel(sentence: string): Credit | null {
  const [, signed] = (sentence.startsWith('©') && SIGNED.exec(sentence)) || [];
  if (signed !== undefined) return { role: 'photo', rule: 'photo-label', credit: signed };
  const [, name = '', credit = ''] = LABELLED.exec(sentence.slice(0, MAX_LABELLED)) ?? [];
  const found = LABELS.get(coarseKey(name.trim()));
  return found === undefined ? null : { ...found, credit };
}

/** Whether a label credits nobody by name: «Фото: из открытых источников». */
export function isNobody(credit: string): boolean {
  return NOBODY.test(credit);
}

/** Names that a line such as «Источник: X №34 от 25.08.2018» or «Фото: ©X / Y» credits. */
export function readLabelled(sentence: string): readonly Finding[] {
  const found = readLabel(sentence);
  if (found === null) return [];
  const separator = found.role === 'photo' || PLURAL.test(sentence) ? PHOTO_SEPARATOR : SEPARATOR;
  return found.credit.split(separator).flatMap((part, at) => {
    // «Источник: X; фото: Y»
    const { role, rule, credit } = (at > 0 ? readLabel(part) : null) ?? { ...found, credit: part };
    const name = nameOfCredit(credit);
    return isCreditedName(name) ? [{ name, role, rule, start: 0, end: sentence.length }] : [];
  });
}

function nameOfCredit(credit: string): string {
  const bare = credit.replace(/^[©@\s]{1,4}/u, '');
  const domain = readDomain(bare.split(/[\s,]/u)[0]?.replace(/[.)\]]+$/u, '') ?? '');
  if (domain !== null) return domain.name;
  const cut = bare.replace(PLACE_IN_ISSUE, '').replace(/[\s.,;)\]]+$/u, '');
  return (QUOTED.exec(cut)?.[1] ?? cut).trim();
}

function isCreditedName(name: string): boolean {
  const words = name.split(' ');
  if (name.length < 2 || NOBODY.test(name) || words.length > MAX_NAME_WORDS || /[!?:]/u.test(name)) return false;
  if (readDomain(name) !== null || isListedOutlet(coarseKey(name))) return true;
  if (words.some((word) => readRuForm(word.toLowerCase()) !== null || readKkForm(coarseKey(word)) !== null))
    return true;
  return /^[\p{Lu}\p{N}]/u.test(name) && words.length <= 4 && !PREPOSITION.test(name);
}
