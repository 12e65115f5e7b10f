import { copyFileSync, cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerifyReport } from '../../src/index.js';
import { digestOf as digestOfArchive } from '../digest-of.js';
import { muragat, put, stories, story } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-kept-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const samples = new URL('../../samples', import.meta.url).pathname;
const LAX = ['--quiet', '--max-rejects', '1000'];
const importInto = (db: string, ...args: readonly string[]) =>
  muragat(['import', '--json', ...LAX, '--db', db, ...args], { cwd });
const verify = (db: string, ...args: readonly string[]): VerifyReport =>
  JSON.parse(muragat(['verify', '--json', '--db', db, ...args], { cwd }).out);
const digestOf = (db: string): Promise<string> => digestOfArchive(join(cwd, db));

function ask<T>(db: string, sql: string): readonly T[] {
  const archive = new Database(join(cwd, db));
  try {
    const statement = archive.prepare<[], T>(sql);
    if (statement.reader) return statement.all();
    statement.run();
    return [];
  } finally {
    archive.close();
  }
}
const count = (db: string, table: string): number =>
  ask<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? -1;

/** What is found of kept.db, its dumps gone. */
let keptReport: VerifyReport;

/** An archive of all samples with their pages, and one without; the dumps themselves are gone. */
beforeAll(() => {
  cpSync(samples, join(cwd, 'dumps'), { recursive: true });
  importInto('plain.db', 'dumps');
  importInto('kept.db', '--keep-pages', 'dumps');
  importInto('threads.db', '--keep-pages', '--jobs', '2', 'dumps');
  put(join(cwd, 'a.jsonl'), stories(1, 3));
  put(join(cwd, 'b.jsonl'), stories(3, 5));
  renameSync(join(cwd, 'dumps'), join(cwd, 'gone'));
  keptReport = verify('kept.db', '--sources');
}, 60_000);

describe('muragat import --keep-pages', () => {
  it('keeps each page once, as it was fetched, and gives the archive that it gives without', async () => {
    expect(keptReport).toMatchObject({ ok: true, digest: await digestOf('plain.db') });
    expect(count('kept.db', 'kept_places')).toBeGreaterThan(count('kept.db', 'kept_pages'));
    const [page] = ask<{ payload: Uint8Array; bytes: number }>(
      'kept.db',
      `SELECT payload, bytes FROM kept_pages WHERE length(payload) < bytes LIMIT 1`,
    );
    expect(inflateSync(page?.payload ?? new Uint8Array())).toHaveLength(page?.bytes ?? -1);
    expect(count('plain.db', 'kept_pages')).toBe(0);
  });

  it('keeps the same pages from worker threads', () => {
    const pages = 'SELECT content_sha256, bytes, payload FROM kept_pages ORDER BY 1';
    expect(ask('threads.db', pages)).toEqual(ask('kept.db', pages));
  });

  it('keeps the pages of dumps that were imported without', () => {
    importInto('late.db', 'a.jsonl');
    expect(count('late.db', 'kept_pages')).toBe(0);
    expect(JSON.parse(importInto('late.db', '--keep-pages', 'a.jsonl').out)).toMatchObject({ read: 3, unchanged: 3 });
    expect(count('late.db', 'kept_pages')).toBe(3);
  });
});

describe('muragat verify --sources', () => {
  it('proves captures by kept pages where dumps have moved or vanished, and names those dumps', () => {
    const { ok, sources } = keptReport;
    expect(ok).toBe(true);
    expect(sources).toMatchObject({ sources: 0, captures: 0, kept: count('kept.db', 'capture_locations') });
    expect(sources?.moved.map(({ path }) => path)).toContain('dumps/containers/pages.wacz');
    expect(verify('plain.db', '--sources').ok).toBe(false);
    const { out } = muragat(['verify', '--sources', '--db', 'kept.db'], { cwd });
    expect(out).toContain('dumps/containers/pages.tar: the dump has moved or vanished');
  });

  it('names a kept page that was changed, and the dumps that it no longer proves', () => {
    copyFileSync(join(cwd, 'kept.db'), join(cwd, 'rotten.db'));
    const [page] = ask<{ content_sha256: string }>(
      'rotten.db',
      `SELECT content_sha256 FROM kept_pages JOIN kept_places ON page_id = kept_pages.id JOIN sources ON sources.id = source_id
        WHERE path = 'dumps/containers/page.html.gz'`,
    );
    ask(
      'rotten.db',
      `UPDATE kept_pages SET payload = zeroblob(length(payload)) WHERE content_sha256 = '${page?.content_sha256}'`,
    );
    const { damages } = verify('rotten.db', '--sources');
    expect(damages).toContainEqual(expect.objectContaining({ table: 'kept_pages', row: page?.content_sha256 }));
    expect(damages.map(({ message }) => message).join()).toContain('page.html.gz: the dump has moved or vanished');
  });
});

describe('muragat retry --kept', () => {
  it('reads kept pages again without their dumps, and changes nothing by the same rules', () => {
    const states = 'SELECT path, state, records, rejected, resume_at, crawler FROM sources ORDER BY id';
    const before = ask('kept.db', states);
    const run = muragat(['retry', '--kept', '--json', ...LAX, '--db', 'kept.db'], { cwd });
    expect(JSON.parse(run.out)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: count('kept.db', 'capture_locations'),
    });
    expect(verify('kept.db', '--sources')).toMatchObject({ ok: true, digest: keptReport.digest });
    expect(ask('kept.db', states)).toEqual(before);
  });

  it('gives what import --force gives of the dumps, by what is said now and else by what was said then', async () => {
    put(join(cwd, 'page.html'), Buffer.from(JSON.parse(story(7)).html, 'utf8'));
    importInto('wrong.db', '--keep-pages', '--charset', 'koi8-r', '--site', 'tasotkel.example', 'page.html');
    importInto('right.db', '--charset', 'utf-8', '--site', 'tasotkel.example', 'page.html');
    renameSync(join(cwd, 'page.html'), join(cwd, 'moved.html'));
    const right = await digestOf('right.db');
    expect(await digestOf('wrong.db')).not.toBe(right);
    muragat(['retry', '--kept', ...LAX, '--db', 'wrong.db', '--charset', 'utf-8'], { cwd });
    expect(verify('wrong.db', '--sources')).toMatchObject({ ok: true, digest: right });
  });

  it('renews what older rules read, which status counts until then', () => {
    importInto('old.db', '--keep-pages', 'a.jsonl');
    ask('old.db', 'UPDATE capture_records SET rules_version = 0');
    const status = () => JSON.parse(muragat(['status', '--json', '--db', 'old.db'], { cwd }).out);
    expect(status()).toMatchObject({ rules: { olderCaptures: 3 }, keptPages: { pages: 3 } });
    expect(muragat(['status', '--db', 'old.db'], { cwd }).out).toMatch(/3 captures read by older rules +renewed by/);
    muragat(['retry', '--kept', ...LAX, '--db', 'old.db'], { cwd });
    expect(status()).toMatchObject({ rules: { olderCaptures: 0 } });
    expect(verify('old.db').ok).toBe(true);
  });

  it('wants no format: it knows it', () => {
    expect(muragat(['retry', '--kept', '--format', 'warc', '--db', 'kept.db'], { cwd }).code).toBe(2);
  });
});

describe('import --force', () => {
  it('notes that newer rules read a capture, though they found nothing new', () => {
    importInto('force.db', 'a.jsonl');
    ask('force.db', 'UPDATE capture_records SET rules_version = 0');
    importInto('force.db', '--force', 'a.jsonl');
    expect(ask('force.db', 'SELECT DISTINCT rules_version FROM capture_records')).toEqual([{ rules_version: 1 }]);
  });
});

describe('forget and merge', () => {
  it('let go of the pages that no other source holds', () => {
    importInto('both.db', '--keep-pages', 'a.jsonl', 'b.jsonl');
    expect(count('both.db', 'kept_pages')).toBe(5);
    muragat(['forget', '--quiet', '--source', 'b.jsonl', '--db', 'both.db'], { cwd });
    expect(count('both.db', 'kept_pages')).toBe(3);
    muragat(['forget', '--quiet', '--article', '1', '--db', 'both.db'], { cwd });
    expect([count('both.db', 'kept_pages'), count('both.db', 'kept_places')]).toEqual([2, 2]);
    expect(verify('both.db').ok).toBe(true);
  });

  it('carry kept pages and the version of the rules into the merged archive', () => {
    muragat(['merge', '--quiet', 'merged.db', 'kept.db', 'force.db'], { cwd });
    expect(count('merged.db', 'kept_pages')).toBe(count('kept.db', 'kept_pages'));
    ask('force.db', 'UPDATE capture_records SET rules_version = 0');
    muragat(['merge', '--quiet', 'older.db', 'force.db'], { cwd });
    expect(ask('older.db', 'SELECT DISTINCT rules_version FROM capture_records')).toEqual([{ rules_version: 0 }]);
    const { ok, sources } = verify('merged.db', '--sources');
    expect([ok, sources?.moved.length]).toEqual([true, keptReport.sources?.moved.length]);
  });
});
