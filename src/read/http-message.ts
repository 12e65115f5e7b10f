import * as zlib from 'node:zlib';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Diagnostic } from '../model/diagnostic.js';
import { MAX_PAGE_BYTES, MAX_RATIO } from './dump-input.js';
import { endOfHead, type Fields, readContentType, readFields } from './head-fields.js';
import { codeOf } from './inflate.js';

/** A response as the server sent it. */
export interface HttpMessage {
  readonly status: number | null;
  readonly fields: Fields;
  /** With its transfer and content encoding. */
  readonly body: Uint8Array;
}

/** The body without its encodings, or why it cannot be had. */
export type HttpBody =
  | {
      readonly kind: 'body';
      readonly bytes: Uint8Array;
      /** Without its transfer encoding only. */
      readonly entity: Uint8Array;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: 'fault'; readonly code: string; readonly message: string };

/** `HTTP/1.1 200 OK`, `HTTP/2 200`, `HTTP 200`, `ICY 200 OK`. */
const STATUS_LINE = /^(?:HTTP|ICY)(?:\/\d(?:\.\d)?)?[ \t]+(\d{3})\b/;

/** Reads a response; null where the bytes are none. */
export function readHttpMessage(block: Uint8Array): HttpMessage | null {
  const start = Buffer.from(block.buffer, block.byteOffset, Math.min(block.length, 100)).toString('latin1');
  const status = STATUS_LINE.exec(start)?.[1];
  if (status === undefined && !start.startsWith('HTTP/')) return null;
  const end = endOfHead(block) ?? block.length;
  return {
    status: status === undefined ? null : Number(status),
    fields: readFields(block.subarray(0, end)),
    body: block.subarray(end),
  };
}

/** Length of the message as its own head gives it; null where it does not. */
export function ownLength(block: Uint8Array): number | null {
  const message = readHttpMessage(block);
  const length = message?.fields.get('content-length');
  if (!message || message.fields.has('transfer-encoding') || !/^\d{1,15}$/.test(length ?? '')) return null;
  return block.length - message.body.length + Number(length);
}

/** Takes transfer and content encoding off. Crawlers take them off and leave the header: a false one is passed over. */
export function readHttpBody({ fields, body }: HttpMessage): HttpBody {
  const diagnostics: Diagnostic[] = [];
  let entity = body;
  if (/\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')) {
    const chunked = joinChunks(body);
    entity = chunked.bytes;
    if (chunked.isBroken)
      diagnostics.push({
        code: 'chunked-broken',
        message: 'The chunks of the response end early; the page may be cut.',
      });
  }
  let bytes = entity;
  for (const encoding of encodingsOf(fields)) {
    const decoded = decodeBody(bytes, encoding);
    if ('code' in decoded) return { kind: 'fault', ...decoded };
    bytes = decoded.bytes;
  }
  const named = isNamedText(fields);
  for (let layers = 0; named && layers < MAX_SILENT && isGzip(bytes); layers += 1) {
    const decoded = decodeBody(bytes, 'gzip');
    if ('code' in decoded) return { kind: 'fault', ...decoded };
    bytes = decoded.bytes;
  }
  return { kind: 'body', bytes, entity, diagnostics };
}

function encodingsOf(fields: Fields): readonly string[] {
  const value = fields.get('content-encoding') ?? '';
  // The last one was applied last; more than a few are an attack.
  return value
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 4)
    .reverse();
}

/** Some servers pack twice, or pack and do not say so: a page that begins as gzip data is no page yet. */
const MAX_SILENT = 2;

function isNamedText(fields: Fields): boolean {
  const { mediaType } = readContentType(fields.get('content-type'));
  return mediaType === null || /^text\/|\bxhtml\b/.test(mediaType);
}

const OUTPUT = { maxOutputLength: MAX_PAGE_BYTES, chunkSize: 81_920 };

interface Coding {
  /** Whether the bytes can be of this coding at all. */
  readonly fits: (bytes: Uint8Array) => boolean;
  readonly decode: (bytes: Uint8Array) => Uint8Array;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isZlib = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % 31 === 0;
const gzip: Coding = { fits: isGzip, decode: (bytes) => gunzipSync(bytes, OUTPUT) };
const deflate: Coding = {
  fits: (bytes) => isZlib(bytes) || !looksPlain(bytes),
  // The standard means zlib data, many servers send raw deflate data.
  decode: (bytes) => (isZlib(bytes) ? inflateSync(bytes, OUTPUT) : inflateRawSync(bytes, OUTPUT)),
};
const brotli: Coding = {
  fits: () => true,
  decode: (bytes) =>
    brotliDecompressSync(bytes, { ...OUTPUT, params: { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 0 } }),
};
/** Node 22.15 and later. */
const zstdDecompress: unknown = Reflect.get(zlib, 'zstdDecompressSync');
const zstd: Coding = {
  fits: (bytes) => bytes[0] === 0x28 && bytes[1] === 0xb5,
  decode: (bytes) => (zstdDecompress as typeof gunzipSync)(bytes, OUTPUT),
};
const codings: Readonly<Record<string, Coding>> = {
  gzip,
  'x-gzip': gzip,
  deflate,
  br: brotli,
  brotli,
  ...(typeof zstdDecompress === 'function' ? { zstd } : {}),
};
const NO_CODING: ReadonlySet<string> = new Set(['identity', 'none', 'utf-8', 'binary', '8bit', '7bit', 'chunked']);

type Decoded = { readonly bytes: Uint8Array } | { readonly code: string; readonly message: string };

function decodeBody(bytes: Uint8Array, name: string): Decoded {
  const coding = Object.hasOwn(codings, name) ? codings[name] : undefined;
  if (bytes.length === 0 || NO_CODING.has(name)) return { bytes };
  if (!coding) {
    return looksPlain(bytes)
      ? { bytes }
      : { code: 'content-encoding', message: `The content encoding ${name.slice(0, 20)} cannot be read.` };
  }
  if (!coding.fits(bytes)) return { bytes };
  try {
    return { bytes: coding.decode(bytes) };
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return tooLarge(bytes.length);
    if (looksPlain(bytes)) return { bytes };
    return { code: 'content-encoding', message: `The ${name} data of the response is damaged or cut.` };
  }
}

function tooLarge(packed: number): Decoded {
  return packed * MAX_RATIO < MAX_PAGE_BYTES
    ? {
        code: 'expansion',
        message: `Unpacked the page is more than ${MAX_RATIO} times as large, over ${MAX_PAGE_BYTES >> 20} MB.`,
      }
    : { code: 'page-too-large', message: `The page is larger than ${MAX_PAGE_BYTES >> 20} MB, which no page is.` };
}

/** Whether bytes begin as a page or a text does: no compressed data begins with so many printable bytes. */
function looksPlain(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  return head.every((byte) => byte >= 0x80 || byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d)) && hasAsciiRun(head);
}

function hasAsciiRun(head: Uint8Array): boolean {
  const ascii = head.filter((byte) => byte < 0x80).length;
  return ascii * 2 >= head.length || /[\u0400-\u04ff]{4}/.test(Buffer.from(head).toString('utf8'));
}

const CHUNK_SIZE = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?$/i;
const MAX_SIZE_LINE = 200;

/** Joins the chunks of a body (RFC 9112, section 7.1); a body that does not begin with a chunk is given as it is. */
function joinChunks(body: Uint8Array): { readonly bytes: Uint8Array; readonly isBroken: boolean } {
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf(0x0a, at);
    const line = end < 0 || end - at > MAX_SIZE_LINE ? null : Buffer.from(body.subarray(at, end)).toString('latin1');
    const size = line === null ? undefined : CHUNK_SIZE.exec(line.replace(/\r$/, ''))?.[1];
    if (size === undefined)
      return at === 0 ? { bytes: body, isBroken: false } : { bytes: Buffer.concat(parts), isBroken: true };
    const length = Number.parseInt(size, 16);
    if (length === 0) return { bytes: Buffer.concat(parts), isBroken: false };
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (at > body.length) return { bytes: Buffer.concat(parts), isBroken: true };
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
}
