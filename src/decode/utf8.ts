/** What a byte string is, read as UTF-8. */
export interface Utf8Reading {
  /** Whole characters of more than one byte. */
  readonly multibyte: number;
  /** Bytes above 7F that belong to no whole character; a character cut off by the end of the file is none. */
  readonly broken: number;
}

/** A broken byte is forgiven for this many whole characters: 8-bit Cyrillic hardly ever forms one. */
const WHOLE_FOR_BROKEN = 4;
const FEWEST = 5;

/** Counts whole and broken characters of UTF-8. Linear. */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  let multibyte = 0;
  let broken = 0;
  let index = 0;
  while (index < bytes.length) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      index += 1;
      continue;
    }
    const length = sequenceLength(bytes, index);
    if (length > 0) {
      multibyte += 1;
      index += length;
    } else if (isCutOff(bytes, index)) break;
    else {
      broken += 1;
      index += 1;
    }
  }
  return { multibyte, broken };
}

/** True when bytes are UTF-8 though a few characters were broken on the way: no 8-bit text has that many whole ones. */
export function isNearlyUtf8(reading: Utf8Reading): boolean {
  if (reading.broken === 0) return reading.multibyte > 0;
  return reading.multibyte >= FEWEST && reading.multibyte >= reading.broken * WHOLE_FOR_BROKEN;
}

function expectedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Length of the whole character at a place, 0 where there is none (RFC 3629: no overlong forms, no surrogates). */
function sequenceLength(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0;
  const length = expectedLength(lead);
  if (length === 0 || start + length > bytes.length) return 0;
  for (let index = start + 1; index < start + length; index += 1) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[start + 1] ?? 0;
  const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

function isCutOff(bytes: Uint8Array, start: number): boolean {
  const length = expectedLength(bytes[start] ?? 0);
  if (length === 0 || start + length <= bytes.length) return false;
  return bytes.subarray(start + 1).every((byte) => (byte & 0xc0) === 0x80);
}
