import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';

const root = new URL('../../', import.meta.url).pathname;
const bin = join(root, 'bin/muragat.js');
const folder = mkdtempSync(join(tmpdir(), 'muragat-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

function muragat(...args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

beforeAll(() => {
  muragat('import', '--quiet', join(root, 'samples/pages'));
});

describe('muragat export', () => {
  it('writes no file that more people can read than the archive', () => {
    chmodSync(join(folder, 'archive.db'), 0o600);
    muragat('export', '--format', 'csv', '-o', 'closed.csv');
    chmodSync(join(folder, 'archive.db'), 0o644);
    muragat('export', '--format', 'csv', '-o', 'open.csv');
    const rights = (name: string): string => (statSync(join(folder, name)).mode & 0o777).toString(8);
    expect([rights('closed.csv'), rights('open.csv')]).toEqual(['600', (0o644 & ~process.umask()).toString(8)]);
  });

  it('writes every article as CSV, and fewer with a filter', () => {
    const lines = (text: string): number => text.split('\r\n').length;
    const all = muragat('export', '--format', 'csv');
    const some = muragat('export', '--format', 'csv', '--site', 'priozerny-kray.example');
    const found = muragat('export', '--format', 'csv', '--query', 'қазақпарат');
    expect(lines(all.out)).toBeGreaterThan(lines(some.out));
    expect(lines(all.out)).toBeGreaterThan(lines(found.out));
    expect(lines(found.out)).toBeGreaterThan(1);
  });

  it('writes records that parse would print, without the names of commenters', () => {
    const records = muragat('export', '--format', 'jsonl')
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const named = muragat('export', '--format', 'jsonl', '--with-comments').out;
    const authors = records.flatMap((record) =>
      (record.article?.comments ?? []).map((comment: { author: unknown }) => comment.author),
    );
    expect(authors.length).toBeGreaterThan(0);
    expect(new Set(authors)).toEqual(new Set([null]));
    expect(named.length).toBeGreaterThan(0);
    const parsed = JSON.parse(muragat('parse', records[0].source.path).out);
    expect(Object.keys(records[0]).sort()).toEqual(Object.keys(parsed).sort());
  });

  it('writes records that give the same archive when they are imported', async () => {
    muragat('export', '--format', 'jsonl', '--with-comments', '-o', 'all.jsonl');
    expect(muragat('import', '--quiet', '--db', 'again.db', 'all.jsonl')).toMatchObject({ code: 0, err: '' });
    const digests = ['archive.db', 'again.db'].map(async (name) => {
      const store = openSqliteStore(join(folder, name), { create: false });
      return store.digest().finally(() => store.close());
    });
    const [first, second] = await Promise.all(digests);
    expect(second).toBe(first);
  });

  it('writes a file that is whole or not there', () => {
    expect(muragat('export', '--format', 'parquet', '-o', 'a.parquet').code).toBe(0);
    expect(readFileSync(join(folder, 'a.parquet')).subarray(0, 4).toString()).toBe('PAR1');
    expect(existsSync(join(folder, 'a.parquet.partial'))).toBe(false);
    expect(muragat('export', '--format', 'csv', '-o', 'no/such/folder/a.csv')).toMatchObject({ code: 74 });
  });

  it.each([[['--format', 'docx']], [[]], [['--format', 'jsonl', '--bom']]])('takes %j for wrong usage', (flags) => {
    expect(muragat('export', ...flags)).toMatchObject({ code: 2, out: '' });
  });
});
