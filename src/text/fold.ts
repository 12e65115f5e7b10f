/** White space that a page folds into one space; NEL (U+0085) is left alone, damaged lines hold it as a byte of a letter. */
const SPACES = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** Signs without a glyph: soft hyphen, zero-width space, joiners at no letter's service, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Code points that the beginning of a text has once the text is folded; white space before its first sign is left as it is. */
export function foldedLength(beginning: string): number {
  const start = beginning.length - beginning.trimStart().length;
  const rest = beginning.slice(start).normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ');
  return start + [...rest].length;
}

/** The text as a record holds it: NFC, white space folded to single spaces and trimmed, invisible signs dropped. */
export function foldSpaces(text: string): string {
  if (isFolded(text)) return text.trim();
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Signs that NFC may put together with the one before them, halves of pairs. */
const JOINING = /[\p{M}\u1100-\u11ff\ud800-\udfff]/u;
/** What a code unit is to folding: it stays as it is wherever it stands, it is a space, it may have to be folded or composed. */
const [UNSEEN, STAYS, BLANK, CHANGES] = [0, 1, 2, 3];
/** By code unit, filled when first met. */
const units = new Uint8Array(0x10000);

/** True for a text that folding leaves as it is, a space at either end apart: most texts are. It has no signs of two code units. */
export function isFolded(text: string): boolean {
  let before = STAYS;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const known = units[code] ?? CHANGES;
    const unit = known === UNSEEN ? learn(code) : known;
    if (unit === CHANGES || (unit === BLANK && before === BLANK)) return false;
    before = unit;
  }
  return true;
}

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const isChanged = JOINING.test(char) || foldedChar(char) !== char;
  const unit = char === ' ' ? BLANK : isChanged ? CHANGES : STAYS;
  units[code] = unit;
  return unit;
}

function foldedChar(char: string): string {
  return char.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ');
}
