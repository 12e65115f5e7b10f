import { readJsonPage } from './json-record.js';
import { isPageTable } from './page-table.js';
import { isTarHeader } from './tar-header.js';

/** What a dump is: a format (of a page, a container or a packing), or a file that is no page. */
export type DetectedFormat =
  | { readonly kind: 'dump'; readonly format: string }
  | { readonly kind: 'no-page'; readonly detail: string };

/** How many bytes from the beginning are looked at. */
export const SNIFF_BYTES = 65_536;

interface Signature {
  readonly at: number;
  readonly bytes: readonly number[] | string;
  /** Bytes at a second place, where the first are too few to tell. */
  readonly also?: { readonly at: number; readonly bytes: readonly number[] };
  readonly found: DetectedFormat;
}

const noPage = (detail: string): DetectedFormat => ({ kind: 'no-page', detail });
const dump = (format: string): DetectedFormat => ({ kind: 'dump', format });

/** First bytes of files that are no text (WHATWG MIME Sniffing, sections 6 and 7, and the formats' own specifications). */
const signatures: readonly Signature[] = [
  { at: 0, bytes: [0xff, 0xd8, 0xff], found: noPage('image') },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n', found: noPage('image') },
  { at: 0, bytes: 'GIF8', found: noPage('image') },
  { at: 8, bytes: 'WEBP', found: noPage('image') },
  { at: 0, bytes: 'BM', also: { at: 6, bytes: [0, 0, 0, 0] }, found: noPage('image') },
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
  { at: 0, bytes: 'PK\x03\x04', found: dump('zip') },
  { at: 0, bytes: 'PK\x05\x06', found: dump('zip') },
  { at: 0, bytes: [0x1f, 0x8b, 0x08], found: dump('gzip') },
  { at: 0, bytes: 'BZh', also: { at: 4, bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59] }, found: dump('bzip2') },
  { at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], found: dump('xz') },
  { at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd], found: dump('zstd') },
  { at: 0, bytes: 'WARC/', found: dump('warc') },
  { at: 0, bytes: 'filedesc://', found: dump('arc') },
  { at: 257, bytes: 'ustar', found: dump('tar') },
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
  ['tsv', noPage('table')],
  ['cdx', noPage('index')],
  ['cdxj', noPage('index')],
  ['html', dump('html')],
  ['htm', dump('html')],
  ['xhtml', dump('html')],
  ['shtml', dump('html')],
]);

const HTML_START = /^(?:\s|<!--[^>]*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b/i;
const HTML_PARTS = /<(?:head|body|meta|title|div|article|table)\b[^>]*>/i;
const XML_START = /^\s*<(?:\?xml|rss|feed|urlset|sitemapindex|svg)\b/i;
const JSON_START = /^\s*[[{]/;
const JSON_OBJECT_START = /^\s*\{/;
const OBJECTS_START = /^\s*(?:\[\s*)?\{\s*"/;
const MAIL_START = /^(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location|X-[\w-]+):/i;
const MAIL_OF_PARTS = /^Content-Type:\s*multipart\/(?:related|mixed|alternative)\b/im;
const WARC_ENTRY = /archive\/[^\0/]{1,120}\.warc/;
const BROTLI_NAME = /\.br$/i;

/** Tells what a dump is from its first bytes, then from its name. `head` holds at most `SNIFF_BYTES` and is not empty. */
export function detectFormat(head: Uint8Array, name: string): DetectedFormat {
  const signed = detectSignature(head);
  if (signed?.kind === 'dump' && signed.format === 'zip' && isWacz(head, name)) return dump('wacz');
  if (signed) return signed;
  const text = sniffText(head);
  // Brotli has no mark of its own.
  if (BROTLI_NAME.test(name) && (text === null || !/^\s*[<[{]/.test(text))) return dump('brotli');
  if (text === null) return isTarHeader(head) ? dump('tar') : noPage('binary');
  return detectTextFormat(text, name);
}

/** What bytes without a name are when their first ones tell it: an image, a PDF, a packed file; null for text and the unknown. */
export function detectSignature(head: Uint8Array): DetectedFormat | null {
  return signatures.find((entry) => hasBytes(head, entry.at, entry.bytes) && hasMore(head, entry))?.found ?? null;
}

/** A WACZ is a zip file of WARC files. */
function isWacz(head: Uint8Array, name: string): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  return (
    /\.wacz$/i.test(name) || bytes.includes('datapackage.json') || WARC_ENTRY.test(bytes.toString('latin1', 26, 300))
  );
}

function detectTextFormat(text: string, name: string): DetectedFormat {
  if (HTML_START.test(text)) return dump('html');
  if (JSON_START.test(text)) return detectJson(text, name);
  if (XML_START.test(text)) return noPage('xml');
  if (MAIL_START.test(text) && MAIL_OF_PARTS.test(text.slice(0, 4096))) return dump('mhtml');
  if (isPageTable(text.slice(0, 4096), TABLE_NAME.test(name))) return dump('csv');
  const named = textExtensions.get(extensionOf(name));
  if (named) return named;
  return dump(HTML_PARTS.test(text.slice(0, 4096)) ? 'html' : 'text');
}

const TABLE_NAME = /\.(?:csv|tsv)$/i;

/** JSON Lines holds one object a line, JSON one or a list of them; anything else that begins like JSON is a file beside the pages. */
function detectJson(text: string, name: string): DetectedFormat {
  if (/^(?:jsonl|ndjson)$/.test(extensionOf(name))) return dump('jsonl');
  const start = text.trimStart();
  const lineEnd = start.indexOf('\n');
  const firstLine = lineEnd < 0 ? start : start.slice(0, lineEnd);
  const isCutOff = text.length >= SNIFF_BYTES;
  if (JSON_OBJECT_START.test(text) && (isJson(firstLine) || (lineEnd < 0 && isCutOff))) return dump('jsonl');
  const isObjects = OBJECTS_START.test(text);
  if (isCutOff || !isJson(text)) {
    if (isObjects && (start.startsWith('[') || isCutOff)) return dump('json');
    return extensionOf(name) === 'json' ? noPage('json') : dump('text');
  }
  return isObjects && holdsPage(text) ? dump('json') : noPage('json');
}

function holdsPage(json: string): boolean {
  const value: unknown = JSON.parse(json);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && readJsonPage({ ...first }) !== null;
}

/** The head as text of which only ASCII matters, or null where it is no text at all. */
function sniffText(head: Uint8Array): string | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(head);
  const hasNul = head.includes(0);
  const nuls = [0, 0];
  let controls = 0;
  // Without a NUL the first few thousand bytes tell enough.
  const size = Math.min(head.length, hasNul ? SNIFF_BYTES : 4096);
  for (let index = 0; index < size; index += 1) {
    const byte = head[index] ?? 0;
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  const [even = 0, odd = 0] = nuls;
  if (looksLikeUtf16(even, odd, head.length)) return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(head);
  // C1 bytes are letters in every 8-bit Cyrillic charset, so only C0 controls speak against text.
  if (even + odd > 0 || controls * 50 > size) return null;
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

function hasMore(head: Uint8Array, { also }: Signature): boolean {
  return also === undefined || hasBytes(head, also.at, also.bytes);
}

function hasBytes(head: Uint8Array, at: number, bytes: Signature['bytes']): boolean {
  if (head.length < at + bytes.length) return false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = typeof bytes === 'string' ? bytes.charCodeAt(index) : bytes[index];
    if (head[at + index] !== byte) return false;
  }
  return true;
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
