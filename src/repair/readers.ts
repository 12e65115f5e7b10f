import { charsetReverse } from '../text/charsets.js';

/** A charset that bytes may wrongly have been read in, with the way back. */
export interface Reader {
  readonly charset: string;
  /** Byte by code unit; 0 where the charset has no such character above 7F. */
  readonly byteOf: Uint8Array;
}

const readers = new Map<string, Reader>();

/** The reader of a charset. `windows-1252` stands for ISO 8859-1 as well: C1 controls stand for their own bytes. */
export function readerOf(charset: string): Reader {
  const known = readers.get(charset);
  if (known !== undefined) return known;
  const byteOf = new Uint8Array(0x10000);
  for (const [char, byte] of charsetReverse(charset)) byteOf[char.charCodeAt(0)] = byte;
  const reader = { charset, byteOf };
  readers.set(charset, reader);
  return reader;
}

/** Signs of windows-1252 that ISO 8859-1 lacks. */
const ONLY_1252 = /[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Name of the reader for the record: `latin-1` where a text shows no sign that only windows-1252 has. */
export function readerName(charset: string, text: string): string {
  return charset === 'windows-1252' && !ONLY_1252.test(text) ? 'latin-1' : charset;
}
