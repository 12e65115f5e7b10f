import type { Change } from './change.js';
import { signsOf } from './signs.js';
import { unwindWhole } from './unwind.js';

/** Second bytes of Cyrillic as windows-1252 and ISO 8859-1 show them, in small letters. */
const SECOND = '[\\u0080-\\u00bf\\u0153\\u0161\\u017e\\u0192\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122ÿ]';
/** Small letters that leads of Cyrillic become when a program puts the damaged text into small letters. */
const LOWERED_LEAD = new RegExp(`[ðñòó]${SECOND}`, 'g');
const LOWERED_LEADS = /[ðñòó]/;
const FEWEST_LOWERED = 4;
const CAPITAL_LEAD = /[ÐÑ]/;
/** ъ, ь, ю and п: their second bytes had capitals of windows-1252. */
const LOWERED_SECOND = /Ñ[šœž]|Ðÿ/g;
/** The lead of a quote, a no-break space or a degree. */
const LOWERED_MARK = /â(?=[«»\u00a0°§©®·±](?![\u0080-\u00bf\u20ac\u2122]))/g;

/** UTF-8 read in windows-1252 or ISO 8859-1 and put into small letters afterwards: its bytes can still be told. Null for any other text. */
export function unwindLowered(text: string): Change | null {
  if (
    !LOWERED_LEADS.test(signsOf(text)) ||
    CAPITAL_LEAD.test(text) ||
    (text.match(LOWERED_LEAD)?.length ?? 0) < FEWEST_LOWERED
  )
    return null;
  const raised = text
    .replace(LOWERED_LEAD, (pair) => pair.charAt(0).toUpperCase() + pair.charAt(1))
    .replace(LOWERED_SECOND, (pair) => pair.charAt(0) + pair.charAt(1).toUpperCase())
    .replace(LOWERED_MARK, 'Â');
  const whole = unwindWhole(raised);
  return whole === null ? null : { ...whole, before: text };
}

/** Second bytes of Cyrillic that windows-1251 shows as signs without case. */
const SIGN_1251 =
  '[\\u00a0\\u00a4\\u00a6\\u00a7\\u00a9\\u00ab-\\u00ae\\u00b0\\u00b1\\u00b5-\\u00b7\\u00bb\\u2013-\\u203a\\u20ac\\u2116\\u2122]';
const SMALL_1251 = '[ђѓљњќћџўјґёєїіѕ]';
const CAPITAL_1251 = '[ЂЃЉЊЌЋЏЎЈҐЁЄЇІЅ]';
const LEADS_1251 = /[рсту]/i;
const SMALL_PAIR = new RegExp(`[рсту](?:${SIGN_1251}|${SMALL_1251})`, 'g');
const CAPITAL_PAIR = new RegExp(`[РСТУ](?:${SIGN_1251}|${CAPITAL_1251})`, 'g');
const HAS_SMALL = /\p{Ll}/u;
const HAS_CAPITAL = /\p{Lu}/u;
/** Pairs that make the text damaged: so many, and one to so many signs. */
const FEWEST_PAIRS = 6;
const LEAST_SHARE = 3;

/** True for UTF-8 read in windows-1251 and put into capitals or small letters afterwards: с and у became one, nobody can tell which. */
export function isUndecided(text: string): boolean {
  if (!LEADS_1251.test(signsOf(text))) return false;
  const pattern = !HAS_CAPITAL.test(text) ? SMALL_PAIR : HAS_SMALL.test(text) ? null : CAPITAL_PAIR;
  const pairs = pattern === null ? 0 : (text.match(pattern)?.length ?? 0);
  return pairs >= FEWEST_PAIRS && pairs * LEAST_SHARE > text.length;
}
