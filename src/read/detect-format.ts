/** What a dump is: a format that has a reader, a file that is no page, or a container that cannot be read yet. */
export type DetectedFormat =
  | { readonly kind: 'dump'; readonly format: string }
  | { readonly kind: 'no-page'; readonly detail: string }
  | { readonly kind: 'unsupported'; readonly format: string };

/** How many bytes from the beginning are looked at. */
export const SNIFF_BYTES = 65_536;

interface Signature {
  readonly at: number;
  readonly bytes: readonly number[] | string;
  readonly found: DetectedFormat;
}

const noPage = (detail: string): DetectedFormat => ({ kind: 'no-page', detail });
const unsupported = (format: string): DetectedFormat => ({ kind: 'unsupported', format });

/** First bytes of files that are no text (WHATWG MIME Sniffing, sections 6 and 7, and the formats' own specifications). */
const signatures: readonly Signature[] = [
  { at: 0, bytes: [0xff, 0xd8, 0xff], found: noPage('image') },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', found: noPage('image') },
  { at: 0, bytes: 'GIF8', found: noPage('image') },
  { at: 8, bytes: 'WEBP', found: noPage('image') },
  { at: 0, bytes: 'BM', found: noPage('image') },
  { at: 0, bytes: [0, 0, 1, 0], found: noPage('image') },
  { at: 0, bytes: 'II*\0', found: noPage('image') },
  { at: 0, bytes: 'MM\0*', found: noPage('image') },
  { at: 0, bytes: '%PDF-', found: noPage('pdf') },
  { at: 4, bytes: 'ftyp', found: noPage('video') },
  { at: 0, bytes: [0x1a, 0x45, 0xdf, 0xa3], found: noPage('video') },
  { at: 0, bytes: 'ID3', found: noPage('audio') },
  { at: 0, bytes: 'OggS', found: noPage('audio') },
  { at: 0, bytes: 'wOF', found: noPage('font') },
  { at: 0, bytes: [0, 1, 0, 0, 0], found: noPage('font') },
  { at: 0, bytes: 'SQLite format 3\0', found: noPage('database') },
  { at: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0], found: noPage('office') },
  { at: 0, bytes: 'PK\x03\x04', found: unsupported('zip') },
  { at: 0, bytes: [0x1f, 0x8b], found: unsupported('gzip') },
  { at: 0, bytes: 'BZh', found: unsupported('bzip2') },
  { at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], found: unsupported('xz') },
  { at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd], found: unsupported('zstd') },
  { at: 0, bytes: 'WARC/', found: unsupported('warc') },
  { at: 0, bytes: 'filedesc://', found: unsupported('arc') },
  { at: 257, bytes: 'ustar', found: unsupported('tar') },
];

/** Names that tell what a text is when its content does not. */
const textExtensions: ReadonlyMap<string, DetectedFormat> = new Map([
  ['css', noPage('stylesheet')],
  ['js', noPage('script')],
  ['mjs', noPage('script')],
  ['svg', noPage('image')],
  ['json', noPage('json')],
  ['xml', noPage('xml')],
  ['csv', noPage('table')],
  ['html', { kind: 'dump', format: 'html' }],
  ['htm', { kind: 'dump', format: 'html' }],
  ['xhtml', { kind: 'dump', format: 'html' }],
  ['shtml', { kind: 'dump', format: 'html' }],
]);

const HTML_START = /^(?:\s|<!--[^>]*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/i;
const HTML_PARTS = /<(?:head|body|meta|title|div|article|table)\b[^>]*>/i;
const XML_START = /^\s*<(?:\?xml|rss|feed|urlset|sitemapindex|svg)\b/i;
const JSON_START = /^\s*[[{]/;
const JSON_OBJECT_START = /^\s*\{/;

/** Tells what a dump is from its first bytes, then from its name. `head` holds at most `SNIFF_BYTES` and is not empty. */
export function detectFormat(head: Uint8Array, name: string): DetectedFormat {
  const signature = signatures.find((entry) => hasBytes(head, entry));
  if (signature) return signature.found;
  const text = sniffText(head);
  return text === null ? noPage('binary') : detectTextFormat(text, name);
}

function detectTextFormat(text: string, name: string): DetectedFormat {
  if (HTML_START.test(text)) return { kind: 'dump', format: 'html' };
  if (JSON_START.test(text)) return detectJson(text, name);
  if (XML_START.test(text)) return noPage('xml');
  const named = textExtensions.get(extensionOf(name));
  if (named) return named;
  return { kind: 'dump', format: HTML_PARTS.test(text.slice(0, 4096)) ? 'html' : 'text' };
}

/** JSON Lines holds one object a line; anything else that begins like JSON is a file beside the pages. */
function detectJson(text: string, name: string): DetectedFormat {
  const jsonLines: DetectedFormat = { kind: 'dump', format: 'jsonl' };
  if (/^(?:jsonl|ndjson)$/.test(extensionOf(name))) return jsonLines;
  const lineEnd = text.trimStart().indexOf('\n');
  const firstLine = lineEnd < 0 ? text.trimStart() : text.trimStart().slice(0, lineEnd);
  if (JSON_OBJECT_START.test(text) && (isJson(firstLine) || (lineEnd < 0 && text.length >= SNIFF_BYTES)))
    return jsonLines;
  return isJson(text) || extensionOf(name) === 'json' ? noPage('json') : { kind: 'dump', format: 'text' };
}

/** The head as text of which only ASCII matters, or null where it is no text at all. */
function sniffText(head: Uint8Array): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head);
  const nuls = [0, 0];
  let controls = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  const [even = 0, odd = 0] = nuls;
  if (looksLikeUtf16(even, odd, head.length)) return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(head);
  // C1 bytes are letters in every 8-bit Cyrillic charset, so only C0 controls speak against text.
  if (even + odd > 0 || controls * 50 > head.length) return null;
  return Buffer.from(head)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
}

/** ASCII in UTF-16 has a NUL in every other byte; Cyrillic has them at its spaces and line ends. */
function looksLikeUtf16(even: number, odd: number, length: number): boolean {
  const [few, many] = even < odd ? [even, odd] : [odd, even];
  return many * 20 > length && few * 10 < many;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hasBytes(head: Uint8Array, { at, bytes }: Signature): boolean {
  const wanted = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  return head.length >= at + wanted.length && [...wanted].every((byte, index) => head[at + index] === byte);
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
