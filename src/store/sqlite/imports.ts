import type { Database } from 'better-sqlite3';
import type { ResumePoint, Source } from '../../model/capture.js';
import type { ImportStatus, KnownSource, Reject, SourceBatch, Tally } from '../../model/store.js';
import { hashSql, sealSql } from './row-hashes.js';
import type { Value } from './rows.js';

/** `postgres://user:secret@host`: what stands between the user and the last `@`. */
const URL_PASSWORD = /(:\/\/[^\s:@/]*):\S*@/g;
const PASSWORD_FIELD = /(password=)[^&\s]+/gi;

/** Rows of `imports`, `sources` and `rejects`: what was read when, and where every record ended. */
export class ImportTable {
  readonly #statements: ReturnType<typeof prepare>;
  /** Sources that the import in hand has begun, by what tells them apart. */
  #begun = new Map<string, number>();

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  begin(toolVersion: string, argv: readonly string[]): number {
    this.reset();
    // Whatever comes in now, it is no longer the one share that the file was finished with.
    this.#statements.unmark.run();
    const command = JSON.stringify(argv.map(withoutPassword));
    const { begin, seal } = this.#statements;
    const importId = Number(begin.run(new Date().toISOString(), toolVersion, command).lastInsertRowid);
    seal.run(importId);
    return importId;
  }

  /** Ends an import that still runs. */
  finish(importId: number, status: ImportStatus): void {
    this.#statements.finish.run(new Date().toISOString(), status, importId);
    this.#statements.seal.run(importId);
  }

  toolVersionOf(importId: number): string {
    return this.#statements.toolVersion.get(importId)?.tool_version ?? '';
  }

  /** The source, where all of it was read and none of it rejected, and its pages are kept if that is wanted. */
  known(source: Omit<Source, 'format'>, keepsPages: boolean): KnownSource | null {
    const { knownByHash, knownByTime, knownByFingerprint } = this.#statements;
    const { path, bytes, modifiedAt, sha256, fingerprint } = source;
    const kept = Number(keepsPages);
    if (sha256 !== null) return knownByHash.get(path, sha256, kept) ?? null;
    if (fingerprint != null) return knownByFingerprint.get(path, fingerprint, kept) ?? null;
    return modifiedAt === null ? null : (knownByTime.get(path, bytes, modifiedAt, kept) ?? null);
  }

  /**
   * The cut reading of a smaller dump at this path, where nothing of it was rejected but the record in which it ended. It goes on at 0
   * where the place of the cut is no place in the file.
   */
  resumePoint({ path, format, bytes, sha256 }: Source): ResumePoint | null {
    return this.#statements.resumePoint.get({ path, format, bytes, sha256 }) ?? null;
  }

  markUnchanged(importId: number, known: readonly KnownSource[]): void {
    const { touch, sealSource } = this.#statements;
    let read = 0;
    for (const { sourceId, records, fingerprint } of known) {
      this.#link(importId, sourceId);
      if (fingerprint != null) touch.run(fingerprint, sourceId);
      if (fingerprint != null) sealSource.run(sourceId);
      read += records;
    }
    this.addTally(importId, { read, inserted: 0, updated: 0, unchanged: read, skipped: 0, rejected: 0 });
  }

  /** Row id of the source of a batch; the first batch of a source in an import begins its reading from nothing. */
  sourceOf(importId: number, batch: SourceBatch): number {
    const { path, bytes, modifiedAt, sha256, part = null } = batch.source;
    const name = JSON.stringify([importId, path, bytes, modifiedAt, sha256, part, batch.row]);
    const id = this.#begun.get(name) ?? this.#beginSource(importId, batch);
    this.#begun.set(name, id);
    return id;
  }

  /** Counts what a batch held, and notes how the source ended where it did. */
  addToSource(sourceId: number, batch: SourceBatch): void {
    const rejected = batch.items.filter((item) => item.kind === 'reject').length;
    const { end, resumeAt = null, crawler = null } = batch;
    this.#statements.addToSource.run(
      batch.items.length,
      rejected,
      end,
      resumeAt?.toString() ?? null,
      crawler,
      sourceId,
    );
    this.#statements.sealSource.run(sourceId);
  }

  addTally(importId: number, { read, inserted, updated, unchanged, skipped, rejected }: Tally): void {
    this.#statements.addTally.run(read, inserted, updated, unchanged, skipped, rejected, importId);
    this.#statements.seal.run(importId);
  }

  addSkipped(importId: number, kinds: Readonly<Record<string, number>>): void {
    for (const [kind, count] of Object.entries(kinds)) {
      this.#statements.addSkipped.run(importId, kind, count);
      this.#statements.sealSkipped.run(importId, kind);
    }
  }

  addReject(importId: number, sourceId: number, reject: Reject): void {
    const { locator, stage, code, message, excerpt } = reject;
    const { addReject, sealReject } = this.#statements;
    sealReject.run(addReject.run(importId, sourceId, locator, stage, code, message, excerpt).lastInsertRowid);
  }

  /** The sources that the import in hand has begun. */
  get begun(): ReadonlyMap<string, number> {
    return this.#begun;
  }

  /** Goes on with an import that has begun these sources. */
  goOn(begun: ReadonlyMap<string, number>): void {
    this.#begun = new Map(begun);
  }

  /** Forgets which sources it has begun, after a transaction was undone or for a new import. */
  reset(): void {
    this.#begun = new Map();
  }

  #beginSource(importId: number, batch: SourceBatch): number {
    const id = this.#resume(batch) ?? this.#restart(batch) ?? this.#add(importId, batch);
    this.#link(importId, id);
    return id;
  }

  #resume({ source, collection, rights, note, resumed, keepsPages }: SourceBatch): number | null {
    if (!resumed) return null;
    const { bytes, modifiedAt, sha256, fingerprint = null } = source;
    const told = [Number(keepsPages ?? false), collection, rights, note];
    this.#statements.resume.run(bytes, modifiedAt, sha256, fingerprint, resumed.records, ...told, resumed.sourceId);
    return resumed.sourceId;
  }

  #restart({ source, collection, rights, note, row, keepsPages }: SourceBatch): number | null {
    const { byHash, byTime, restart } = this.#statements;
    const { path, bytes, modifiedAt, sha256, fingerprint = null, part = null } = source;
    const known = sha256 === null ? byTime.get(path, bytes, modifiedAt, part) : byHash.get(path, sha256);
    const id = row ?? known?.id ?? null;
    if (id !== null) restart.run(fingerprint, Number(keepsPages ?? false), collection, rights, note, id);
    return id;
  }

  #add(importId: number, { source, collection, rights, note, keepsPages }: SourceBatch): number {
    const { path, format, bytes, modifiedAt, sha256, fingerprint = null, part = null } = source;
    const told = [collection, rights, note, Number(keepsPages ?? false), part];
    const file = [path, format, bytes, modifiedAt, sha256, fingerprint];
    return Number(this.#statements.addSource.run(importId, ...file, ...told).lastInsertRowid);
  }

  #link(importId: number, sourceId: number): void {
    this.#statements.link.run(importId, sourceId);
  }
}

/** An argument of a command line as it may be kept and shown. */
export function withoutPassword(argument: string): string {
  return argument.replace(URL_PASSWORD, '$1:***@').replace(PASSWORD_FIELD, '$1***');
}

function prepare(db: Database) {
  const known = 'SELECT id AS sourceId, records FROM sources';
  const whole = "state = 'done' AND rejected = 0 AND keeps_pages >= ? ORDER BY id DESC LIMIT 1";
  return {
    begin: db.prepare<[string, string, string]>(
      `INSERT INTO imports (started_at, status, tool_version, argv, captures_before)
      VALUES (?, 'running', ?, ?, (SELECT coalesce(max(id), 0) FROM captures))`,
    ),
    unmark: db.prepare('DELETE FROM shards'),
    finish: db.prepare<[string, string, number]>(
      "UPDATE imports SET finished_at = ?, status = ? WHERE id = ? AND status = 'running'",
    ),
    toolVersion: db.prepare<[number], { tool_version: string }>('SELECT tool_version FROM imports WHERE id = ?'),
    knownByHash: db.prepare<[string, string, number], KnownSource>(
      `${known} WHERE path = ? AND sha256 = ? AND ${whole}`,
    ),
    knownByFingerprint: db.prepare<[string, string, number], KnownSource>(
      `${known} WHERE path = ? AND fingerprint = ? AND ${whole}`,
    ),
    touch: db.prepare<[string, number]>('UPDATE sources SET fingerprint = ? WHERE id = ?'),
    knownByTime: db.prepare<[string, number, string, number], KnownSource>(
      `${known} WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 IS NULL AND part IS NULL AND ${whole}`,
    ),
    resumePoint: db.prepare<Omit<Source, 'modifiedAt'>, ResumePoint>(`
      SELECT id AS sourceId, format, bytes, sha256, CAST(coalesce(resume_at, 0) AS INTEGER) AS resumeAt,
        CASE WHEN resume_at > '0' THEN records - rejected ELSE 0 END AS records
      FROM sources WHERE path = @path AND format = @format AND bytes < @bytes AND state = 'truncated'
      AND rejected = (SELECT count(*) FROM rejects WHERE source_id = sources.id AND code = 'truncated'
        AND import_id = (SELECT max(import_id) FROM import_sources WHERE source_id = sources.id))
      AND NOT EXISTS (SELECT 1 FROM sources AS begun WHERE begun.path = @path AND begun.sha256 = @sha256)
      ORDER BY id DESC LIMIT 1`),
    byHash: db.prepare<[string, string], { id: number }>('SELECT id FROM sources WHERE path = ? AND sha256 = ?'),
    // Standard input has no time: what it held before cannot be told from what it holds now.
    byTime: db.prepare<[string, number, string | null, string | null], { id: number }>(
      'SELECT id FROM sources WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 IS NULL AND part IS ?',
    ),
    addSource: db.prepare<Value[]>(`
      INSERT INTO sources (import_id, path, format, bytes, modified_at, sha256, fingerprint, collection, rights, note, keeps_pages,
        part, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'partial')`),
    restart: db.prepare<Value[]>(`
      UPDATE sources SET state = 'partial', records = 0, rejected = 0, resume_at = NULL,
        fingerprint = ?, keeps_pages = ?, collection = coalesce(?, collection), rights = coalesce(?, rights), note = coalesce(?, note)
      WHERE id = ?`),
    // The cut record is read again.
    resume: db.prepare<Value[]>(`
      UPDATE sources SET bytes = ?, modified_at = ?, sha256 = ?, fingerprint = ?, state = 'partial', resume_at = NULL,
        records = ?, rejected = 0, keeps_pages = min(keeps_pages, ?),
        collection = coalesce(?, collection), rights = coalesce(?, rights), note = coalesce(?, note)
      WHERE id = ?`),
    link: db.prepare<[number, number]>(`
      INSERT OR IGNORE INTO import_sources (import_id, source_id, row_hash)
      SELECT import_id, source_id, ${hashSql('import_sources')} FROM (SELECT CAST(? AS INTEGER) AS import_id, CAST(? AS INTEGER) AS source_id)`),
    addToSource: db.prepare<Value[]>(`
      UPDATE sources SET records = records + ?, rejected = rejected + ?, state = coalesce(?, state), resume_at = ?,
        crawler = coalesce(?, crawler) WHERE id = ?`),
    seal: db.prepare<[number]>(sealSql('imports', 'id = ?')),
    sealSource: db.prepare<[number]>(sealSql('sources', 'id = ?')),
    sealSkipped: db.prepare<[number, string]>(sealSql('import_skipped', 'import_id = ? AND kind = ?')),
    sealReject: db.prepare<[number | bigint]>(sealSql('rejects', 'id = ?')),
    addTally: db.prepare<Value[]>(`
      UPDATE imports SET read = read + ?, inserted = inserted + ?, updated = updated + ?, unchanged = unchanged + ?,
        skipped = skipped + ?, rejected = rejected + ? WHERE id = ?`),
    addSkipped: db.prepare<[number, string, number]>(`
      INSERT INTO import_skipped (import_id, kind, count) VALUES (?, ?, ?)
      ON CONFLICT (import_id, kind) DO UPDATE SET count = count + excluded.count`),
    addReject: db.prepare<Value[]>(`
      INSERT INTO rejects (import_id, source_id, locator, stage, code, message, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?)`),
  };
}
