/** The byte order mark of UTF-8. */
export const UTF8_MARK: readonly number[] = [0xef, 0xbb, 0xbf];
const MARKS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: UTF8_MARK, charset: 'utf-8' },
  { bytes: [0xff, 0xfe], charset: 'utf-16le' },
  { bytes: [0xfe, 0xff], charset: 'utf-16be' },
];
/** Bytes looked at for the pattern of UTF-16. */
const SAMPLE = 4096;
/** Share of units whose upper byte is 00 (ASCII, Latin-1) or 04 (Cyrillic); the rest is punctuation of the 20xx and 21xx kind. */
const UTF16_SHARE = 0.8;

/** Charset of the byte order mark, or null. */
export function readBom(bytes: Uint8Array): string | null {
  return MARKS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte))?.charset ?? null;
}

/** UTF-16 without a mark, told by upper bytes (00, 04) at every second place and hardly elsewhere; or null. */
export function readUtf16Pattern(bytes: Uint8Array): string | null {
  const units = Math.min(bytes.length, SAMPLE) >> 1;
  if (units < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < units * 2; index += 2) {
    if (isUpperByte(bytes[index])) even += 1;
    if (isUpperByte(bytes[index + 1])) odd += 1;
  }
  if (odd >= units * UTF16_SHARE && even < units / 4) return 'utf-16le';
  return even >= units * UTF16_SHARE && odd < units / 4 ? 'utf-16be' : null;
}

function isUpperByte(byte: number | undefined): boolean {
  return byte === 0x00 || byte === 0x04;
}
