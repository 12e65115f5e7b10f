import { createHash } from 'node:crypto';
import type { Capture, CapturedAtBasis, SourceRef } from '../model/capture.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What a reader knows of a record; what it leaves out is unknown. */
export interface RecordFacts {
  readonly url?: string | null;
  readonly capturedAt?: string | null;
  readonly capturedAtBasis?: CapturedAtBasis | null;
  readonly httpStatus?: number | null;
  readonly charsetDeclared?: string | null;
  readonly recordId?: string | null;
  readonly diagnostics?: readonly Diagnostic[];
  readonly payloadDigest?: string | null;
}

/** What a record holds. */
interface Content {
  readonly payload: Uint8Array;
  readonly mediaType: string;
  /** SHA-256 of the payload, where it is known already. */
  readonly sha256?: string | null;
}

/** Makes the capture of a record. `given` is the moment of the fetch that the user named for records without one. */
export function toCapture(
  source: SourceRef,
  content: Content,
  facts: RecordFacts & { readonly given: string | null },
): Capture {
  const capturedAt = facts.capturedAt ?? facts.given;
  const basis = facts.capturedAt ? (facts.capturedAtBasis ?? null) : facts.given ? 'given' : null;
  return {
    source,
    url: facts.url ?? null,
    capturedAt,
    capturedAtBasis: basis,
    httpStatus: facts.httpStatus ?? null,
    mediaType: content.mediaType,
    charsetDeclared: facts.charsetDeclared ?? null,
    payload: content.payload,
    contentSha256: content.sha256 ?? createHash('sha256').update(content.payload).digest('hex'),
    recordId: facts.recordId ?? null,
    diagnostics: facts.diagnostics ?? [],
    ...(facts.payloadDigest == null ? {} : { payloadDigest: facts.payloadDigest }),
  };
}
