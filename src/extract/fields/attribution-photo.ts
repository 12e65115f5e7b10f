import { type Needs, toKeys } from './attribution-cues.js';
import { readKkUnit } from './attribution-kk-units.js';
import { isCyrillic } from './attribution-names.js';
import { readRuUnit } from './attribution-ru-units.js';
import type { Finding, Sentence } from './attribution-sentence.js';
import { readWords, type Word } from './attribution-words.js';

/** «Фото», «Снимки»: the first word of a credit without a colon. */
const PHOTO_RU: ReadonlySet<string> = new Set('фото фотографии фотография снимки снимок видео'.split(' '));
const PHOTO_KK: ReadonlySet<string> = new Set(
  'suret suretter suretti suretteri suretterdi foto fotolar fotosuretter'.split(' '),
);
const TAKEN_KK = /^(?:tusirgen|tusirgender)$/u;
/** «Айбек Серікұлының» */
const OWNER_KK = /[ndt][yi]n$/u;
const GIVEN_KK = /^(?:alyndy|alyngan|usyngan|usyndy|jasyldy)$/u;
/** «предоставлено», «с сайта» */
const GIVEN_RU = /^(?:предоставлен[аоы]?|с|сайта|сделан[аоы]?)$/u;
/** Genitives of names of persons: given name, then surname. */
const GENITIVES: readonly (readonly [given: RegExp, surname: RegExp, ending: string])[] = [
  [/[ыи]$/u, /ой$/u, 'а'],
  [/[^аяыи]$/u, /ой$/u, 'а'],
  [/[ая]$/u, /а$/u, ''],
  [/[ая]$/u, /ого$/u, 'ий'],
];

/** Initials and a surname in the genitive. */
const INITIALS = /^((?:\p{Lu}\.){1,2})(\p{Lu}\p{Ll}*(?:[оеё]в|[иы]н))(а|ой)$/u;

/** What a credit without a colon begins with. */
export const PHOTO_NEEDS: Needs = [[toKeys(PHOTO_RU)], [PHOTO_KK]];

/** Whether the first word may be one of a credit: it is looked at alone, since few paragraphs begin with one. */
export function mayBeBarePhoto(text: string): boolean {
  const [first] = readWords(text.trimStart().split(/\s/, 1)[0] ?? '');
  return first !== undefined && (PHOTO_RU.has(first.lower) || PHOTO_KK.has(first.key));
}

/** «Фото Ерлана Касымова», «Фото пресс-службы акимата», «Суретті түсірген Болат Ермеков»: a sentence that is only the credit of a picture. */
export function readBarePhoto({ words, text }: Sentence): readonly Finding[] {
  const bare = words.at(-1)?.text === '.' ? words.slice(0, -1) : words;
  const name = nameInRussian(bare) ?? nameInKazakh(bare);
  return name === null ? [] : [{ name, role: 'photo', rule: 'photo-bare', start: 0, end: text.length }];
}

function nameInRussian(words: readonly Word[]): string | null {
  if (!PHOTO_RU.has(words[0]?.lower ?? '') || words.length > 10) return null;
  let at = 1;
  while (GIVEN_RU.test(words[at]?.text ?? '')) at++;
  const cases = words[at - 1]?.lower.startsWith('предоставлен') ? (['instrumental'] as const) : (['genitive'] as const);
  const person = at === 1 ? (personInGenitive(words.slice(1)) ?? initialsInGenitive(words.slice(1))) : null;
  if (person !== null) return person;
  const unit = readRuUnit(words, at, cases[0]);
  return unit !== null && unit.to === words.length ? unit.name : null;
}

function personInGenitive(words: readonly Word[]): string | null {
  const [given, surname] = words;
  if (words.length !== 2 || given === undefined || surname === undefined) return null;
  if (!words.every(({ kind, text }) => kind === 'word' && /^\p{Lu}\p{L}+$/u.test(text))) return null;
  const row = GENITIVES.find(([first, last]) => first.test(given.lower) && last.test(surname.lower));
  if (row === undefined) return null;
  return `${givenNominative(given.text)} ${surname.text.replace(row[1], '')}${row[2]}`;
}

/** «С. Иванова», «С.В. Ивановой» */
function initialsInGenitive(words: readonly Word[]): string | null {
  const [, initials, surname, ending] = INITIALS.exec(words.map(({ text }) => text).join('')) ?? [];
  return initials === undefined ? null : `${initials} ${surname}${ending === 'а' ? '' : 'а'}`;
}

function givenNominative(given: string): string {
  if (/[бвгдзклмнпрстфхцч]а$/iu.test(given)) return given.slice(0, -1);
  if (/[рл]я$/iu.test(given)) return `${given.slice(0, -1)}ь`;
  if (/я$/iu.test(given)) return `${given.slice(0, -1)}й`;
  if (/ы$/iu.test(given)) return `${given.slice(0, -1)}а`;
  return given.replace(/ии$/u, 'ия').replace(/([гкх])и$/u, '$1а');
}

function nameInKazakh(words: readonly Word[]): string | null {
  if (!PHOTO_KK.has(words[0]?.key ?? '') || words.length > 10) return null;
  if (TAKEN_KK.test(words[1]?.key ?? '')) return personName(words.slice(2));
  if (OWNER_KK.test(words.at(-1)?.key ?? '')) return personName(words.slice(1))?.slice(0, -'ның'.length) ?? null;
  const end = GIVEN_KK.test(words.at(-1)?.key ?? '') ? words.length - 1 : words.length;
  const unit = readKkUnit(words.slice(0, end), 1, isCyrillic(words.map(({ text }) => text).join(' ')));
  const isCredit = unit !== null && unit.to === end && (unit.case === 'ablative' || end < words.length);
  return isCredit ? unit.name : null;
}

function personName(words: readonly Word[]): string | null {
  const isName =
    words.length > 1 && words.length < 4 && words.every(({ kind, text }) => kind === 'word' && /^\p{Lu}/u.test(text));
  return isName ? words.map(({ text }) => text).join(' ') : null;
}
