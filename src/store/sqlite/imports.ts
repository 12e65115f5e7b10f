import type { Database } from 'better-sqlite3';
import type { Source } from '../../model/capture.js';
import type { ImportStatus, KnownSource, Reject, SourceBatch, Tally } from '../../model/store.js';
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
    const command = JSON.stringify(argv.map(withoutPassword));
    return Number(this.#statements.begin.run(new Date().toISOString(), toolVersion, command).lastInsertRowid);
  }

  /** Ends an import that still runs. */
  finish(importId: number, status: ImportStatus): void {
    this.#statements.finish.run(new Date().toISOString(), status, importId);
  }

  toolVersionOf(importId: number): string {
    return this.#statements.toolVersion.get(importId)?.tool_version ?? '';
  }

  /** The source, where all of it was read and none of it rejected. */
  known(source: Source): KnownSource | null {
    const { knownByHash, knownByTime } = this.#statements;
    const { path, bytes, modifiedAt, sha256 } = source;
    if (sha256 !== null) return knownByHash.get(path, sha256) ?? null;
    return modifiedAt === null ? null : (knownByTime.get(path, bytes, modifiedAt) ?? null);
  }

  markUnchanged(importId: number, { sourceId, records }: KnownSource): void {
    this.#statements.link.run(importId, sourceId);
    this.addTally(importId, { read: records, inserted: 0, updated: 0, unchanged: records, skipped: 0, rejected: 0 });
  }

  /** Row id of the source of a batch; the first batch of a source in an import begins its reading from nothing. */
  sourceOf(importId: number, batch: SourceBatch): number {
    const { path, bytes, modifiedAt, sha256 } = batch.source;
    const name = JSON.stringify([importId, path, bytes, modifiedAt, sha256]);
    const id = this.#begun.get(name) ?? this.#beginSource(importId, batch);
    this.#begun.set(name, id);
    return id;
  }

  /** Counts what a batch held, and notes how the source ended where it did. */
  addToSource(sourceId: number, batch: SourceBatch): void {
    const rejected = batch.items.filter((item) => item.kind === 'reject').length;
    this.#statements.addToSource.run(batch.items.length, rejected, batch.end, sourceId);
  }

  addTally(importId: number, { read, inserted, updated, unchanged, skipped, rejected }: Tally): void {
    this.#statements.addTally.run(read, inserted, updated, unchanged, skipped, rejected, importId);
  }

  addSkipped(importId: number, kinds: Readonly<Record<string, number>>): void {
    for (const [kind, count] of Object.entries(kinds)) this.#statements.addSkipped.run(importId, kind, count);
  }

  addReject(importId: number, sourceId: number, reject: Reject): void {
    const { locator, stage, code, message, excerpt } = reject;
    this.#statements.addReject.run(importId, sourceId, locator, stage, code, message, excerpt);
  }

  /** Forgets which sources it has begun, after a transaction was undone or for a new import. */
  reset(): void {
    this.#begun = new Map();
  }

  #beginSource(importId: number, { source, collection, rights, note }: SourceBatch): number {
    const { byHash, byTime, addSource, restart, link } = this.#statements;
    const { path, format, bytes, modifiedAt, sha256 } = source;
    const known = sha256 === null ? byTime.get(path, bytes, modifiedAt) : byHash.get(path, sha256);
    const id =
      known?.id ??
      Number(
        addSource.run(importId, path, format, bytes, modifiedAt, sha256, collection, rights, note).lastInsertRowid,
      );
    if (known !== undefined) restart.run(collection, rights, note, id);
    link.run(importId, id);
    return id;
  }
}

function withoutPassword(argument: string): string {
  return argument.replace(URL_PASSWORD, '$1:***@').replace(PASSWORD_FIELD, '$1***');
}

function prepare(db: Database) {
  const known = 'SELECT id AS sourceId, records FROM sources';
  const whole = "state = 'done' AND rejected = 0 ORDER BY id DESC LIMIT 1";
  return {
    begin: db.prepare<[string, string, string]>(
      "INSERT INTO imports (started_at, status, tool_version, argv) VALUES (?, 'running', ?, ?)",
    ),
    finish: db.prepare<[string, string, number]>(
      "UPDATE imports SET finished_at = ?, status = ? WHERE id = ? AND status = 'running'",
    ),
    toolVersion: db.prepare<[number], { tool_version: string }>('SELECT tool_version FROM imports WHERE id = ?'),
    knownByHash: db.prepare<[string, string], KnownSource>(`${known} WHERE path = ? AND sha256 = ? AND ${whole}`),
    knownByTime: db.prepare<[string, number, string], KnownSource>(
      `${known} WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 IS NULL AND ${whole}`,
    ),
    byHash: db.prepare<[string, string], { id: number }>('SELECT id FROM sources WHERE path = ? AND sha256 = ?'),
    // Standard input has no time: what it held before cannot be told from what it holds now.
    byTime: db.prepare<[string, number, string | null], { id: number }>(
      'SELECT id FROM sources WHERE path = ? AND bytes = ? AND modified_at = ? AND sha256 IS NULL',
    ),
    addSource: db.prepare<Value[]>(`
      INSERT INTO sources (import_id, path, format, bytes, modified_at, sha256, collection, rights, note, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'partial')`),
    restart: db.prepare<Value[]>(`
      UPDATE sources SET state = 'partial', records = 0, rejected = 0,
        collection = coalesce(?, collection), rights = coalesce(?, rights), note = coalesce(?, note)
      WHERE id = ?`),
    link: db.prepare<[number, number]>('INSERT OR IGNORE INTO import_sources (import_id, source_id) VALUES (?, ?)'),
    addToSource: db.prepare<Value[]>(`
      UPDATE sources SET records = records + ?, rejected = rejected + ?, state = coalesce(?, state) WHERE id = ?`),
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
