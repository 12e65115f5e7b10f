import type { Database } from 'better-sqlite3';
import type { Source, SourceState } from '../../model/capture.js';
import type { Reject, SourceBatch, StoredBatch, StoreItem } from '../../model/store.js';
import { ArticleTable } from './articles.js';
import { CaptureTable } from './captures.js';
import { KeptPages } from './kept-pages.js';
import { readingOf } from './rows.js';

interface SourceRow extends Omit<SourceBatch, 'source' | 'items' | 'end' | 'resumed' | 'keepsPages' | 'row'>, Source {
  readonly id: number;
  readonly state: string;
  readonly records: number;
  readonly keeps: number;
}

interface PlaceRow {
  readonly sourceId: number;
  readonly locator: string;
  readonly captureId: number;
  readonly articleId: number | null;
  readonly reading: string | null;
  readonly payloadDigest: string | null;
}

interface RevisitRow {
  readonly locator: string;
  readonly url: string;
  readonly capturedAt: string;
  readonly targetCapturedAt: string | null;
  readonly payloadDigest: string | null;
  readonly httpStatus: number | null;
  readonly recordId: string | null;
}

/** Records a batch. */
const PORTION = 500;
const ENDINGS: ReadonlySet<string> = new Set(['done', 'truncated', 'failed']);

/**
 * Every source of an archive (or every one with kept pages) with its records as they were found in it, as an import would bring them; some
 * at a time.
 */
export async function* storedSources(db: Database, onlyKept: boolean): AsyncGenerator<StoredBatch> {
  const statements = prepare(db);
  const load = placeLoader(db);
  const kept = new KeptPages(db);
  for (const { id, records, state, keeps, ...row } of statements.sources.all(Number(onlyKept))) {
    const { path, format, bytes, modifiedAt, sha256, fingerprint, part, collection, rights, note, resumeAt, crawler } =
      row;
    const source: Source = {
      path,
      format,
      bytes,
      modifiedAt,
      sha256,
      fingerprint: onlyKept ? (fingerprint ?? null) : null,
      part: part ?? null,
    };
    const told = { source, collection, rights, note, keepsPages: keeps === 1, storedRow: id };
    const batch = (items: readonly StoreItem[]): StoredBatch => ({ ...told, items, end: null });
    let given = 0;
    for (
      let after = '', rows = statements.places.all(id, after);
      rows.length > 0;
      rows = statements.places.all(id, after)
    ) {
      yield batch(rows.map((place) => load({ ...place, sourceId: id }, source)));
      given += rows.length;
      after = rows.at(-1)?.locator ?? '';
    }
    const rest = [
      ...statements.revisits.all(id).map((revisit) => revisitItem(revisit, source)),
      ...statements.rejects.all({ id }).map((reject): StoreItem => {
        const page = kept.at({ sourceId: id, locator: reject.locator });
        return { kind: 'reject', reject, ...(page === null ? {} : { kept: page }) };
      }),
    ];
    given += rest.length;
    yield batch(rest);
    // Images and the like, of which the archive keeps the number alone.
    for (; given + PORTION < records; given += PORTION) yield batch(noPages(PORTION));
    const end = ENDINGS.has(state) ? (state as SourceState) : null;
    yield { ...batch(noPages(records - given)), end, resumeAt: resumeAt ?? null, crawler: crawler ?? null };
  }
}

/** The record at a place: what stands for its capture, or what this place says otherwise. */
function placeLoader(db: Database): (place: PlaceRow, source: Source) => StoreItem {
  const keptPages = new KeptPages(db);
  const captures = new CaptureTable(db);
  const articles = new ArticleTable(db);
  return ({ sourceId, locator, captureId, articleId, reading, payloadDigest }, { path, format }) => {
    const row = captures.row(captureId);
    if (row === null) throw new Error(`capture ${captureId} has no record`);
    const texts = articleId === null ? [] : articles.texts(articleId);
    const standing = captures.load(row, (sha256) => texts.find((text) => text.text_sha256 === sha256) ?? null);
    const record = reading === null ? standing : readingOf(reading);
    const kept = keptPages.at({ sourceId, locator });
    const { rulesVersion } = captures.readBy(captureId);
    const item: StoreItem = {
      kind: 'record',
      record: { ...record, source: { path, format, locator } },
      payloadDigest,
      rulesVersion,
    };
    return kept === null ? item : { ...item, kept };
  };
}

function revisitItem(row: RevisitRow, { path, format }: Source): StoreItem {
  const { locator, url, capturedAt, targetCapturedAt, payloadDigest, httpStatus, recordId } = row;
  const refersTo = { url: null, capturedAt: targetCapturedAt, recordId: null, payloadDigest };
  const revisit = { source: { path, format, locator }, url, capturedAt, refersTo, httpStatus, recordId };
  return { kind: 'skipped', locator, detail: 'revisit', revisit };
}

function noPages(count: number): readonly StoreItem[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ kind: 'skipped', locator: '', detail: 'no-page' }));
}

function prepare(db: Database) {
  return {
    sources: db.prepare<[number], SourceRow>(`
      SELECT id, path, format, bytes, modified_at AS modifiedAt, sha256, state, CAST(resume_at AS INTEGER) AS resumeAt, records,
        crawler, collection, rights, note, fingerprint, keeps_pages AS keeps, part
      FROM sources WHERE ? = 0 OR EXISTS (SELECT 1 FROM kept_places WHERE source_id = sources.id) ORDER BY path, sha256, id`),
    places: db.prepare<[number, string], Omit<PlaceRow, 'sourceId'>>(`
      SELECT locator, capture_id AS captureId, article_id AS articleId, reading, payload_digest AS payloadDigest
      FROM capture_locations AS places JOIN captures ON captures.id = capture_id
      WHERE source_id = ? AND locator > ?
        AND NOT EXISTS (SELECT 1 FROM revisits WHERE revisits.source_id = places.source_id AND revisits.locator = places.locator)
      ORDER BY locator LIMIT ${PORTION}`),
    revisits: db.prepare<[number], RevisitRow>(`
      SELECT locator, url, captured_at AS capturedAt, target_captured_at AS targetCapturedAt, payload_digest AS payloadDigest,
        http_status AS httpStatus, record_id AS recordId
      FROM revisits WHERE source_id = ? ORDER BY locator`),
    rejects: db.prepare<{ id: number }, Reject>(`
      SELECT locator, stage, code, message, excerpt FROM rejects WHERE source_id = @id
        AND import_id = (SELECT max(import_id) FROM import_sources WHERE source_id = @id) ORDER BY rejects.id`),
  };
}
