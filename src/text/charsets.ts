/** The upper half (bytes 80–FF) of charsets that `TextDecoder` lacks, and of windows-1252, which Node 20 reads as ISO 8859-1. */
const OWN_TABLES: Readonly<Record<string, string>> = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'kz-1048':
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\u0098™љ›њқһџ\u00a0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00ad®Ү°±Ііөµ¶·ё№ғ»әҢңү' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  pt154:
    'ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ' +
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
    'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
};

/** Signs that older tables of a charset put in the place of the newer ones: Mac Cyrillic before the euro and Ukrainian ґ. */
const OLDER_SIGNS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'x-mac-cyrillic': [
    ['¢', 0xa2],
    ['∂', 0xb6],
    ['¤', 0xff],
  ],
};

const tables = new Map<string, string>();
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
  const upper = OWN_TABLES[charset];
  if (upper !== undefined) return ascii + upper;
  const bytes = Uint8Array.from({ length: 128 }, (_, byte) => byte + 128);
  if (charset === 'latin-1') return ascii + String.fromCharCode(...bytes);
  const decoded = [...new TextDecoder(charset).decode(bytes)];
  return ascii + decoded.map((char, index) => (char === '\ufffd' ? String.fromCharCode(index + 128) : char)).join('');
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

/** True for the charsets whose tables stand here because `TextDecoder` does not read them. */
export function hasOwnTable(charset: string): boolean {
  return charset in OWN_TABLES;
}
