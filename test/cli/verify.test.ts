import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkSqliteFile,
  openSqliteStore,
  profiles,
  settleRules,
  type VerifyReport,
  verifyArchive,
} from '../../src/index.js';
import { muragat, put, stories, story } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-verify-'));
afterAll(() => rmSync(cwd, { recursive: true }));

/** Something of every kind: stories, lists, issues, comments, reprints, rejects. */
const samples = ['broken', 'containers/broken', 'dumps', 'pages/kokzhiek-tany.example'].map(
  (folder) => new URL(`../../samples/${folder}`, import.meta.url).pathname,
);

interface Report {
  readonly ok: boolean;
  readonly digest: string | null;
  readonly damages: readonly { readonly check: string; readonly table: string; readonly row: string | null }[];
  readonly sources: { readonly captures: number; readonly sources: number; readonly unchecked: number } | null;
}

/** A copy of the archive with something done to it, verified. */
function verified(change: (db: Database.Database) => void, name = 'copy.db'): Promise<VerifyReport> {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(cwd, name + ending), { force: true });
  const path = join(cwd, name);
  copyFileSync(join(cwd, 'whole.db'), path);
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  change(db);
  db.close();
  return verifyArchive({
    checkFile: () => checkSqliteFile(path),
    open: () => openSqliteStore(path, { create: false, lean: true, profiles }),
    openScratch: () => openSqliteStore(':temporary:', { create: true, lean: true, profiles }),
    rules: settleRules,
    readDump: null,
  });
}

const sql = (text: string) => (db: Database.Database) => void db.exec(text);
const SOME = '(SELECT min(id) FROM articles)';

/** What is done to a sound archive, and where the damage must be named. */
const damages: readonly (readonly [
  what: string,
  change: (db: Database.Database) => void,
  check: string,
  table: string,
])[] = [
  ['an index is gone', sql('DROP INDEX captures_article_id'), 'structure', 'captures_article_id'],
  ['a trigger was changed', sql('DROP TRIGGER articles_ad'), 'structure', 'articles_ad'],
  ['a table is gone', sql('DROP TABLE evidence'), 'structure', 'evidence'],
  [
    'a row refers to nothing',
    sql('DELETE FROM sites WHERE id = (SELECT min(site_id) FROM articles)'),
    'keys',
    'articles',
  ],
  [
    'the search lacks words',
    sql("DROP TRIGGER articles_au; UPDATE articles SET headline = 'Бұрмаланған'"),
    'search',
    'articles_fts',
  ],
  ['an import does not add up', sql('UPDATE imports SET inserted = inserted + 1'), 'counts', 'imports'],
  ['a source has too few records', sql("UPDATE sources SET records = 0 WHERE state = 'done'"), 'counts', 'sources'],
  [
    'the words of an article were changed',
    sql(`UPDATE articles SET body = body || '!' WHERE id = ${SOME}`),
    'hashes',
    'articles',
  ],
  [
    'the hash of a capture was changed',
    sql("UPDATE captures SET text_sha256 = 'f00' WHERE text_sha256 IS NOT NULL"),
    'hashes',
    'captures',
  ],
  ['a record is no JSON', sql('UPDATE capture_records SET record = substr(record, 2)'), 'records', 'capture_records'],
  ['a record has another shape', sql('UPDATE capture_records SET record = \'{"article":7}\''), 'records', 'archive'],
  ['a capture has no place', sql('DELETE FROM capture_locations'), 'records', 'captures'],
  [
    'a date of an article was changed',
    sql(`UPDATE articles SET published_on = '1999-01-01' WHERE id = ${SOME}`),
    'content',
    'article',
  ],
  [
    'an article has a keyword too many',
    sql(
      `INSERT INTO keywords (name) VALUES ('жалған'); INSERT INTO article_keywords SELECT ${SOME}, id FROM keywords WHERE name = 'жалған'`,
    ),
    'content',
    'keyword',
  ],
  ['an attribution is missing', sql('DELETE FROM attributions'), 'content', 'attribution'],
  [
    'a join was added',
    sql("INSERT INTO story_joins SELECT site_id, 'x', site_id, key, 'y' FROM articles LIMIT 1"),
    'content',
    'story_joins',
  ],
  ['an inferred issue was changed', sql('UPDATE issues SET year = year + 1'), 'content', 'issues'],
  [
    'folded words were changed',
    sql(`UPDATE articles SET search_extra = 'x' WHERE id = ${SOME}`),
    'content',
    'articles',
  ],
  // Facts that only one row says: nothing else in the archive could tell.
  ['a media type was changed', sql("UPDATE captures SET media_type = 'text/htmm'"), 'hashes', 'captures'],
  [
    'the rule behind a value was changed',
    sql("UPDATE record_parts SET json = replace(json, 'footer', 'fooler')"),
    'hashes',
    'record_parts',
  ],
  [
    'a value was changed',
    sql('UPDATE capture_records SET record = replace(record, \'"inLanguage":"kk"\', \'"inLanguage":"ru"\')'),
    'hashes',
    'captures',
  ],
  ['a place was changed', sql("UPDATE capture_locations SET locator = locator || '~'"), 'hashes', 'capture_locations'],
  ['a dump was renamed', sql("UPDATE sources SET path = path || '0'"), 'hashes', 'sources'],
  ['a start was changed', sql("UPDATE imports SET started_at = '1999-01-01'"), 'hashes', 'imports'],
  ['a source was given to another import', sql('UPDATE import_sources SET import_id = 7'), 'hashes', 'import_sources'],
  ['a reason was changed', sql("UPDATE rejects SET message = 'x'"), 'hashes', 'rejects'],
  ['a message was changed', sql("UPDATE diagnostics SET message = 'x'"), 'hashes', 'diagnostics'],
  ['the method of a repair was changed', sql("UPDATE repairs SET method = 'x'"), 'hashes', 'repairs'],
  ['a name was changed', sql("UPDATE sites SET name = 'x'"), 'hashes', 'sites'],
  ['a sketch was changed', sql("UPDATE article_sketches SET sketch = x'00'"), 'content', 'article_sketches'],
  ['a repair does not fit its text', sql("UPDATE repairs SET after = 'Басқа' WHERE applied = 1"), 'repairs', 'repairs'],
];

describe('muragat verify', () => {
  beforeAll(() => {
    const broken = `Біз білеміз: су — тіршілік көзі.`;
    const moji = [...Buffer.from(broken, 'utf8')].map((byte) => String.fromCharCode(byte)).join('');
    put(join(cwd, 'moji.jsonl'), story(900).replace('Ауыл тұрғындары', `${moji} Ауыл тұрғындары`));
    muragat(['import', '--quiet', '--max-rejects', '1000', '--db', 'whole.db', ...samples, 'moji.jsonl'], { cwd });
    const db = new Database(join(cwd, 'whole.db'));
    expect(db.prepare('SELECT count(*) FROM repairs WHERE applied = 1').pluck().get()).toBeGreaterThan(0);
    db.pragma('journal_mode = DELETE');
    db.close();
  });

  it('finds nothing wrong with a sound archive and gives its digest', async () => {
    const report = await verified(() => undefined);
    expect(report).toMatchObject({ ok: true, damages: [], digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('prints nothing with --quiet when all is well', () => {
    expect(muragat(['verify', '--quiet', '--db', 'whole.db'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });

  it.each(damages)('names where %s', async (_what, change, check, table) => {
    const report = await verified(change);
    expect(report.damages.map((damage) => `${damage.check} ${damage.table}`)).toContain(`${check} ${table}`);
    expect(report.ok).toBe(false);
  });

  it('finds nothing wrong after restore, whose words are a layer', async () => {
    copyFileSync(join(cwd, 'whole.db'), join(cwd, 'restored.db'));
    const store = openSqliteStore(join(cwd, 'restored.db'), { create: false, profiles });
    for await (const text of store.articleTexts()) {
      const repair = { field: 'headline', seq: 1, start: 0, before: 'а', after: 'ә', method: 'restore-context' };
      const repairs = [{ ...repair, lossy: true, confidence: 0.97, applied: true }];
      await store.restore([{ ...text, headline: 'Қалпына келген', repairs }]);
      break;
    }
    await store.close();
    expect(muragat(['verify', '--db', 'restored.db', '--quiet'], { cwd })).toMatchObject({ code: 0, out: '' });
  });

  it('finds the same in copies that SQLite makes: VACUUM INTO, VACUUM, backup', async () => {
    const { digest } = await verified(() => undefined);
    const vacuumed = await verified((db) => void db.exec('VACUUM'));
    expect(vacuumed).toMatchObject({ ok: true, digest });
    const db = new Database(join(cwd, 'whole.db'));
    db.prepare('VACUUM INTO ?').run(join(cwd, 'into.db'));
    await db.backup(join(cwd, 'backup.db'));
    db.close();
    for (const name of ['into.db', 'backup.db']) {
      const { out } = muragat(['verify', '--json', '--db', name], { cwd });
      expect(JSON.parse(out)).toMatchObject({ ok: true, digest });
    }
  });

  it('names a page of the file that was overwritten', () => {
    copyFileSync(join(cwd, 'whole.db'), join(cwd, 'rotten.db'));
    const bytes = readFileSync(join(cwd, 'rotten.db'));
    bytes.fill(0xa5, 4096 * 20, 4096 * 24);
    writeFileSync(join(cwd, 'rotten.db'), bytes);
    const run = muragat(['verify', '--db', 'rotten.db', '--json'], { cwd });
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out).damageCount).toBeGreaterThan(0);
  });

  it('is no judge of what is no archive', () => {
    put(join(cwd, 'note.db'), 'A note, and no database at all.');
    expect(muragat(['verify', '--db', 'note.db'], { cwd }).code).toBe(65);
    expect(muragat(['verify', '--db', 'nowhere.db'], { cwd }).code).toBe(66);
    expect(muragat(['verify', '--db', ''], { cwd }).code).toBe(2);
  });
});

describe('muragat verify --sources', () => {
  const check = (): Report => JSON.parse(muragat(['verify', '--sources', '--json', '--db', 's.db'], { cwd }).out);
  beforeAll(() => {
    put(join(cwd, 'd/a.jsonl'), stories(1, 4));
    put(join(cwd, 'd/b.jsonl'), stories(5, 6));
    muragat(['import', '--quiet', '--db', 's.db', 'd'], { cwd });
  });

  it('finds every capture again', () => {
    expect(check()).toMatchObject({ ok: true, sources: { sources: 2, captures: 6, unchecked: 0 } });
  });

  it('names a dump that has changed, and the captures that are no longer there', () => {
    put(join(cwd, 'd/a.jsonl'), `${story(1)}\n${story(2, { views: 11 })}\n${story(3)}\n`);
    const { damages } = check();
    expect(damages.map(({ table, row }) => [table, row])).toEqual([
      ['sources', '1'],
      ['captures', '2'],
      ['captures', '4'],
    ]);
  });

  it('names a dump that has moved', () => {
    put(join(cwd, 'd/a.jsonl'), stories(1, 4));
    renameSync(join(cwd, 'd/b.jsonl'), join(cwd, 'elsewhere.jsonl'));
    expect(check().damages).toMatchObject([{ check: 'sources', table: 'sources', row: '2' }]);
  });
});
