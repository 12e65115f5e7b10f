import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Capture, KeptPage, ReadWith, SourceRef } from '../model/capture.js';
import { canonicalJson } from './canonical-json.js';

/** What a dump says of a page, and how the page was read: all of a capture but its bytes and its place. */
type Facts = Omit<Capture, 'source' | 'payload' | 'contentSha256' | 'isRecord'>;

/** Packs a page with what is needed to read it again; null for what is no page but the record of one. */
export function toKeptPage(capture: Capture, readWith: ReadWith): KeptPage | null {
  if (capture.isRecord) return null;
  const { source: _, payload, contentSha256, ...facts } = capture;
  const { charset, site, baseUrl } = readWith;
  const deflated = deflateSync(payload);
  return {
    contentSha256,
    bytes: payload.length,
    payload: deflated.length < payload.length ? deflated : new Uint8Array(payload),
    facts: canonicalJson({ ...facts, readWith: { charset, site, baseUrl } }),
  };
}

/** The capture that was kept; null where its bytes are not those that were fetched. */
export function fromKeptPage({ contentSha256, facts, ...page }: KeptPage, source: SourceRef): Capture | null {
  const payload = bytesOf(page);
  if (payload === null || sha256Of(payload) !== contentSha256) return null;
  const known: Facts = JSON.parse(facts);
  return { ...known, source, payload, contentSha256 };
}

/** True where a kept page has the hash under which it is kept. */
export function isSound(page: Pick<KeptPage, 'contentSha256' | 'bytes' | 'payload'>): boolean {
  const payload = bytesOf(page);
  return payload !== null && sha256Of(payload) === page.contentSha256;
}

/** As `sqlar` archives have it: what is as long as the page is the page. */
function bytesOf({ bytes, payload }: Pick<KeptPage, 'bytes' | 'payload'>): Uint8Array | null {
  if (payload.length === bytes) return payload;
  try {
    const inflated = inflateSync(payload, { maxOutputLength: bytes });
    return inflated.length === bytes ? inflated : null;
  } catch {
    return null;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
