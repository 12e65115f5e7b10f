import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { defineParts, WHOLE_RECORD } from './record-parts.js';

/** Hexadecimal digits of a hash: 64 bits, by which no accident goes unseen. */
const DIGITS = 16;

const OF_RECORD = 'FROM capture_records WHERE capture_id = captures.id';

/**
 * The facts of each table that nothing else in an archive says, and that no computation gives again. What is settled or computed from them
 * (a capture's article, its counters the other way round) is no part of it: `verify` computes that anew.
 */
const FACTS = {
  captures: `kind, kind_detail, site_told, CASE WHEN site_told THEN site_id END, url, captured_at, captured_at_basis, captured_from,
    captured_to, http_status, media_type, charset_declared, charset, content_sha256, record_id, text_sha256,
    CASE WHEN counters_swapped THEN comment_count ELSE views END, CASE WHEN counters_swapped THEN views ELSE comment_count END,
    (SELECT tool_version ${OF_RECORD}), (SELECT rules_version ${OF_RECORD}), (SELECT ${WHOLE_RECORD} ${OF_RECORD}),
    (SELECT count(*) FROM repairs WHERE capture_id = captures.id AND restored = 0),
    (SELECT count(*) FROM diagnostics WHERE capture_id = captures.id)`,
  capture_locations: 'capture_id, source_id, locator, reading, payload_digest',
  diagnostics: 'id, capture_id, code, message',
  imports:
    'id, started_at, finished_at, status, tool_version, argv, read, inserted, updated, unchanged, skipped, rejected, captures_before',
  import_sites: 'import_id, site_id, articles, without_date, without_views, without_body',
  import_skipped: 'import_id, kind, count',
  import_sources: 'import_id, source_id',
  kept_places: 'source_id, locator, page_id, facts',
  rejects: 'id, import_id, source_id, locator, stage, code, message, excerpt',
  repairs: `id, capture_id, CASE WHEN restored THEN article_id END, field, seq, start, before, after, method, lossy, quote(confidence),
    applied, restored`,
  restored_texts: 'article_id, headline, lead, body',
  revisits: `id, source_id, locator, url, url_key, captured_at, target_captured_at, payload_digest, http_status, record_id`,
  sites: 'id, host, name, issn, publisher, language, time_zone, profile',
  site_hosts: 'host, site_id',
  sources: `id, import_id, path, format, bytes, modified_at, sha256, state, resume_at, records, rejected, crawler, fingerprint, collection,
    rights, note, CASE WHEN part IS NULL THEN keeps_pages ELSE keeps_pages || ' ' || part END`,
} as const;

/** What names a row of a table to a person. */
const NAMES: Readonly<Record<HashedTable, string>> = {
  captures: 'id',
  capture_locations: "source_id || ' ' || locator",
  diagnostics: 'id',
  imports: 'id',
  import_sites: "import_id || ' ' || site_id",
  import_skipped: "import_id || ' ' || kind",
  import_sources: "import_id || ' ' || source_id",
  kept_places: "source_id || ' ' || locator",
  rejects: 'id',
  repairs: 'id',
  restored_texts: 'article_id',
  revisits: 'id',
  sites: 'id',
  site_hosts: 'host',
  sources: 'id',
};

/** A table whose rows have a `row_hash`. */
export type HashedTable = keyof typeof FACTS;

const TABLES = Object.keys(FACTS) as readonly HashedTable[];

/** Teaches a connection `hash_of(text)`, by which the statements of this program compute hashes, and what hashes are made of. */
export function defineFunctions(db: Database): void {
  defineParts(db);
  db.function('hash_of', { deterministic: true, directOnly: true }, (text) =>
    hash('sha256', String(text)).slice(0, DIGITS),
  );
}

/** SQL for the hash of a row of `table`. */
export function hashSql(table: HashedTable): string {
  return `hash_of(json_array(${FACTS[table]}))`;
}

/** A statement that writes the hash of the rows that `where` names; to be run after each change of their facts. */
export function sealSql(table: HashedTable, where: string): string {
  return `UPDATE ${table} SET row_hash = ${hashSql(table)} WHERE ${where}`;
}

/** Writes the hashes that are missing: those of an archive of an older version. */
export function sealUnsealed(db: Database): void {
  for (const table of TABLES) db.exec(sealSql(table, 'row_hash IS NULL'));
}

/** Rows whose facts are not those that were written, by table and name. */
export function* brokenSeals(db: Database): Generator<{ readonly table: HashedTable; readonly row: string }> {
  for (const table of TABLES) {
    const broken = `SELECT ${NAMES[table]} FROM ${table} WHERE row_hash IS NOT ${hashSql(table)}`;
    for (const row of db.prepare<[], string | number | null>(broken).pluck().all()) yield { table, row: String(row) };
  }
}
