import { nameKey } from './name-key.js';

/** A piece of a line: a run of digits, a word, or any other single character; white space lies between tokens. */
export interface DateToken {
  readonly kind: 'number' | 'word' | 'mark';
  readonly text: string;
  /** Of a number of at most six digits; else NaN. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** Whether it follows the token before it without white space. */
  readonly tight: boolean;
}

type TokenOf<Kind extends DateToken['kind']> = DateToken & { readonly kind: Kind };

/** `24`, `٢٤`, `2О19` with letters for noughts | `маусым`, `п’ятниця` | any sign; invisible signs (soft hyphen, direction marks) are passed over. */
const TOKEN = /\p{Nd}+(?:(?:[OО]\p{Nd}{0,3}){1,3}(?!\p{L}))?|\p{L}[\p{L}\p{M}'’‘ʼʻ`´]*|[^\s\p{Cf}]/gu;
const DIGIT = /^\p{Nd}/u;
const LETTER = /^\p{L}/u;
const NOUGHTS = /[OО]/g;
/** Zero of each row of digits that papers print: ASCII, Arabic, Persian, full-width. */
const ZEROS = [0x30, 0x660, 0x6f0, 0xff10];
const LONGEST_NUMBER = 6;

/** Splits a line into tokens; offsets are UTF-16 units. */
export function tokensOf(text: string): readonly DateToken[] {
  return tokensOfKnown(text, () => true) ?? [];
}

/** The same for a line of known words; null, and no look at the rest, where one is not. */
export function tokensOfKnown(text: string, isKnown: (word: string) => boolean): readonly DateToken[] | null {
  const tokens: DateToken[] = [];
  let last = -1;
  for (const { 0: piece, index: start } of text.matchAll(TOKEN)) {
    const kind = DIGIT.test(piece) ? 'number' : LETTER.test(piece) ? 'word' : 'mark';
    if (kind === 'word' && !isKnown(piece)) return null;
    const end = start + piece.length;
    tokens.push({
      kind,
      text: piece,
      value: kind === 'number' ? numberOf(piece.replace(NOUGHTS, '0')) : Number.NaN,
      start,
      end,
      tight: start === last,
    });
    last = end;
  }
  return tokens;
}

/** Whether the token is one of the marks, each a single character. */
export function isMark(token: DateToken | undefined, marks: string): token is TokenOf<'mark'> {
  return token?.kind === 'mark' && marks.includes(token.text);
}

/** Whether the token is a word whose `nameKey` is in the set. */
export function isWordOf(token: DateToken | undefined, keys: ReadonlySet<string>): token is TokenOf<'word'> {
  return token?.kind === 'word' && token.text.length <= 24 && keys.has(nameKey(token.text));
}

/** Whether the token is a number of so many digits. */
export function isNumber(token: DateToken | undefined, fewest: number, most: number): token is TokenOf<'number'> {
  return token?.kind === 'number' && token.text.length >= fewest && token.text.length <= most;
}

function numberOf(digits: string): number {
  if (digits.length > LONGEST_NUMBER) return Number.NaN;
  let value = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const code = digits.charCodeAt(index);
    const zero = ZEROS.find((row) => code >= row && code <= row + 9);
    value = zero === undefined ? Number.NaN : value * 10 + code - zero;
  }
  return value;
}
