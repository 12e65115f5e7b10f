/**
 * Signs that clean Kazakh and Russian text does not hold: controls, accented letters, letters of other Cyrillic alphabets, box
 * drawing, U+FFFD; a capital after a small letter; `?` inside a word; an entity; a letter escaped by a program or for an address; UTF-8 as windows-1251 or Mac Cyrillic shows it.
 */
const SUSPECT =
  /[\u0080-\u009f\u00a1-\u00aa\u00ac\u00ae-\u00ba\u00bc-\u03ff\u0400\u0402-\u0405\u0407-\u040f\u0450\u0452-\u0455\u0457-\u0491\u0494-\u0499\u049c-\u04a1\u04a4-\u04ad\u04b2-\u04b9\u04bc-\u04d7\u04da-\u04e7\u04ea-\u052f\u2020-\u2022\u2030-\u203f\u20ac\u2122\u2190-\u25ff\ufffd]|[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]|\?[а-яёі?]|[а-яё]\? [а-яё]|&(?:#|[A-Z]?[a-z])|\\u[0-9a-f]{4}|u0[045][0-9a-fA-F]{2}|%(?:[c-fC-F][0-9a-fA-F]%|u[0-9a-fA-F]{4})|[–—][А-Я][–—][А-Я]|[\s«(-][ғқңөұүһ]\s?[\s,.)»]/;
const SMALL = /[а-яёәғқңөұүһі]/;
/** Two of them in a row: a word of one letter («В») begins a line of KOI8 read as windows-1251 with a small one. */
const SMALL_PAIR = /[а-яёәғқңөұүһі]{2}/;
const CAPITALS = /[А-ЯЁ]{3}/;

/**
 * Kinds of sign: any other, small letter, small letter that Kazakh alone has, capital, dash, one that is worth a closer look by itself,
 * and those that escapes begin with: `u`, `0`, `%`, the first figure of a lead byte.
 */
const [OTHER, LOWER, KAZAKH, UPPER, DASH, ODD, LETTER_U, ZERO, PERCENT, LEAD] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const KINDS = 10;
/** Letters and signs of clean text by kind; `?` and `&` are clean in most places. */
const KIND_OF: readonly (readonly [RegExp, number])[] = [
  [/[ғқңөұүһ]/, KAZAKH],
  [SMALL, LOWER],
  [/[А-ЯЁӘҒҚҢӨҰҮҺІ]/, UPPER],
  [/[–—]/, DASH],
  [/[?&\\]/, ODD],
  [/u/, LETTER_U],
  [/0/, ZERO],
  [/%/, PERCENT],
  [/[c-fC-F]/, LEAD],
  [SUSPECT, ODD],
];
/** What stands before a sign: none of these, a small letter, a Kazakh one that follows no letter, a capital, a dash, `u`, `%`. */
const [BETWEEN, IN_WORD, LONE, IN_CAPITALS, BEHIND_DASH, BEHIND_U, BEHIND_PERCENT, CLOSER] = [0, 1, 2, 3, 4, 5, 6, 7];
/** The place behind a sign by the place before it and its kind; CLOSER where the text wants a closer look. */
// biome-ignore format: a table, a place a row, a kind a column
const NEXT = Uint8Array.of(
  BETWEEN, IN_WORD, LONE,    IN_CAPITALS, BEHIND_DASH, CLOSER, BEHIND_U, BETWEEN, BEHIND_PERCENT, BETWEEN,
  BETWEEN, IN_WORD, IN_WORD, CLOSER,      BEHIND_DASH, CLOSER, BEHIND_U, BETWEEN, BEHIND_PERCENT, BETWEEN,
  CLOSER,  IN_WORD, IN_WORD, CLOSER,      CLOSER,      CLOSER, CLOSER,   CLOSER,  CLOSER,         CLOSER,
  BETWEEN, IN_WORD, IN_WORD, IN_CAPITALS, BEHIND_DASH, CLOSER, BEHIND_U, BETWEEN, BEHIND_PERCENT, BETWEEN,
  BETWEEN, IN_WORD, LONE,    CLOSER,      BEHIND_DASH, CLOSER, BEHIND_U, BETWEEN, BEHIND_PERCENT, BETWEEN,
  BETWEEN, IN_WORD, LONE,    IN_CAPITALS, BEHIND_DASH, CLOSER, BEHIND_U, CLOSER,  BEHIND_PERCENT, BETWEEN,
  BETWEEN, IN_WORD, LONE,    IN_CAPITALS, BEHIND_DASH, CLOSER, CLOSER,   BETWEEN, BEHIND_PERCENT, CLOSER,
);
const UNSEEN = 255;
/** By code unit, filled when first met. */
const kinds = new Uint8Array(0x10000).fill(UNSEEN);

/** True for a text that may be damaged; everything else passes untouched. A text without a word in small letters may be KOI8 read as windows-1251. Linear. */
export function isSuspect(text: string): boolean {
  return !isPlain(text) && (SUSPECT.test(text) || (CAPITALS.test(text) && !SMALL_PAIR.test(text)));
}

/** True for most texts: signs and neighbours in which nothing is to be seen. A third of the cost of looking for each damage. */
function isPlain(text: string): boolean {
  let place = BETWEEN;
  let met = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const known = kinds[code] ?? ODD;
    const kind = known === UNSEEN ? learn(code) : known;
    place = NEXT[place * KINDS + kind] ?? CLOSER;
    if (place === CLOSER) return false;
    met |= 1 << kind;
  }
  return (met & (1 << UPPER)) === 0 || ((met & ((1 << LOWER) | (1 << KAZAKH))) !== 0 && SMALL_PAIR.test(text));
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const kind = KIND_OF.find(([pattern]) => pattern.test(char))?.[1] ?? OTHER;
  kinds[code] = kind;
  return kind;
}

/** Words of people who write about encodings: what looks damaged there is meant. */
const ABOUT_ENCODINGS =
  /кодировк|кракозябр|юникод|unicode|\butf-?8|mojibake|\bencoding|charset|koi-?8|windows-125\d|cp-?125\d|iso-?8859|\bascii|кодтау|html-?\s?(?:код|сущност|тег)|сущност\S{0,3} html/i;

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
