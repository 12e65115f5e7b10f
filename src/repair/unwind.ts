import { textCost } from '../text/letter-model.js';
import { spend } from '../text/work.js';
import type { Change } from './change.js';
import { hasLone1251 } from './damage.js';
import { isSuspect } from './gate.js';
import { giveUpBroken, restoreNbsp, showsLostNbsp } from './lost-bytes.js';
import { readerName, readerOf } from './readers.js';
import { signsOf } from './signs.js';
import { type Unwound, unwindLayer } from './utf8-units.js';

/** A charset that UTF-8 is wrongly read in. */
interface WrongReader {
  readonly charset: string;
  /** Signs one of which all that it shows begins with, or ends with. */
  readonly needs: RegExp;
  /** What it shows of every damaged word. */
  readonly shows: RegExp;
}

/**
 * Those with Kazakh letters show damage in letters that words in capitals have («КҮТҮР»), so that a small letter or a sign must stand where
 * no word has one.
 */
const WRONG_READERS: readonly WrongReader[] = [
  {
    charset: 'windows-1252',
    needs: /[\u00c2-\u00f4]/,
    shows: /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/,
  },
  {
    charset: 'windows-1251',
    needs: /[ВГРСТУвп]/,
    shows:
      /п¬[ЂЃ‚ѓ„…†]|[ВГРСТУв][\u0098-\u00bf\u02dc\u0401-\u040f\u0451-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]/,
  },
  {
    charset: 'kz-1048',
    needs: /[РСТУ]/,
    shows: /^(?=.*(?:\p{Ll}[РСТУ]|[РС][°¶·])).*[РСТУ][ҚҺқһҰұӘӨҒҮөғәҢңү]/su,
  },
  {
    charset: 'pt154',
    needs: /[РСТУ]/,
    shows: /^(?=.*(?:\p{Ll}[РСТУ]|[РС][°¶·])).*[РСТУ][ҖҒӮҲҮҠҢҚҺҸҗғӯҳүҡңқһҹЎўӨҘҰӘҜұҷөҶәҪҫҝ]/su,
  },
  { charset: 'koi8-u', needs: /[єіїґЄІЇҐ]/, shows: /[пярс][єіїґЄІЇҐ]/ },
  {
    charset: 'koi8-r',
    needs: /[бпярсБ]/,
    shows: /[бпярсБ][\u00a0\u00a9\u00b0\u00b2\u00b7\u00f7\u0401\u0451\u2219-\u25ff]/,
  },
  {
    charset: 'ibm866',
    needs: /[\u2500-\u257fт]/,
    shows: /[\u2500-\u257f][А-Яа-п\u2500-\u25ff]|т[АБВД-И][А-Яа-п\u2500-\u25ff]/,
  },
  {
    charset: 'x-mac-cyrillic',
    needs: /[\u00ac–—“”в]/,
    shows: /[\u00ac–—“”в][А-Я\u00a0-\u00bf\u0402-\u040f\u0453-\u045a\u0490\u0491\u2020-\u2022\u2122\u221e-\u2265]/,
  },
  { charset: 'iso-8859-5', needs: /[\u0080-\u009f]/, shows: /[абвг][\u0080-\u009f]/ },
  // Before its neighbour, which shows signs where this one leaves controls.
  {
    charset: 'iso-8859-7',
    needs: /[\u0080\u0082-\u0087\u0089\u008b\u0091-\u0097\u0099\u009b]/,
    shows: /[ΠΡ][\u0080-\u00bf\u0384-\u038f\u2015-\u2019\u20ac\u20af]/,
  },
  {
    charset: 'windows-1253',
    needs: /[ΠΡ]/,
    shows: /[ΠΡ][\u0080-\u00bf\u0192\u0384-\u038f\u2013-\u203a\u20ac\u2122]/,
  },
  {
    charset: 'iso-8859-2',
    needs: /[\u0080-\u009f]/,
    shows: /[ÂĂÄĹĆÇČâăäĺĐŃŇÓ][\u0080\u0082\u0084-\u0087\u0089-\u008f\u0091-\u0097\u0099-\u009f]/,
  },
  {
    charset: 'windows-1250',
    needs: /[ÂĂÄĹĆÇČÉĘËĚÍÎĎŘŮâăäĺĐŃŇÓ]/,
    shows: /[ÂĂÄĹĆÇČÉĘËĚÍÎĎŘŮâăäĺĐŃŇÓ][\u0080-\u00bf\u0104-\u017e\u02c7-\u02dd\u2013-\u203a\u20ac\u2122]/,
  },
  {
    charset: 'windows-1254',
    needs: /[ĞÑÒÓ]/,
    shows: /[ĞÑÒÓ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/,
  },
  {
    charset: 'windows-1257',
    needs: /[ÄÅĆĀāŠŅ]/,
    shows: /^(?!.*Đ).*[ÄÅĆĀāŠŅ][\u0080-\u00bf\u0100-\u017e\u02c7-\u02dd\u2013-\u203a\u20ac\u2122ÆØæø]/s,
  },
  { charset: 'macintosh', needs: /[¬√ƒ≈∆‚–—“”]/, shows: /[¬√ƒ≈∆‚–—“”][^\u0000-\u007f]/ },
  { charset: 'cp437', needs: /[\u2500-\u257fπΓ]/, shows: /[\u2500-\u257fπΓ][^\u0000-\u007f]/ },
];
/** Readers for which one character is evidence, its rules being strict. */
const SINGLE_UNITS: ReadonlySet<string> = new Set([
  'windows-1252',
  'iso-8859-2',
  'windows-1250',
  'windows-1257',
  'macintosh',
  'cp437',
]);
/** Readers of Latin news only: no use where leads of Cyrillic, or its letters, stand. */
const LATIN_READERS: ReadonlySet<string> = new Set([
  'iso-8859-2',
  'windows-1250',
  'windows-1257',
  'macintosh',
  'cp437',
]);
const CYRILLIC_DAMAGE = /[ÐÑ\u0400-\u052f]/;
/** Leads of Cyrillic as readers of Latin script show them. */
const CYRILLIC_SHOWN: ReadonlyMap<string, RegExp> = new Map([
  ['cp437', /[╨╤╥╙]/],
  ['macintosh', /[–—“”][\u00a0-\u00ff\u0131\u0192\u03a9\u03c0\u2202-\u2265]/],
]);
/** Bytes of ISO 8859-2 that stayed controls: windows-1250 would show them as signs. */
const CONTROLS_OF_8859 = /[\u0080\u0082\u0084-\u0087\u0089-\u008f\u0091-\u0097\u0099-\u009f]/;
/** What the less likely of two readers costs, in nats. */
const UNLIKELY_READER = 1;
/** Readers that differ in few bytes: the wrong one of them makes capitals behind small letters, and nothing is better than that. */
const CENTRAL_EUROPEAN: ReadonlySet<string> = new Set(['iso-8859-2', 'windows-1250']);
const MISPLACED = /\p{Ll}[^\u0000-\u007f\P{Lu}]/u;
const MOST_LAYERS = 3;
/** Passes over a text that undoing one reader and weighing what comes out takes. */
const UNWIND_STEPS = 10;
/** What unwinding must gain in likelihood, in nats, before it is believed. */
const LEAST_GAIN = 6;
/** Characters beside each other that need no further proof where nothing strange is left. */
const PROOF = 4;
/** Latin letters put together inside words of ASCII: proof for readers whose signs are Cyrillic, Greek or box drawing. */
const LATIN_PROOF = 2;

/** A dash, a quote, a ligature, or a Latin letter inside a Latin word as windows-1251 shows them: never met in clean text, so that one is enough. */
const MARK_1251 = /вЂ.|п¬[ЂЃ‚ѓ„…†]|[a-z]Г[\u00a0-\u00bf\u0402-\u040f\u0452-\u045f\u2013-\u203a]/;
/** A lone letter that may as well be a price behind a name. */
const PRICE = /Ã¥/;

interface Path {
  readonly cost: number;
  readonly changes: readonly Change[];
}

/** Undoes UTF-8 that was read in a wrong charset, up to three layers, literal letters in between left alone; empty where nothing is to be undone. */
export function unwindUtf8(text: string): readonly Change[] {
  if (!isShown(text)) return [];
  const before = textCost(text);
  const best = bestPath({ cost: before, changes: [] }, text, MOST_LAYERS);
  return before - best.cost >= LEAST_GAIN ? best.changes : [];
}

/** The same for a text that one wrong reading explains altogether, so that nothing need be weighed; or null. */
export function unwindWhole(text: string): Change | null {
  for (const { charset } of readersShowing(text)) {
    if (LATIN_READERS.has(charset)) continue;
    const { text: after, units, adjacent } = unwindLayer(text, readerOf(charset), false);
    // windows-1251 shows leads as letters: one that lost its second byte would look sound afterwards
    const isWhole = units >= PROOF && adjacent && !isSuspect(after);
    if (isWhole && !(charset === 'windows-1251' && hasLone1251(text)))
      return { method: `utf-8-as-${readerName(charset, text)}`, before: text, after };
  }
  return null;
}

/** Characters of UTF-8 that the likeliest wrong reader shows one by one. */
export function countUnits(text: string): number {
  return Math.max(0, ...readersShowing(text).map(({ charset }) => unwindLayer(text, readerOf(charset), false).units));
}

function isShown(text: string): boolean {
  return readersShowing(text).length > 0 || showsLostNbsp(text);
}

/** The readers that show what stands in a text. */
function readersShowing(text: string): readonly WrongReader[] {
  const signs = signsOf(text);
  return signs === '' ? [] : WRONG_READERS.filter(({ needs, shows }) => needs.test(signs) && shows.test(text));
}

/** The cheapest chain of layers. */
function bestPath(path: Path, text: string, layers: number): Path {
  if (layers === 0) return path;
  let best = path;
  for (const { charset, shows } of WRONG_READERS) {
    const start = restoreNbsp(text, charset);
    if (!shows.test(start) || isOutOfPlace(charset, text)) continue;
    spend(start.length * UNWIND_STEPS);
    const unwound = unwindSure(start, charset);
    if (unwound === null) continue;
    const after = charset === 'windows-1252' ? giveUpBroken(unwound.text) : unwound.text;
    const change = { method: `utf-8-as-${readerName(charset, text)}`, before: text, after };
    const proven = start === text ? 0 : LEAST_GAIN;
    const next = {
      cost: textCost(after) + readerCost(charset, text) - proven,
      changes: [...path.changes, change],
    };
    const found = bestPath(next, after, layers - 1);
    const isWrong = CENTRAL_EUROPEAN.has(charset) && MISPLACED.test(found.changes.at(-1)?.after ?? '');
    if (found.cost < best.cost && !isWrong) best = found;
  }
  return best;
}

/** True for a reader of Latin news where Cyrillic stands that it does not show. */
function isOutOfPlace(charset: string, text: string): boolean {
  return LATIN_READERS.has(charset) && CYRILLIC_DAMAGE.test(text) && CYRILLIC_SHOWN.get(charset)?.test(text) !== true;
}

/** A layer whose characters prove each other; where they do, doubtful ones between them are put together as well. */
function unwindSure(text: string, charset: string): Unwound | null {
  const reader = readerOf(charset);
  const strict = unwindLayer(text, reader, false);
  if (strict.units === 0 || !(strict.adjacent || isEnough(charset, text, strict))) return null;
  return strict.inWords >= LATIN_PROOF ? unwindLayer(text, reader, true) : strict;
}

/** True where a single character is evidence: the signs that show it are no part of any clean text. */
function isEnough(charset: string, text: string, { units, evident, inWords }: Unwound): boolean {
  if (inWords >= LATIN_PROOF) return true;
  if (charset === 'windows-1251') return MARK_1251.test(text);
  return SINGLE_UNITS.has(charset) && evident && (units > 1 || !PRICE.test(text));
}

/** Where bytes stayed controls, ISO 8859-2 was the reader, else windows-1250. */
function readerCost(charset: string, before: string): number {
  if (!CENTRAL_EUROPEAN.has(charset)) return 0;
  return CONTROLS_OF_8859.test(before) === (charset === 'iso-8859-2') ? 0 : UNLIKELY_READER;
}
