import type { Capture, ReadResult, SourceRef } from '../model/capture.js';
import type { CaptureRecord } from '../model/extraction.js';
import type { StoredBatch, StoreItem } from '../model/store.js';
import { fromKeptPage } from './kept-page.js';

/**
 * The sources of an archive as a reader of dumps would give them: kept pages as captures, to be read again; what is not kept as the record
 * or the reject that stands.
 */
export async function* keptDumps(batches: AsyncIterable<StoredBatch>): AsyncGenerator<ReadResult> {
  let row: number | null = null;
  for await (const batch of batches) {
    const { source, storedRow, keepsPages = false, end } = batch;
    if (storedRow !== row) yield { kind: 'source', source, stored: { row: storedRow, keepsPages } };
    row = storedRow;
    for (const item of batch.items) yield toResult(item, source);
    if (end !== null)
      yield { kind: 'end', state: end, resumeAt: batch.resumeAt ?? null, crawler: batch.crawler ?? null };
  }
}

function toResult(item: StoreItem, { path, format }: Pick<SourceRef, 'path' | 'format'>): ReadResult {
  if (item.kind === 'skipped') return item;
  const locator = item.kind === 'record' ? item.record.source.locator : item.reject.locator;
  if (item.kept !== undefined) {
    const capture = fromKeptPage(item.kept, { path, format, locator });
    return capture === null ? damaged(locator) : { kind: 'capture', capture };
  }
  if (item.kind === 'reject') return { ...item.reject, kind: 'unreadable' };
  return { kind: 'capture', capture: toCapture(item.record, item.payloadDigest ?? null) };
}

function damaged(locator: string): ReadResult {
  const message = 'The kept page is not the page that was fetched; muragat verify names it.';
  return { kind: 'unreadable', locator, code: 'kept-page-damaged', message, excerpt: null };
}

/** A record on its way through the corridor, which hands it on as it is. */
function toCapture({ source, ...record }: CaptureRecord, payloadDigest: string | null): Capture {
  const { url, capturedAt, capturedAtBasis, httpStatus, mediaType, contentSha256, recordId } = record;
  return {
    ...{ source, url, capturedAt, capturedAtBasis, httpStatus, mediaType, contentSha256, recordId, payloadDigest },
    charsetDeclared: record.charset.declared,
    payload: Buffer.from(JSON.stringify(record)),
    diagnostics: [],
    isRecord: true,
  };
}
