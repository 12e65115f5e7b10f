import type { Database } from 'better-sqlite3';
import { canonicalUrl } from '../../archive/canonical-url.js';
import type { Revisit } from '../../model/capture.js';
import type { CaptureRecord } from '../../model/extraction.js';
import { sealSql } from './row-hashes.js';

/** A row of `revisits`, with the place of the record. */
export interface RevisitRow {
  readonly id: number;
  readonly source_id: number;
  readonly path: string;
  readonly format: string;
  readonly locator: string;
  readonly url: string;
  readonly captured_at: string;
  readonly http_status: number | null;
  readonly record_id: string | null;
  readonly capture_id: number | null;
}

const ROW = `
  SELECT revisits.id, source_id, path, format, locator, url, captured_at, http_status, record_id, capture_id
  FROM revisits JOIN sources ON sources.id = source_id`;

/**
 * The captures of the same page that a revisit may mean: of the moment it names, or with the hash it names, read from a page and not from
 * another revisit. Where both are known, both must fit. The first is meant, whatever the order in which they came.
 */
const TARGETS = `
  SELECT captures.id FROM revisits
  JOIN capture_records USING (url_key)
  JOIN captures ON captures.id = capture_records.capture_id
  JOIN capture_locations AS places ON places.capture_id = captures.id
  WHERE revisits.id = ? AND captures.kind = 'article'
  AND NOT EXISTS (SELECT 1 FROM revisits AS others WHERE others.source_id = places.source_id AND others.locator = places.locator)
  AND CASE WHEN revisits.payload_digest IS NOT NULL AND places.payload_digest IS NOT NULL
    THEN revisits.payload_digest = places.payload_digest ELSE captures.captured_at = revisits.target_captured_at END
  ORDER BY captures.url <> revisits.url, captures.captured_at IS NOT revisits.target_captured_at, captures.captured_at, content_sha256, captures.url
  LIMIT 1`;

/** Faults of a record are not those of the page that it holds. */
const OF_RECORD = /^(?:warc|gzip)-/;

/** Rows of `revisits`: pages that a crawler fetched again and found unchanged. */
export class RevisitTable {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  isEmpty(): boolean {
    return this.#statements.any.get() === undefined;
  }

  /** Notes a revisit; null where it does not say which page it saw when. A page under another address is another page. */
  add(sourceId: number, locator: string, revisit: Revisit): RevisitRow | null {
    const { url, capturedAt, refersTo, httpStatus, recordId } = revisit;
    if (url === null || capturedAt === null) return null;
    const key = canonicalUrl(url);
    if (refersTo.url !== null && canonicalUrl(refersTo.url) !== key) return null;
    const target = [refersTo.capturedAt, refersTo.payloadDigest];
    this.#statements.add.run(sourceId, locator, url, key, capturedAt, ...target, httpStatus, recordId);
    this.#statements.seal.run(sourceId, locator);
    return this.#statements.at.get(sourceId, locator) ?? null;
  }

  /** Revisits of pages by their keys. */
  ofPages(urlKeys: Iterable<string>): readonly RevisitRow[] {
    return [...urlKeys].flatMap((key) => this.#statements.ofPage.all(key));
  }

  /** The capture that holds what the revisit saw. */
  targetOf({ id }: RevisitRow): number | null {
    return this.#statements.target.get(id)?.id ?? null;
  }

  /** Notes the capture that a revisit makes; null where the archive does not hold the page. */
  setCapture({ id }: RevisitRow, captureId: number | null): void {
    this.#statements.setCapture.run(captureId, id);
  }

  /** Takes the place of a revisit from its capture. */
  leave({ source_id, locator }: RevisitRow): void {
    this.#statements.leave.run(source_id, locator);
  }
}

/** The record that a revisit stands for: that of the page it saw, at its own moment. */
export function revisited(record: CaptureRecord, row: RevisitRow): CaptureRecord {
  const { path, format, locator, url, captured_at, http_status, record_id } = row;
  return {
    ...record,
    source: { path, format, locator },
    url,
    capturedAt: captured_at,
    capturedAtBasis: 'warc-date',
    capturedBetween: null,
    httpStatus: http_status === 304 ? record.httpStatus : (http_status ?? record.httpStatus),
    recordId: record_id,
    diagnostics: record.diagnostics.filter(({ code }) => !OF_RECORD.test(code)),
  };
}

function prepare(db: Database) {
  type Cell = string | number | null;
  return {
    any: db.prepare<[]>('SELECT 1 FROM revisits LIMIT 1'),
    add: db.prepare<Cell[]>(`
      INSERT INTO revisits (source_id, locator, url, url_key, captured_at, target_captured_at, payload_digest, http_status, record_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source_id, locator) DO UPDATE SET url = excluded.url, url_key = excluded.url_key,
        captured_at = excluded.captured_at, target_captured_at = excluded.target_captured_at,
        payload_digest = excluded.payload_digest, http_status = excluded.http_status, record_id = excluded.record_id`),
    seal: db.prepare<[number, string]>(sealSql('revisits', 'source_id = ? AND locator = ?')),
    at: db.prepare<[number, string], RevisitRow>(`${ROW} WHERE source_id = ? AND locator = ?`),
    ofPage: db.prepare<[string], RevisitRow>(`${ROW} WHERE url_key = ? ORDER BY revisits.id`),
    target: db.prepare<[number], { id: number }>(TARGETS),
    setCapture: db.prepare<[number | null, number]>('UPDATE revisits SET capture_id = ? WHERE id = ?'),
    leave: db.prepare<[number, string]>('DELETE FROM capture_locations WHERE source_id = ? AND locator = ?'),
  };
}
