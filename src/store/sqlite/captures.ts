import type { Database } from 'better-sqlite3';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { CaptureRecord } from '../../model/extraction.js';
import { PartTable, WHOLE_RECORD } from './record-parts.js';
import { sealSql } from './row-hashes.js';
import {
  CAPTURE_COLUMNS,
  type CaptureInput,
  type CaptureRow,
  insertSql,
  RECORD_COLUMNS,
  REPAIR_COLUMNS,
  type RecordParts,
  type RepairRow,
  rowToRecord,
  rowToRepair,
  updateSql,
  type Value,
  valuesOf,
} from './rows.js';
import { type Standing, standingOfRow } from './standing.js';

/** A capture found at a place. */
export interface LocatedCapture {
  readonly id: number;
  readonly content_sha256: string;
}

/** Where in a source a capture was found. */
export interface Place {
  readonly sourceId: number;
  readonly locator: string;
}

/** What read a capture. */
export interface ReadBy {
  readonly toolVersion: string;
  /** Null where the capture came as a record. */
  readonly rulesVersion: number | null;
}

const ROW = `
  SELECT captures.*, CASE WHEN site_told THEN sites.host END AS site, ${WHOLE_RECORD} AS record FROM captures
  JOIN sites ON sites.id = captures.site_id
  JOIN capture_records ON capture_id = captures.id`;

/** Rows of `captures` and of the tables that hang on a capture: its record, places, repairs, diagnostics. */
export class CaptureTable {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #parts: PartTable;

  constructor(db: Database) {
    this.#statements = prepare(db);
    this.#parts = new PartTable(db);
  }

  /** The capture that a place of a dump holds, where it is known. */
  at(sourceId: number, locator: string): LocatedCapture | null {
    return this.#statements.at.get(sourceId, locator) ?? null;
  }

  /** Id of the capture with the same site, address, moment and content; `siteId` is 0 where the record does not tell its site. */
  find({ contentSha256, url, capturedAt }: CaptureRecord, siteId: number): number | null {
    return this.#statements.find.get(contentSha256, url ?? '', capturedAt ?? '', siteId)?.id ?? null;
  }

  add(input: CaptureInput): number {
    const { insert, insertRecord } = this.#statements;
    const id = Number(insert.run(...valuesOf(CAPTURE_COLUMNS, input)).lastInsertRowid);
    insertRecord.run(id, ...this.#recordValues(input));
    this.#addParts(id, input.record);
    return id;
  }

  /** Puts another reading in the place of the one that is there. The capture must be grouped anew. */
  rewrite(id: number, input: CaptureInput): void {
    const { update, updateRecord, dropRepairs, dropDiagnostics } = this.#statements;
    update.run(...valuesOf(CAPTURE_COLUMNS, input), id);
    updateRecord.run(...this.#recordValues(input), id);
    dropRepairs.run(id);
    dropDiagnostics.run(id);
    this.#addParts(id, input.record);
  }

  /** Notes a place of a capture. A place holds one capture: what it held before has left it. */
  addLocation(id: number, { sourceId, locator }: Place, payloadDigest: string | null): void {
    this.#statements.addLocation.run(id, sourceId, locator, payloadDigest);
    this.#statements.sealPlace.run(sourceId, locator);
  }

  /** Keeps what a place says of a capture that reads otherwise. */
  keepReading(place: Place, reading: string): void {
    this.#statements.keepReading.run(reading, place.sourceId, place.locator);
    this.#statements.sealPlace.run(place.sourceId, place.locator);
  }

  /** Keeps, before a reading from `place` takes its stead, what stood for all other places. */
  keepStanding(id: number, place: Place, reading: string): void {
    this.#statements.keepStanding.run(reading, id, place.sourceId, place.locator);
    this.#statements.sealPlaces.run(id);
  }

  /** What the places of a capture say; null for those whose reading stands. */
  readingsOf(id: number): readonly (string | null)[] {
    return this.#statements.readings.all(id).map(({ reading }) => reading);
  }

  /** Notes that a reading that was kept stands now. */
  release(id: number, reading: string): void {
    this.#statements.releaseReading.run(id, reading);
    this.#statements.sealPlaces.run(id);
  }

  locationCount(id: number): number {
    return this.#statements.locationCount.get(id)?.count ?? 0;
  }

  /** Versions of the program and of its rules whose reading of the capture stands. */
  readBy(id: number): ReadBy {
    return this.#statements.readBy.get(id) ?? { toolVersion: '', rulesVersion: null };
  }

  /** Notes that newer rules read the capture as it stands. */
  confirm(id: number, { toolVersion, rulesVersion }: ReadBy): void {
    if (rulesVersion === null || (this.readBy(id).rulesVersion ?? rulesVersion) >= rulesVersion) return;
    this.#statements.confirm.run(toolVersion, rulesVersion, id);
    this.#statements.seal.run(id);
  }

  remove(id: number): void {
    this.#statements.remove.run(id);
  }

  /** Takes away what captures had in common that are gone. */
  clear(): void {
    this.#parts.clear();
  }

  /** Forgets what it remembers: for a new transaction, or after one that was undone. */
  reset(): void {
    this.#parts.reset();
  }

  /** Sets the article of a capture; `siteId` where the capture does not tell its site itself, else null. */
  assign(id: number, place: { readonly articleId: number; readonly siteId: number | null }): void {
    this.#statements.assign.run(place.articleId, id);
    if (place.siteId !== null) this.#statements.assignSite.run(place.siteId, id);
  }

  /** Sets the article of the repairs of a capture. */
  assignRepairs(id: number, articleId: number): void {
    this.#statements.assignRepairs.run(articleId, id);
  }

  /** Takes a capture from its article. */
  detach(id: number): void {
    this.#statements.detach.run(id);
  }

  /** Row id of the site at which a capture stands. */
  siteOf(id: number): number {
    return this.#statements.siteOf.get(id)?.site_id ?? 0;
  }

  /** Row id of the article under which a capture stands, or null. */
  articleOf(id: number): number | null {
    return this.#statements.articleOf.get(id)?.article_id ?? null;
  }

  row(id: number): CaptureRow | null {
    return this.#statements.row.get(id) ?? null;
  }

  /** Ids of the captures of an article. */
  ofArticle(articleId: number): readonly number[] {
    return this.#statements.ofArticle.all(articleId).map(({ id }) => id);
  }

  /** How much the reading of a stored capture says. */
  standingOf(id: number): Standing {
    const { row, repairs, diagnostics } = this.#statements;
    return standingOfRow(row.get(id), repairs.all(id), diagnostics.all(id));
  }

  /** The whole record of a capture; its words are looked up with `textOf` by their hash. */
  load(row: CaptureRow, textOf: (sha256: string) => RecordParts['text']): CaptureRecord {
    const { repairs, diagnostics, location } = this.#statements;
    const source = location.get(row.id) ?? { path: '', format: '', locator: '' };
    return rowToRecord(row, {
      source,
      repairs: repairs.all(row.id).map(rowToRepair),
      diagnostics: diagnostics.all(row.id),
      text: row.text_sha256 === null ? null : textOf(row.text_sha256),
    });
  }

  #recordValues(input: CaptureInput): readonly Value[] {
    return valuesOf(RECORD_COLUMNS, { ...input, kept: this.#parts.keep(input.parts) });
  }

  #addParts(id: number, record: CaptureRecord): void {
    const { insertRepair, insertDiagnostic, sealRepairs, sealDiagnostics, seal } = this.#statements;
    for (const repair of record.repairs) insertRepair.run(id, ...valuesOf(REPAIR_COLUMNS, repair));
    for (const { code, message } of record.diagnostics) insertDiagnostic.run(id, code, message);
    if (record.repairs.length > 0) sealRepairs.run(id);
    if (record.diagnostics.length > 0) sealDiagnostics.run(id);
    seal.run(id);
  }
}

function prepare(db: Database) {
  const repairNames = REPAIR_COLUMNS.map(([name]) => name).join(', ');
  return {
    at: db.prepare<[number, string], LocatedCapture>(
      'SELECT id, content_sha256 FROM capture_locations JOIN captures ON id = capture_id WHERE source_id = ? AND locator = ?',
    ),
    find: db.prepare<[string, string, string, number], { id: number }>(`
      SELECT id FROM captures WHERE content_sha256 = ? AND coalesce(url, '') = ? AND coalesce(captured_at, '') = ?
      AND CASE WHEN site_told THEN site_id ELSE 0 END = ?`),
    insert: db.prepare<Value[]>(insertSql('captures', [], CAPTURE_COLUMNS)),
    insertRecord: db.prepare<Value[]>(insertSql('capture_records', ['capture_id'], RECORD_COLUMNS)),
    insertRepair: db.prepare<Value[]>(insertSql('repairs', ['capture_id'], REPAIR_COLUMNS)),
    insertDiagnostic: db.prepare<[number, string, string]>(
      'INSERT INTO diagnostics (capture_id, code, message) VALUES (?, ?, ?)',
    ),
    update: db.prepare<Value[]>(updateSql('captures', 'id', CAPTURE_COLUMNS)),
    updateRecord: db.prepare<Value[]>(updateSql('capture_records', 'capture_id', RECORD_COLUMNS)),
    dropRepairs: db.prepare<[number]>('DELETE FROM repairs WHERE capture_id = ?'),
    dropDiagnostics: db.prepare<[number]>('DELETE FROM diagnostics WHERE capture_id = ?'),
    addLocation: db.prepare<[number, number, string, string | null]>(`
      INSERT INTO capture_locations (capture_id, source_id, locator, payload_digest) VALUES (?, ?, ?, ?)
      ON CONFLICT (source_id, locator) DO UPDATE SET
        capture_id = excluded.capture_id, reading = NULL, payload_digest = excluded.payload_digest`),
    keepReading: db.prepare<[string, number, string]>(
      'UPDATE capture_locations SET reading = ? WHERE source_id = ? AND locator = ?',
    ),
    keepStanding: db.prepare<[string, number, number, string]>(`
      UPDATE capture_locations SET reading = ?
      WHERE capture_id = ? AND reading IS NULL AND NOT (source_id = ? AND locator = ?)`),
    readings: db.prepare<[number], { reading: string | null }>(
      'SELECT DISTINCT reading FROM capture_locations WHERE capture_id = ?',
    ),
    releaseReading: db.prepare<[number, string]>(
      'UPDATE capture_locations SET reading = NULL WHERE capture_id = ? AND reading = ?',
    ),
    locationCount: db.prepare<[number], { count: number }>(
      'SELECT count(*) AS count FROM capture_locations WHERE capture_id = ?',
    ),
    readBy: db.prepare<[number], ReadBy>(
      'SELECT tool_version AS toolVersion, rules_version AS rulesVersion FROM capture_records WHERE capture_id = ?',
    ),
    confirm: db.prepare<[string, number, number]>(
      'UPDATE capture_records SET tool_version = ?, rules_version = ? WHERE capture_id = ?',
    ),
    location: db.prepare<[number], RecordParts['source']>(`
      SELECT path, format, locator FROM capture_locations JOIN sources ON sources.id = source_id
      WHERE capture_id = ? ORDER BY path, locator, sources.id LIMIT 1`),
    seal: db.prepare<[number]>(sealSql('captures', 'id = ?')),
    sealRepairs: db.prepare<[number]>(sealSql('repairs', 'capture_id = ? AND restored = 0')),
    sealDiagnostics: db.prepare<[number]>(sealSql('diagnostics', 'capture_id = ?')),
    sealPlace: db.prepare<[number, string]>(sealSql('capture_locations', 'source_id = ? AND locator = ?')),
    sealPlaces: db.prepare<[number]>(sealSql('capture_locations', 'capture_id = ?')),
    remove: db.prepare<[number]>('DELETE FROM captures WHERE id = ?'),
    assign: db.prepare<[number, number]>('UPDATE captures SET article_id = ? WHERE id = ?'),
    assignSite: db.prepare<[number, number]>('UPDATE captures SET site_id = ? WHERE id = ?'),
    siteOf: db.prepare<[number], { site_id: number }>('SELECT site_id FROM captures WHERE id = ?'),
    articleOf: db.prepare<[number], { article_id: number | null }>('SELECT article_id FROM captures WHERE id = ?'),
    detach: db.prepare<[number]>('UPDATE captures SET article_id = NULL WHERE id = ?'),
    assignRepairs: db.prepare<[number, number]>(
      'UPDATE repairs SET article_id = ? WHERE capture_id = ? AND restored = 0',
    ),
    row: db.prepare<[number], CaptureRow>(`${ROW} WHERE captures.id = ?`),
    ofArticle: db.prepare<[number], { id: number }>('SELECT id FROM captures WHERE article_id = ?'),
    repairs: db.prepare<[number], RepairRow>(
      `SELECT ${repairNames} FROM repairs WHERE capture_id = ? AND restored = 0 ORDER BY seq, id`,
    ),
    diagnostics: db.prepare<[number], Diagnostic>(
      'SELECT code, message FROM diagnostics WHERE capture_id = ? ORDER BY id',
    ),
  };
}
