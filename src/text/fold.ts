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
  return text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}
