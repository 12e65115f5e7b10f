import { detectFormat, detectSignature, SNIFF_BYTES } from './detect-format.js';

/** What a payload is: a page with its media type, or a kind of file that is none. */
export type PageOrKind =
  | { readonly kind: 'page'; readonly mediaType: 'text/html' | 'text/plain' }
  | { readonly kind: 'no-page'; readonly detail: string };

/** Media types that are no page, and the kind under which they are tallied. */
const kinds: readonly (readonly [pattern: RegExp, detail: string])[] = [
  [/^image\//, 'image'],
  [/^video\/|mpegurl$|dash\+xml$/, 'video'],
  [/^audio\//, 'audio'],
  [/^font\/|^application\/(?:x-)?(?:font|vnd\.ms-fontobject)/, 'font'],
  [/^text\/css$/, 'stylesheet'],
  [/(?:java|ecma)script$/, 'script'],
  [/^application\/(?:[\w.-]+\+)?json(?:-seq)?$|^text\/json$|\/manifest\+json$/, 'json'],
  [/^application\/pdf$/, 'pdf'],
  [/^application\/(?:msword|vnd\.(?:ms-|openxml|oasis)|rtf)/, 'office'],
  [/^application\/(?:x-)?(?:zip|gzip|rar|7z|tar|warc)/, 'archive'],
  [/^text\/dns$/, 'dns'],
  [/^application\/(?:rss|atom|rdf)\+xml$/, 'xml'],
];

const HTML_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'application/vnd.wap.xhtml+xml',
]);
const ROBOTS = /^https?:\/\/[^/]+\/(?:robots|ads|humans|security)\.txt$/i;

/** The kind of a media type that is certainly no page; null for pages and for what has to be looked at. */
export function kindOfMediaType(mediaType: string | null): string | null {
  return mediaType === null ? null : (kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? null);
}

/** Tells what a payload is by its content first, then by its media type: servers name the wrong one. `url` may be empty. */
export function pageOrKind(payload: Uint8Array, mediaType: string | null, url: string): PageOrKind {
  const signature = detectSignature(payload);
  if (signature !== null) {
    return { kind: 'no-page', detail: signature.kind === 'no-page' ? signature.detail : 'archive' };
  }
  if (ROBOTS.test(url)) return { kind: 'no-page', detail: 'robots' };
  if (mediaType !== null && HTML_TYPES.has(mediaType) && startsAsMarkup(payload))
    return { kind: 'page', mediaType: 'text/html' };
  // The name of a page counts only where nobody says what it is: the text of a page has the page's address.
  const name = mediaType === 'text/plain' ? '' : (url.split(/[?#]/, 1)[0] ?? '');
  const found = detectFormat(payload.subarray(0, SNIFF_BYTES), name);
  if (found.kind === 'no-page') return found;
  if (found.format === 'html') return { kind: 'page', mediaType: 'text/html' };
  if (found.format !== 'text') return { kind: 'no-page', detail: found.format === 'jsonl' ? 'json' : found.format };
  if (mediaType !== null && HTML_TYPES.has(mediaType)) return { kind: 'page', mediaType: 'text/html' };
  return { kind: 'page', mediaType: 'text/plain' };
}

const SPACES: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** Whether the first sign that is no space opens a tag. */
export function startsAsMarkup(payload: Uint8Array): boolean {
  const at = payload.findIndex((byte) => !SPACES.has(byte));
  return (
    payload[at] === 0x3c &&
    /^<(?:!doctype html|html|head|!--|body|div|meta)/i.test(
      Buffer.from(payload.subarray(at, at + 16)).toString('latin1'),
    )
  );
}
