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
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], found: dump('7z') },
  { at: 0, bytes: 'Rar!\x1a\x07', found: dump('rar') },
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
const LIST_OF_OBJECTS = /^\s*\[\s*\{\s*"/;
/** The second line of an object that is printed over several. */
const INNER_LINE = /^\s*["}\]]/;
const LINES_NAME = /\.(?:jsonl|ndjson)$/i;
const MAIL_START = /^(?:From|MIME-Version|Subject|Date|Content-Type|Snapshot-Content-Location|X-[\w-]+):/i;
const MAIL_OF_PARTS = /^Content-Type:\s*multipart\/(?:related|mixed|alternative)\b/im;
const WARC_ENTRY = /archive\/[^\0/]{1,120}\.warc/;
/** A line that begins a JSON object: JSON Lines below a comment or a damaged line, or behind the record separator of RFC 7464. */
const OBJECT_LINE = /^\u001e?\{\s*"[^"\n]{1,80}"\s*:/m;
/** A first line that does, whatever is wrong with the rest of it. */
const OBJECT_FIRST = /^\{[ \t]*"[^"\n]{1,80}"[ \t]*:/;
/** The seam of two objects without a line feed between them. */
const SEAM = /\}\s*\{\s*"/g;
/** Seams looked at: a string may hold some. */
const SEAMS = 4;
const MAX_BLANK = 64;
/** One byte in so many may be a control where a file is text: with a NUL among them fewer, since most files with one are no text. */
const CONTROL_SHARE = 50;
const NUL_SHARE = 200;
const MIN_SAMPLE = 400;
const BROTLI_NAME = /\.br$/i;

/** Tells what a dump is from its first bytes, then from its name. `head` holds at most `SNIFF_BYTES` and is not empty. */
export function detectFormat(head: Uint8Array, name: string): DetectedFormat {
  const signed = detectSignature(head) ?? detectSignature(head.subarray(blankAhead(head)));
  if (signed?.kind === 'dump' && signed.format === 'zip' && isWacz(head, name)) return dump('wacz');
  if (signed) return signed;
  if (isTarHeader(head)) return dump('tar');
  const text = sniffText(head);
  // Brotli has no mark of its own.
  if (BROTLI_NAME.test(name) && (text === null || !/^\s*[<[{]/.test(text))) return dump('brotli');
  if (text === null) return noPage('binary');
  return detectTextFormat(text, name);
}

/** A byte order mark and empty lines before the first sign, which editors and crawlers leave there; no more than a few lines. */
function blankAhead(head: Uint8Array): number {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (at < MAX_BLANK && (head[at] === 0x0a || head[at] === 0x0d || head[at] === 0x20)) at += 1;
  return at;
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
  if (!text.trimStart().startsWith('<') && isObjectLines(text, name)) return dump('jsonl');
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
  const start = text.trimStart();
  const lineEnd = start.indexOf('\n');
  const firstLine = (lineEnd < 0 ? start : start.slice(0, lineEnd)).replace(/,\s*$/, '');
  const isCutOff = text.length >= SNIFF_BYTES;
  const isSpread =
    !isJson(firstLine) &&
    OBJECTS_START.test(start) &&
    ((lineEnd > 0 && INNER_LINE.test(start.slice(lineEnd + 1))) || isObjectRow(firstLine));
  if (LINES_NAME.test(name)) return dump(isSpread || LIST_OF_OBJECTS.test(text) ? 'json' : 'jsonl');
  if (JSON_OBJECT_START.test(text) && (isJson(firstLine) || (lineEnd < 0 && isCutOff))) return dump('jsonl');
  const isObjects = OBJECTS_START.test(text);
  if (isCutOff || !isJson(text)) {
    if (isObjects && (start.startsWith('[') || isCutOff || isSpread)) return dump('json');
    if (extensionOf(name) === 'json') return noPage('json');
    return dump(OBJECT_FIRST.test(start) ? 'jsonl' : 'text');
  }
  return isObjects && holdsPage(text) ? dump('json') : noPage('json');
}

/** Whether a line holds several objects, one behind the other; lines may end with a carriage return alone. */
function isObjectRow(line: string): boolean {
  const seams = [...line.matchAll(SEAM)].slice(0, SEAMS);
  return seams.some(({ index }) => isJson(line.slice(0, index + 1)));
}

/** JSON Lines that begin with something else: a comment, a damaged line. */
function isObjectLines(text: string, name: string): boolean {
  return LINES_NAME.test(name) || OBJECT_LINE.test(text.slice(0, 4096));
}

function holdsPage(json: string): boolean {
  const value: unknown = JSON.parse(json);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && readJsonPage({ ...first }) !== null;
}

/** The head as text of which only ASCII matters, or null where it is no text at all. */
function sniffText(head: Uint8Array): string | null {
  const wide = utf16Of(head);
  if (wide !== null) return new TextDecoder(wide).decode(head);
  const hasNul = head.includes(0);
  let controls = 0;
  // Without a NUL the first few thousand bytes tell enough.
  const size = Math.min(head.length, hasNul ? SNIFF_BYTES : 4096);
  for (let index = 0; index < size; index += 1) {
    const byte = head[index] ?? 0;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1', hasMark ? 3 : 0);
  // C1 bytes are letters in every 8-bit Cyrillic charset, so only C0 controls speak against text; a page may hold a few stray ones.
  if (/^\s*[<{[]/.test(text)) return controls * CONTROL_SHARE > Math.max(size, MIN_SAMPLE) ? null : text;
  return controls * (hasNul ? NUL_SHARE : CONTROL_SHARE) > size ? null : text;
}

/** The UTF-16 that a text is in, by its mark or its NULs; null for all other bytes. */
export function utf16Of(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (!looksLikeUtf16(even, odd, head.length)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
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
