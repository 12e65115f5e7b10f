import type { SourceRef } from '../model/capture.js';

/** An opened dump: its bytes come once, in chunks, from the beginning. */
export interface DumpInput {
  readonly path: string;
  /** Size in bytes, or null for standard input. */
  readonly bytes: number | null;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What a run says of all its dumps. */
export interface RecordOptions {
  /** ISO 8601 moment or day of the fetch, for records that carry none. */
  readonly capturedAt: string | null;
}

/** A page may be this large (bytes); a record of a container may be four times that. */
export const MAX_PAGE_BYTES = 8 << 20;
export const MAX_RECORD_BYTES = 32 << 20;

/** Excerpts in rejects and messages are this long at most (code units). */
const MAX_EXCERPT = 200;

/** A reference to a place in a dump. */
export function refTo(input: DumpInput, format: string, locator: string): SourceRef {
  return { path: input.path, format, locator };
}

/** The beginning of a record, for a person to recognise it. */
export function excerptOf(bytes: Uint8Array | string): string {
  const text = typeof bytes === 'string' ? bytes : Buffer.from(bytes.subarray(0, MAX_EXCERPT * 2)).toString('utf8');
  return text.slice(0, MAX_EXCERPT);
}

/** Gathers chunks up to a limit; null where there is more. */
export async function gather(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return null;
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}
