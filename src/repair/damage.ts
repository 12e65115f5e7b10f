import { signsOf } from './signs.js';

/** Kinds of damage that no decoding undoes: what wrong reader lost the bytes. */
export type DamageKind =
  | 'utf-8-as-latin-1'
  | 'utf-8-as-latin-1-twice'
  | 'utf-8-as-windows-1251'
  | 'utf-8-as-greek'
  | 'question-marks'
  | 'replacement-characters'
  | 'bytes-dropped'
  | 'font-codes';

/** Words without white space; NBSP stands for a byte in damaged text. */
const TOKEN = /[^ \t\r\n]+/g;
/** A lead byte of Cyrillic or of a dash (Ð Ñ Ò Ó) whose second byte is lost. */
const LONE_LEAD = /[ÐÑÒÓ](?![\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122])/g;
/** A letter of Cyrillic, both of its bytes shown: Ð° Ñƒ Ò£ Ó™. */
const WHOLE_LETTER =
  /[ÐÑ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[ÒÓ][\u0090-\u00bb‘-”•–—™š›œžŸ]/g;
const CYRILLIC = /[\u0400-\u052f]/g;
const ASCII_LETTER = /[A-Za-z]/;
/** Accented letters that no lead byte of Cyrillic or of a sign shows as: an 8-bit charset was read as another. */
const OTHER_ACCENT = /[ÀÁÃ-ÏÔ-ÖØ-áã-öø-ÿ]/;
/** Two layers, the signs between them lost: ÃÂ»ÃÂ. */
const TWO_LAYERS = /ÃÂ[\u00a0-\u00bf]?ÃÂ/;
/** A character of UTF-8 as windows-1251 shows it: РЎ С‚ В« вЂ”. */
const WHOLE_1251 =
  /(?:[ВРСТУ]|в[\u0402\u201e\u201a\u0403\u2020])[\u0098\u00a0-\u00bfЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇІіґёєјЅѕї№\u2013-\u203a\u20ac\u2122]/g;
/** Leads and ASCII signs, all that is left of a damaged word when its whole characters are taken out. */
const ONLY_LEADS_1251 = /^[РСТУ!-@[-`{-~]*$/;
const LEAD_1251 = /[РСТУ]/;
/** A letter was replaced inside or at the side of a word. */
const REPLACED = /\p{L}\ufffd|\ufffd\p{L}/u;
/** `?` between letters of one word: a letter that the charset lacked. */
const MARK_IN_WORD = /[а-яёі]\?+[а-яёі]/i;
const KAZAKH_LETTER = /[әғқңөұүһ]/i;
/** Codes of fonts that were cut down to the letters of one document: extended Latin, phonetic signs, Greek oddities in heaps. */
const FONT_CODES = /(?:[\u01c0-\u02af]|[\u0300-\u036f]|[\u0370-\u0383]){3}/g;
/** Letters of entities left alone when all other letters were dropped: «ұ , қ .» */
const LEFT_ALONE = /(?:^|[^\p{L}])[әғқңөұүһӘҒҚҢӨҰҮҺ]{1,2}(?=[^\p{L}]|$)/gu;
/** Cyrillic letters that bytes of windows-1251 stand for: where they were dropped, none is left. */
const LETTER_OF_1251 = /[\u0400-\u0491]/;

const GAP = /\s[\s,.:;!?)»-]/g;
/** `?` in places where questions do not end: «?лт», «жа?а», «қара? еді»; a clean copy may prove that a letter stood there. */
const MARK_ASTRAY = /[а-яё]\?+[а-яё]|\?\?|(?:^|[\s«"(-])\?[а-яёі]|[а-яё]\? [а-яё]/i;

/** What a text may have lost: worth a look for its clean copy, too little to call it damaged. */
export function suspectedDamageOf(text: string): DamageKind | null {
  return damageOf(text) ?? (MARK_ASTRAY.test(text) ? 'question-marks' : null);
}

/** Kinds of damage, the surest first, each with the signs one of which it cannot do without. */
const DAMAGES: readonly {
  readonly kind: DamageKind;
  readonly needs: RegExp;
  readonly shows: (text: string) => boolean;
}[] = [
  { kind: 'utf-8-as-latin-1-twice', needs: /Ã/, shows: (text) => TWO_LAYERS.test(text) },
  { kind: 'utf-8-as-latin-1', needs: /[ÐÑÒÓ]/, shows: hasLoneLeads },
  { kind: 'utf-8-as-windows-1251', needs: LEAD_1251, shows: hasLone1251 },
  { kind: 'replacement-characters', needs: /\ufffd/, shows: (text) => REPLACED.test(text) },
  { kind: 'utf-8-as-greek', needs: /[ΠΡ]/, shows: hasLoneGreek },
  { kind: 'question-marks', needs: /[а-яёі]/i, shows: hasMarksInWords },
  { kind: 'font-codes', needs: /[\u01c0-\u0383]/, shows: (text) => (text.match(FONT_CODES)?.length ?? 0) >= 3 },
  { kind: 'bytes-dropped', needs: KAZAKH_LETTER, shows: hasLettersLeftAlone },
];

/** What a text has lost, or null for a text that has lost nothing. Linear. */
export function damageOf(text: string): DamageKind | null {
  const signs = signsOf(text);
  if (signs === '') return null;
  return DAMAGES.find(({ needs, shows }) => needs.test(signs) && shows(text))?.kind ?? null;
}

/** Leads of Cyrillic as a Greek charset shows them, nearly all of its second bytes being lost there (reference: `pages.md`, K5). */
const GREEK_LEADS = /[ΠΡ]/g;
const FEWEST_GREEK_LEADS = 6;
/** Letters of Greek words, which no lead or second byte of Cyrillic shows as. */
const GREEK_WORD = /[Α-ΟΣ-Ωα-ω]/;

/** Words of Greek leads and of little that belongs to Greek. */
function hasLoneGreek(text: string): boolean {
  const words = (text.match(TOKEN) ?? []).filter((word) => (word.match(GREEK_LEADS)?.length ?? 0) >= 2);
  const strange = words.filter((word) => !GREEK_WORD.test(word) && !ASCII_LETTER.test(word));
  const leads = strange.join('').match(GREEK_LEADS)?.length ?? 0;
  return strange.length >= 2 && leads >= FEWEST_GREEK_LEADS && strange.length * 2 > words.length;
}

/** Single Kazakh letters among gaps and stray punctuation, and no other Cyrillic letter anywhere; Latin words stay. */
function hasLettersLeftAlone(text: string): boolean {
  if (LETTER_OF_1251.test(text) || (text.match(GAP)?.length ?? 0) < 3) return false;
  return (text.match(LEFT_ALONE)?.length ?? 0) >= 2;
}

/** `?` inside two words or more, and none of the letters it may stand for anywhere. */
function hasMarksInWords(text: string): boolean {
  if (!text.includes('?') || !MARK_IN_WORD.test(text) || KAZAKH_LETTER.test(text)) return false;
  return (text.match(TOKEN)?.filter((token) => MARK_IN_WORD.test(token)).length ?? 0) >= 2;
}

/** Lead bytes in words of Cyrillic or of other leads; a single Ñ, or one beside Latin letters, is a letter. */
function hasLoneLeads(text: string): boolean {
  let lone = 0;
  let signs = 0;
  let foreign = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (ASCII_LETTER.test(token)) continue;
    if (OTHER_ACCENT.test(token)) {
      foreign += 1;
      continue;
    }
    const leads = token.match(LONE_LEAD)?.length ?? 0;
    const letters = (token.match(WHOLE_LETTER)?.length ?? 0) + (token.match(CYRILLIC)?.length ?? 0);
    if (leads + letters < 2) continue;
    if (leads > 0) lone += 1;
    signs += leads + letters;
  }
  return lone > foreign && signs >= 3;
}

/** True for words of UTF-8 as windows-1251 shows it, some leads without their second byte. */
export function hasLone1251(text: string): boolean {
  let lone = 0;
  let whole = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const rest = token.replace(WHOLE_1251, '');
    if (!ONLY_LEADS_1251.test(rest)) continue;
    whole += (token.length - rest.length) >> 1;
    if (LEAD_1251.test(rest)) lone += 1;
  }
  return lone > 0 && whole >= 3 * lone;
}
