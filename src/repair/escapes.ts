import { charsetTable } from '../text/charsets.js';
import { textCost } from '../text/letter-model.js';
import type { Change } from './change.js';

/** `\u0436`, as programs write letters in strings. */
const ESCAPE = /\\u([0-9a-f]{4})/gi;
/** The same whose backslashes were taken away: `u0436u0430`; single ones where the text has rows of them. */
const BARE_ROW = /(?:u0[45][0-9a-f]{2}){3}/i;
const BARE = /u(0[0-5][0-9a-f]{2}|20[0-2][0-9a-f]|20ac|2116|2122)/gi;
/** What every one of them has. */
const ESCAPED = /\\u|u0/i;
/** Escapes that need no letter at their side. */
const FEWEST_ESCAPES = 3;
const BESIDE_LETTER = /[\p{L}»”"]\\u[0-9a-f]{4}|\\u[0-9a-f]{4}(?!\\u)[\p{L}«“"]/iu;
/** Letters, marks and spaces of texts; a text that escapes anything else is no prose. */
const PROSE = /^[\u00a0-\u024f\u0400-\u052f\u2010-\u203a\u20ac\u2116\u2122]$/;
/** Signs of programs: what they escape is meant so. */
const CODE = /[={}<>]|\w\(|\\[nrt]/;
/** A word of `%D0%B6`, `%u0436` and what such words leave as it is; an address has slashes and more. */
const PERCENT_WORD = /(?<!\S)(?:%[0-9a-f]{2}|%u[0-9a-f]{4}|[\w.,!?;:()'"~*+«»…–—-])+(?!\S)/gi;
const PERCENT = /%(?:u([0-9a-f]{4})|([0-9a-f]{2}))/gi;
const FEWEST_PERCENTS = 3;
/** A dash or a number sign between words that were escaped one by one. */
const MARK_ALONE = /^%u(?:201[0-9a-f]|2116)\d*$/i;
const LETTERS = /[\u00c0-\u024f\u0400-\u052f]/;
const NO_TEXT = /[\u0000-\u001f\u0080-\u009f\ufffd]/;
/** Words of windows-1251 cost less, in nats a letter. */
const PLAUSIBLE_COST = 4;

/** Reads letters that a program wrote as `\u0436`, with their backslash or without; null where there is none. Code keeps its own. */
export function readEscapes(text: string): Change | null {
  if (!ESCAPED.test(text) || CODE.test(text)) return null;
  const escapes = text.match(ESCAPE) ?? [];
  const isBare = BARE_ROW.test(text);
  if (escapes.length === 0 && !isBare) return null;
  if (escapes.length > 0 && escapes.length < FEWEST_ESCAPES && !BESIDE_LETTER.test(text)) return null;
  const chars = escapes.map((found) => String.fromCharCode(Number.parseInt(found.slice(2), 16)));
  if (!chars.every((char) => PROSE.test(char))) return null;
  const read = (_found: string, code: string) => String.fromCharCode(Number.parseInt(code, 16));
  const whole = text.replace(ESCAPE, read);
  const after = isBare && escapes.length === 0 ? whole.replace(BARE, read) : whole;
  return { method: 'unicode-escapes', before: text, after };
}

/** Reads words that were escaped for an address, `%D0%B6`, `%u0436` or a byte of windows-1251; null where there is none. Addresses stay. */
export function readPercents(text: string): Change | null {
  if (!text.includes('%')) return null;
  const isForm = !/\s/.test(text);
  const after = text.replace(PERCENT_WORD, (word) => readWord(isForm ? word.replaceAll('+', ' ') : word) ?? word);
  return after === text ? null : { method: 'percent-encoding', before: text, after };
}

function readWord(word: string): string | null {
  if (MARK_ALONE.test(word)) return readBytes(word);
  if ((word.match(PERCENT)?.length ?? 0) < FEWEST_PERCENTS) return null;
  const utf8 = readUtf8(word);
  const after = utf8 ?? readBytes(word);
  if (!LETTERS.test(after) || NO_TEXT.test(after)) return null;
  return utf8 !== null || /%u/i.test(word) || textCost(after) <= after.length * PLAUSIBLE_COST ? after : null;
}

function readUtf8(word: string): string | null {
  if (/%u/i.test(word)) return null;
  try {
    return decodeURIComponent(word);
  } catch {
    return null;
  }
}

/** `%u0436` by its code, `%E6` as a byte of windows-1251. */
function readBytes(word: string): string {
  const table = charsetTable('windows-1251');
  return word.replace(PERCENT, (_, code?: string, byte?: string) =>
    code === undefined
      ? (table[Number.parseInt(byte ?? '', 16)] ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
