import { charsetTable } from '../text/charsets.js';
import type { Change } from './change.js';

/** Quotes, dashes and an ellipsis of windows-1252 and windows-1251 (same bytes in both) that stayed C1 controls. */
const MARKS = /[\u0082\u0084\u0085\u008b\u0091-\u0097\u0099\u009b]/g;
const CONTROL = /[\u0080-\u009f]/g;
const NEXT_LINE = '\u0085';
/** U+0092 inside a word: an apostrophe only where one side is as short as in l’eau, qu’il, don’t, they’re; else a letter of Mac OS Roman (í). */
const INSIDE_WORD = /[a-z]{3}\u0092[a-z]{3}/i;

/** Turns controls that were typographic marks into them; null where none stands, where other controls do, or NEL alone. */
export function typeMarks(text: string): Change | null {
  const controls = text.match(CONTROL);
  if (controls === null || controls.every((control) => control === NEXT_LINE)) return null;
  if (text.match(MARKS)?.length !== controls.length || INSIDE_WORD.test(text)) return null;
  const table = charsetTable('windows-1252');
  const after = text.replace(MARKS, (control) => table[control.charCodeAt(0)] ?? control);
  return { method: 'windows-1252-as-latin-1', before: text, after };
}
