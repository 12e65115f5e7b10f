/** A character of UTF-8 shown byte by byte, where it stands. */
export interface UnitPlace {
  /** Signs that show it. */
  readonly signs: string;
  /** What it is. */
  readonly char: string;
  /** The signs before and behind it; a space at the ends of the text. */
  readonly before: string;
  readonly behind: string;
  /** True when another such character touches it. */
  readonly isBesideUnit: boolean;
  /** True when other such characters of the text have proven the wrong reading. */
  readonly isProven: boolean;
}

/** Letters of Cyrillic alphabets in use and those of the readers' charsets, which stand between two layers. */
const CYRILLIC =
  /^[\u0401-\u040c\u040e-\u044f\u0451-\u045c\u045e\u045f\u0490-\u0493\u049a\u049b\u04a2\u04a3\u04ae-\u04b1\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9]$/;
/** Letters of other Cyrillic alphabets (Uzbek ҳ, Tajik ҷ, Tatar җ): their signs may be those of words («Ті»), so they are believed beside others only. */
const RARE_CYRILLIC = /^[\u0494-\u0499\u049e-\u04a1\u04a4-\u04ab\u04b2-\u04b7\u04d0-\u04d7\u04e2\u04e3\u04ee-\u04f3]$/;
/** Marks and letters of two bytes besides. */
const LATIN = /^[\u00a0-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u01f4\u01f5\u0218-\u021b\u0259\u02c6-\u02dd]$/;
/** Accents that follow their letter. */
const COMBINING = /^[\u0300-\u036f]$/;
/** Marks, signs, and letters of more than two bytes. */
const WIDE_SIGN =
  /^(?:[\u2010-\u206f\u20a0-\u214f\u2190-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\ufb00-\ufb06\ufeff\uff01-\uffee\u3000-\u3002]|\ufe0f|[\u{1f000}-\u{1faff}])$/u;
const WIDE_LETTER = /^[\u1e00-\u1eff]$/;
/** Letters of other scripts: believed in pairs only. */
const OTHER_SCRIPT = /^[\u0370-\u03ff\u0531-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]$/;
const CONTROL = /[\u0080-\u009f]/;
const ANYWHERE = [CYRILLIC, WIDE_SIGN, CONTROL];
const SOMEWHERE = [RARE_CYRILLIC, LATIN, COMBINING, WIDE_LETTER, OTHER_SCRIPT];
const SMALL = /[a-z]/;
const CAPITAL = /[A-ZÀ-Þ]/;
/** An Indic or Thai character as windows-1252 shows it, no part of a French word. */
const NO_WORD = /^à[¤-º]\P{L}$/u;
/** What shows a combining accent, and no letter with a sign that prices or notes have behind it. */
const AFTER_ACCENT = /^.[€\u0081-\u009f]$/;
/** Signs that stand at the end of real words in capitals: ZZAJÉ’s, É¿, Ä and a no-break space. */
const BEHIND_WORDS = /^.[\u00a0’‘”“…–—»¿¡™]/;

/** What can be said of a code point without its place: it is no text, it depends on the place, it stands anywhere. */
export const NEVER = 1;
export const BY_PLACE = 2;
const ALWAYS = 3;
/** Code points whose verdict is remembered; 0 where none was given yet. */
const verdicts = new Uint8Array(0x3000);

/** `NEVER`, `BY_PLACE` or another number, which stands for always. */
export function verdictOf(codePoint: number): number {
  const known = verdicts[codePoint] ?? 0;
  if (known !== 0) return known;
  const char = String.fromCodePoint(codePoint);
  const isAlways = ANYWHERE.some((pattern) => pattern.test(char));
  const verdict = isAlways ? ALWAYS : SOMEWHERE.some((pattern) => pattern.test(char)) ? BY_PLACE : NEVER;
  if (codePoint < verdicts.length) verdicts[codePoint] = verdict;
  return verdict;
}

/** For characters whose verdict is by place: true for one that was taken apart, false for signs that stand beside each other by chance. */
export function admitsUnit(place: UnitPlace, charset: string): boolean {
  const { signs, char } = place;
  if (RARE_CYRILLIC.test(char)) return place.isBesideUnit;
  if (WIDE_LETTER.test(char)) return charset === 'windows-1252';
  if (OTHER_SCRIPT.test(char)) return !CYRILLIC_READERS.has(charset) && (place.isBesideUnit || NO_WORD.test(signs));
  if (COMBINING.test(char)) return charset === 'windows-1252' && AFTER_ACCENT.test(signs);
  if (charset === 'windows-1252') return LATIN.test(char) && admitsLatin(place);
  if (FRAME.test(signs)) return LATIN.test(char) && (place.isBesideUnit || isInSmallLetters(place));
  if (place.isProven || (place.isBesideUnit && MARK_LEAD.test(signs))) return LATIN.test(char);
  return LATIN.test(char) && (FEW_SIGNS.has(charset) || isInSmallLetters(place));
}

/** The lead of « and » as Mac OS Cyrillic and windows-1257 show it. */
const MARK_LEAD = /^[¬Ā]/;
/** Lines of a table that somebody drew, which cp437 may take for letters. */
const FRAME = /^[─┬├┼][│┤┐]$/;

/** Readers that show UTF-8 in signs no Latin word has. */
const FEW_SIGNS: ReadonlySet<string> = new Set([
  'windows-1251',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'kz-1048',
  'pt154',
  'koi8-u',
  'iso-8859-5',
  'cp437',
]);

/** Readers in which Cyrillic words themselves may look like bytes of other scripts: тог is U+2BA3 in ibm866. */
const CYRILLIC_READERS: ReadonlySet<string> = new Set([
  'windows-1251',
  'kz-1048',
  'pt154',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic',
  'iso-8859-5',
]);

function admitsLatin(place: UnitPlace): boolean {
  const { signs, before, behind } = place;
  if (CONTROL.test(signs) || place.isBesideUnit) return true;
  const lead = signs[0];
  if (lead === 'Â') return !CAPITAL.test(before);
  if (lead === 'Ã') return !signs.endsWith('\u00a0') || !CAPITAL.test(before) || SMALL.test(behind);
  return !BEHIND_WORDS.test(signs) && (place.isProven || isInSmallLetters({ before, behind }));
}

function isInSmallLetters({ before, behind }: Pick<UnitPlace, 'before' | 'behind'>): boolean {
  return SMALL.test(before) || SMALL.test(behind);
}
