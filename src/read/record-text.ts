import { isUtf8 } from 'node:buffer';

/** The text of one record of a table, and how the bytes of its pages are had from it. */
export interface RecordText {
  readonly text: string;
  /** True where the record is not UTF-8: each sign then stands for one byte, and the charset is for the decoder to tell. */
  readonly isBytes: boolean;
}

/** Reads the bytes of a JSON line or a row of a table: UTF-8 where they are, else byte for byte. */
export function toRecordText(bytes: Uint8Array): RecordText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isBytes = !isUtf8(buffer);
  return { text: buffer.toString(isBytes ? 'latin1' : 'utf8'), isBytes };
}

/** The bytes of a page found in a record. An escape beyond one byte (`\u049b`) shows that the page was text after all. */
export function payloadOf(content: string, isBytes: boolean): Uint8Array {
  return Buffer.from(content, isBytes && isByteText(content) ? 'latin1' : 'utf8');
}

function isByteText(content: string): boolean {
  for (let at = 0; at < content.length; at += 1) if (content.charCodeAt(at) > 0xff) return false;
  return true;
}
