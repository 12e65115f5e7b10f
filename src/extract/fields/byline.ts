import { isNobody, readLabel, readLabelled } from './attribution-labels.js';
import { readPressLine, readSignature } from './attribution-lines.js';
import { canonicalNameOf, isOutletKey } from './attribution-outlets.js';
import { mayBeBarePhoto, readBarePhoto } from './attribution-photo.js';
import { coarseKey, readWords } from './attribution-words.js';
import { GIVEN_NAMES, NOT_NAMES, SURNAME_END } from './byline-names.js';
import { isCopyrightCredit } from './copyright-line.js';

/** An author as a paragraph of their own names them. */
export interface Byline {
  /** As printed, without office, place and paper. */
  readonly author: string;
  /** The words that say so. */
  readonly phrase: string;
}

const MAX_BYLINE = 120;
/** `Автор:`, `Подготовила`, `Дайындаған:`, `Von` before a name. */
const LEAD =
  /^(?:автор(?:ы|лары)?|авторы|текст|мәтін|материал(?:ды)? (?:подготовил[аи]?|дайындаған|әзірлеген)|подготовил[аи]?(?: материал)?|записал[аи]?|беседовал[аи]?|дайындаған(?:дар)?|әзірлеген|жазған|жазып алған|сұхбаттасқан|әңгімелескен|тілші(?:міз)?|корреспондент|avtor|author|by|von|par|por|di|door|av|af|yazan|autora?|auteur|autore|текст и фото|мәтін мен сурет|dayyndaǵan|daiyndaǵan)\s*(?::|[–—-]|\s)\s*/iu;
/** `Самат`, `ЕРЖАНОВ`, `Әбу-Бәкір`, `О'Коннор` */
const NAME_WORD = /^\p{Lu}(?:\p{L}|['’-](?=\p{L}))+$/u;
/** `Г.`, `Г.Ә.` and, glued, `Г.Оразбаева` */
const INITIALS = /^(?:\p{Lu}\.-?){1,2}$/u;
const GLUED = /^((?:\p{Lu}\.-?){1,2})(\p{Lu}(?:\p{L}|['’-](?=\p{L}))+)$/u;
/** What stands between a name and the author's office, place or paper. */
const TAIL = /\s*(?:,|\(|\s[–—-]\s|«|"|\/\/|;).*$/u;
const JOIN = /\s+(?:және|мен|пен|бен|и|and)\s+|\s*,\s*(?=(?:\p{Lu}\.\s?)?\p{Lu}\p{L}+\s\p{Lu})/u;

/** The author that a short paragraph at the end of a story names: «Самат ЕРЖАНОВ, «Ақсай жаршысы»», «Г. Оразбаева.»; null for any other. */
export function readByline(paragraph: string): Byline | null {
  const text = paragraph.trim();
  if (text.length > MAX_BYLINE || text.length < 4 || /[!?:;]$/u.test(text) || isCreditLine(text)) return null;
  const bare = text.replace(LEAD, '').replace(/^[–—-]\s*/u, '');
  const isLed = bare !== text;
  const authors = readAuthors(bare, isLed);
  return authors === null ? null : { author: authors, phrase: text };
}

function readAuthors(bare: string, isLed: boolean): string | null {
  const names = bare.split(JOIN).map((part) =>
    part
      .replace(TAIL, '')
      .replace(/(?<=\p{L}{2})\.$/u, '')
      .trim(),
  );
  const [first = ''] = names;
  if (!isPersonName(first, isLed) || !isTailShort(bare)) return null;
  const authors = names.filter((name, index) => index === 0 || isPersonName(name, false));
  return authors.join(', ');
}

/** An office, a place or a paper after the name, but no sentence: it begins small or quoted and holds no full stop inside. */
function isTailShort(bare: string): boolean {
  const tail = TAIL.exec(bare)?.[0] ?? '';
  return tail.length <= 80 && !/[.!?]\s+\p{Lu}/u.test(tail.replace(/(?<=\p{Lu})\.\s/gu, ''));
}

/** Whether the words are the name of a person: two or three capitalised words that look like one, or initials and a surname. */
export function isPersonName(text: string, isLed = false): boolean {
  const words = text.split(/\s+/).flatMap((word) => GLUED.exec(word)?.slice(1) ?? [word]);
  if (words.length < 2 || words.length > 4 || isOutletKey(coarseKey(text)) || canonicalNameOf(text) !== text)
    return false;
  if (!words.every((word) => NAME_WORD.test(word) || INITIALS.test(word)) || words.every((word) => INITIALS.test(word)))
    return false;
  if (words.some((word) => NOT_NAMES.has(word.toLowerCase()))) return false;
  return isLed || words.some((word) => INITIALS.test(word)) || looksLikePerson(words);
}

/** Whether words are the name of a person by a given name or the end of a surname among them. */
export function isKnownPerson(text: string): boolean {
  return isPersonName(text, true) && text.split(/\s+/).some((word) => isKnownName(word.toLowerCase()));
}

function isKnownName(word: string): boolean {
  return GIVEN_NAMES.has(word) || SURNAME_END.test(word);
}

function looksLikePerson(words: readonly string[]): boolean {
  const isLatin = words.every((word) => /^[\p{Script=Latin}'’-]+$/u.test(word));
  const capitals = words.filter((word) => word === word.toUpperCase());
  if (words.some((word) => isKnownName(word.toLowerCase()))) return true;
  if (capitals.length === words.length || isLatin) return false;
  return words.length <= 3;
}

/** «Фото автора», «Фото из архива газеты» */
const NOBODYS_PHOTO = /^(?:фото|сурет(?:тер)?|снимки)\s(?:автор|из\s|автордікі|редакци)[^.!?]{0,60}\.?$/iu;
const MAX_CREDIT = 200;
const MAX_SIGNATURE = 40;
/** A sentence that goes on after the credit. */
const GOES_ON = /[.!?]\s+\p{Lu}\p{L}+\s+\p{Ll}/u;

/** Whether a paragraph is only the credit of a picture or of a source: «Фото: ©X», «Дереккөз: X», «X баспасөз қызметі.»; it is no part of the body. */
export function isCreditLine(paragraph: string): boolean {
  const text = paragraph.trim();
  if (text.length > MAX_CREDIT || GOES_ON.test(text)) return false;
  if (isCopyrightCredit(text) || readPressLine(text).length > 0) return true;
  if (text.length <= MAX_SIGNATURE && readSignature(text).length > 0) return true;
  const label = readLabel(text);
  if (label !== null) return isNobody(label.credit) || readLabelled(text).length > 0;
  return (
    NOBODYS_PHOTO.test(text) || (mayBeBarePhoto(text) && readBarePhoto({ text, words: readWords(text) }).length > 0)
  );
}

/** Accounts that stand for nobody: `admin`, `admin2`, `Редакция`, `redaktsia@…`. */
const GENERIC =
  /^(?:admin|administrator|админ|администратор|әкімші|редакция|редактор|редакциядан|редакторы|redaktsi[ay]a?|redakci[yij]a|redakciya|redaction|redactor|redaktor|editor|editorial|editors|moderator|модератор|manager|менеджер|user|пользователь|guest|гость|қонақ|root|superuser|super user|webmaster|вебмастер|news|жаңалықтар|новости|press|newsroom|author|автор|anonym|anonymous|аноним|noname|content|контент|контент-менеджер|test|demo|site|сайт|publisher|operator|оператор|staff|team|support|desk|web|post|по умолчанию|default|none|null|unknown|корреспондент|тілші|our correspondent|соб\.? ?корр\.?|баспасөз қызметі|пресс-служба)[\s_.-]?\d{0,4}$/iu;
const GENERIC_WORD =
  /(?:^|\s)(?:редакция(?:сы)?|редакции|editorial|admin|баспасөз қызметі|пресс-служба|newsroom|газеті|газета)(?:\s|$)/iu;

/** Whether the name of an account or an author is no person's: a function, the newsroom, an address. */
export function isGenericAuthor(name: string): boolean {
  const text = name
    .trim()
    .slice(0, MAX_BYLINE)
    .replace(/[.:\s]+$/u, '');
  if (text.length < 2 || /@|^https?:|^\d+$/u.test(text)) return true;
  return GENERIC.test(text) || GENERIC_WORD.test(text) || (!isPersonName(text) && isOutletKey(coarseKey(text)));
}
