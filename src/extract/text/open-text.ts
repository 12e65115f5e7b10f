import type { PageDocument } from '../document.js';

/** Only LF and CRLF end a line: damaged lines may hold U+0085, U+2028 or a lone CR as bytes of a letter. */
const LINE_END = /\r?\n/;

/** Opens a text dump: its segments are its lines as found, without the line ends. */
export function openText(text: string): PageDocument {
  return { form: 'text', segments: text.split(LINE_END) };
}
