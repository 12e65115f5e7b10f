import iconv from 'iconv-lite';

/** Charsets that `TextDecoder` lacks, and windows-1252, which Node 20 reads as ISO 8859-1; with iconv-lite's name of each. */
const FROM_ICONV: ReadonlyMap<string, string> = new Map([
  ['windows-1252', 'win1252'],
  ['kz-1048', 'rk1048'],
  ['pt154', 'pt154'],
  ['ibm855', 'cp855'],
  ['cp437', 'cp437'],
  ['latin-1', 'iso88591'],
]);

/** Signs that stand for a byte besides those of the table: what older tables put in the place of the newer ones (Mac Cyrillic before the euro and Ukrainian ґ). */
const OLDER_SIGNS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  // An entity that names the undefined byte (&#152;) is shown as the sign that windows-1252 has there.
  'windows-1251': [['˜', 0x98]],
  'x-mac-cyrillic': [
    ['¢', 0xa2],
    ['∂', 0xb6],
    ['¤', 0xff],
  ],
};

const tables = new Map<string, string>();
const units = new Map<string, Uint16Array>();
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const reverses = new Map<string, ReadonlyMap<string, number>>();

/** The 256 characters of an 8-bit charset by byte, in WHATWG's reading: undefined bytes are C1 controls. `latin-1` is ISO 8859-1 itself. */
export function charsetTable(charset: string): string {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const table = toTable(charset);
  tables.set(charset, table);
  return table;
}

function toTable(charset: string): string {
  const ascii = String.fromCharCode(...Array.from({ length: 128 }, (_, byte) => byte));
  const bytes = Uint8Array.from({ length: 128 }, (_, byte) => byte + 128);
  const name = FROM_ICONV.get(charset);
  const decoded = name === undefined ? new TextDecoder(charset).decode(bytes) : iconv.decode(bytes, name);
  const upper = Array.from(decoded, (char, index) => (char === '\ufffd' ? String.fromCharCode(index + 128) : char));
  return ascii + upper.join('');
}

/** Text of bytes in an 8-bit charset, by its table. */
export function textByTable(bytes: Uint8Array, charset: string): string {
  const known = units.get(charset) ?? Uint16Array.from(charsetTable(charset), (char) => char.charCodeAt(0));
  units.set(charset, known);
  const text = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) text[index] = known[bytes[index] ?? 0] ?? 0;
  return utf16.decode(text);
}

/** Character → byte of an 8-bit charset, for the bytes 80–FF; C1 controls stand for their own bytes, as readers leave them. */
export function charsetReverse(charset: string): ReadonlyMap<string, number> {
  const known = reverses.get(charset);
  if (known !== undefined) return known;
  const reverse = new Map<string, number>();
  for (let byte = 0x80; byte <= 0x9f; byte += 1) reverse.set(String.fromCharCode(byte), byte);
  for (const [sign, byte] of OLDER_SIGNS[charset] ?? []) reverse.set(sign, byte);
  [...charsetTable(charset)].forEach((char, byte) => {
    if (byte >= 0x80) reverse.set(char, byte);
  });
  reverses.set(charset, reverse);
  return reverse;
}

/** True for the charsets that `TextDecoder` does not read, or reads otherwise. */
export function hasOwnTable(charset: string): boolean {
  return FROM_ICONV.has(charset);
}
