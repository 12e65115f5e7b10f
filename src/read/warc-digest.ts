import { createHash } from 'node:crypto';

/** Names of digests in WARC records → names of OpenSSL. */
const algorithms: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
  md5: 'md5',
};

const LABELLED = /^\s*([a-z0-9-]{2,10})\s*:\s*([A-Za-z0-9+/=_-]{16,140})\s*$/i;
const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Whether a labelled digest (`sha1:` and base 32, hexadecimal or base 64) fits any of the contents; null where it
 * cannot be told, because the algorithm is unknown.
 */
export function fitsDigest(labelled: string, contents: Iterable<Uint8Array>): boolean | null {
  const [, label = '', printed = ''] = LABELLED.exec(labelled) ?? [];
  const algorithm = algorithms[label.toLowerCase()];
  if (algorithm === undefined) return null;
  for (const content of contents) {
    const digest = createHash(algorithm).update(content).digest();
    if (spellings(digest).some((spell) => spell(printed))) return true;
  }
  return false;
}

function spellings(digest: Buffer): readonly ((printed: string) => boolean)[] {
  return [
    (printed) => printed.length < digest.length * 2 && toBase32(digest) === printed.toUpperCase().replace(/=+$/, ''),
    (printed) => digest.toString('hex') === printed.toLowerCase(),
    (printed) => digest.toString('base64url') === printed.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
  ];
}

/** RFC 4648, section 6, without padding. */
function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE_32[(value >>> bits) & 31] ?? '';
    }
  }
  return bits > 0 ? text + (BASE_32[(value << (5 - bits)) & 31] ?? '') : text;
}
