/**
 * Signs that clean Kazakh and Russian text does not hold: controls, accented letters, letters of other Cyrillic alphabets, box
 * drawing, U+FFFD; a capital after a small letter; `?` inside a word; an entity; UTF-8 as windows-1251 or Mac Cyrillic shows it.
 */
const SUSPECT =
  /[\u0080-\u009f\u00a1-\u00aa\u00ac\u00ae-\u00ba\u00bc-\u03ff\u0400\u0402-\u0405\u0407-\u040f\u0450\u0452-\u0455\u0457-\u0491\u0494-\u0499\u049c-\u04a1\u04a4-\u04ad\u04b2-\u04b9\u04bc-\u04d7\u04da-\u04e7\u04ea-\u052f\u2020-\u2022\u2030-\u203f\u20ac\u2122\u2190-\u25ff\ufffd]|[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]|\?[а-яёі?]|[а-яё]\? [а-яё]|&(?:#|[a-z])|[–—][А-Я][–—][А-Я]|[\s«(-][ғқңөұүһ]\s?[\s,.)»]/;
const SMALL = /[а-яёәғқңөұүһі]/;
const CAPITALS = /[А-ЯЁ]{3}/;

/** True for a text that may be damaged; everything else passes untouched. A text without small letters may be KOI8 read as windows-1251. Linear. */
export function isSuspect(text: string): boolean {
  return SUSPECT.test(text) || (CAPITALS.test(text) && !SMALL.test(text));
}

/** Words of people who write about encodings: what looks damaged there is meant. */
const ABOUT_ENCODINGS =
  /кодировк|кракозябр|юникод|unicode|\butf-?8|mojibake|\bencoding|charset|koi-?8|windows-125\d|cp-?125\d|iso-?8859|\bascii|кодтау|html-?\s?(?:код|сущност|тег)/i;

/** From the first quote to the last: in a text about encodings an example, which may hold quotes of its own («Ð»» is л). */
const QUOTED: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['`', '`'],
];

/** True for a text that speaks of encodings. */
export function isAboutEncodings(text: string): boolean {
  return ABOUT_ENCODINGS.test(text);
}

/** The text without what it quotes. */
export function withoutQuotes(text: string): string {
  return QUOTED.reduce((rest, [open, close]) => {
    const start = rest.indexOf(open);
    const end = rest.lastIndexOf(close);
    return start < 0 || end <= start ? rest : `${rest.slice(0, start)} ${rest.slice(end + 1)}`;
  }, text);
}
