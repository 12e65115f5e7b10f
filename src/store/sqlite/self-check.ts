import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { PARAGRAPH_BREAK, paragraphsOf } from '../../archive/text-of.js';
import type { Damage } from '../../model/verify.js';
import { brokenSeals } from './row-hashes.js';

interface Rule {
  readonly check: string;
  readonly table: string;
  readonly message: string;
  /** Gives the rows that break the rule, by what names them. */
  readonly sql: string;
}

/** What must hold between the rows of an archive, beyond what SQLite watches. */
const RULES: readonly Rule[] = [
  {
    check: 'counts',
    table: 'imports',
    message: 'read is not the sum of inserted, updated, unchanged, skipped and rejected',
    sql: 'SELECT id FROM imports WHERE read <> inserted + updated + unchanged + skipped + rejected',
  },
  {
    check: 'counts',
    table: 'imports',
    message: 'has more rejects than it counted',
    sql: 'SELECT id FROM imports WHERE rejected < (SELECT count(*) FROM rejects WHERE import_id = imports.id)',
  },
  {
    check: 'counts',
    table: 'imports',
    message: 'skipped is not the sum of its kinds',
    sql: `SELECT id FROM imports WHERE coalesce((SELECT sum(count) FROM import_skipped WHERE import_id = imports.id), 0) > skipped`,
  },
  {
    check: 'counts',
    table: 'imports',
    message: 'runs, but no process holds the archive',
    sql: "SELECT id FROM imports WHERE status = 'running' AND id NOT IN (SELECT import_id FROM import_lock)",
  },
  {
    check: 'counts',
    table: 'sources',
    message: 'has more rejects or captures than records',
    sql: `SELECT id FROM sources WHERE rejected > records
      OR (state = 'done' AND records < (SELECT count(*) FROM capture_locations WHERE source_id = sources.id))`,
  },
  {
    check: 'records',
    table: 'captures',
    message: 'was found at no place of any source',
    sql: 'SELECT id FROM captures WHERE NOT EXISTS (SELECT 1 FROM capture_locations WHERE capture_id = id)',
  },
  {
    check: 'records',
    table: 'capture_records',
    message: 'is no JSON',
    sql: 'SELECT capture_id FROM capture_records WHERE NOT json_valid(record)',
  },
  {
    check: 'hashes',
    table: 'record_parts',
    message: 'is not what its hash says',
    sql: 'SELECT hash FROM record_parts WHERE hash <> part_hash(json)',
  },
  {
    check: 'records',
    table: 'captures',
    message: 'has no record',
    sql: 'SELECT id FROM captures WHERE id NOT IN (SELECT capture_id FROM capture_records)',
  },
  {
    check: 'records',
    table: 'capture_locations',
    message: 'holds a reading that is no JSON',
    sql: "SELECT source_id || ' ' || locator FROM capture_locations WHERE reading IS NOT NULL AND NOT json_valid(reading)",
  },
  {
    check: 'records',
    table: 'repairs',
    message: 'stands under another article than its capture',
    sql: `SELECT repairs.id FROM repairs JOIN captures ON captures.id = capture_id
      WHERE repairs.article_id IS NOT captures.article_id`,
  },
  {
    check: 'records',
    table: 'capture_issues',
    message: 'names another issue than its reading',
    sql: `SELECT capture_id || ' ' || position FROM capture_issues JOIN issue_readings ON issue_readings.id = reading_id
      WHERE issue_readings.issue_id <> capture_issues.issue_id`,
  },
  {
    check: 'records',
    table: 'revisits',
    message: 'names another capture than stands at its place',
    sql: `SELECT id FROM revisits LEFT JOIN capture_locations AS places USING (source_id, locator)
      WHERE revisits.capture_id IS NOT places.capture_id`,
  },
  {
    check: 'hashes',
    table: 'captures',
    message: 'content_sha256 is no SHA-256',
    sql: "SELECT id FROM captures WHERE length(content_sha256) <> 64 OR content_sha256 GLOB '*[^0-9a-f]*'",
  },
  {
    check: 'hashes',
    table: 'captures',
    message: 'text_sha256 is that of no text of its article',
    sql: `SELECT captures.id FROM captures JOIN articles ON articles.id = article_id
      WHERE kind_detail IS NULL AND captures.text_sha256 <> articles.text_sha256 AND NOT EXISTS
      (SELECT 1 FROM article_versions AS texts WHERE texts.article_id = articles.id AND texts.text_sha256 = captures.text_sha256)`,
  },
];

interface Words {
  readonly id: number;
  readonly headline: string | null;
  readonly body: string;
  readonly own_paragraphs: number | null;
  readonly text_sha256: string;
}

/** The words that a text hash is made of, without restored ones. */
const TEXTS: readonly (readonly [table: string, sql: string])[] = [
  [
    'articles',
    `SELECT id, CASE WHEN article_id IS NULL THEN articles.headline ELSE restored_texts.headline END AS headline,
      coalesce(restored_texts.body, articles.body) AS body, own_paragraphs, text_sha256
      FROM articles LEFT JOIN restored_texts ON article_id = id`,
  ],
  ['article_versions', 'SELECT id, headline, body, NULL AS own_paragraphs, text_sha256 FROM article_versions'],
];

/** What of an archive's own rows is not as it must be. */
export function* selfDamages(db: Database): Generator<Damage> {
  for (const { check, table, message, sql } of RULES) {
    for (const row of db.prepare<[], string | number>(sql).pluck().all()) {
      yield { check, table, row: String(row), message };
    }
  }
  for (const { table, row } of brokenSeals(db)) {
    yield { check: 'hashes', table, row, message: 'its facts are not those that were written' };
  }
  for (const [table, sql] of TEXTS) {
    for (const words of db.prepare<[], Words>(sql).iterate()) {
      if (hashOf(words) === words.text_sha256) continue;
      yield { check: 'hashes', table, row: String(words.id), message: 'its words are not those of its text_sha256' };
    }
  }
}

/** The hash of `textOf`, from stored words: later pages of a story do not count. */
function hashOf({ headline, body, own_paragraphs: own }: Words): string {
  const first = own === null ? body : paragraphsOf(body).slice(0, own).join(PARAGRAPH_BREAK);
  return createHash('sha256')
    .update(`${headline ?? ''}${PARAGRAPH_BREAK}${first}`)
    .digest('hex');
}
