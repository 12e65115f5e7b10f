import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mergeArchives } from '../../src/merge/merge-archives.js';
import { settleRules } from '../../src/settle/settle-rules.js';
import { profiles } from '../../src/sites/profiles.js';
import { openSqliteReader } from '../../src/store/sqlite/sqlite-reader.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { digestOf as digestOfArchive } from '../digest-of.js';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-merge-'));
afterAll(() => rmSync(folder, { recursive: true }));

function muragat(...args: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/muragat.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

const digestOf = (name: string): Promise<string> => digestOfArchive(join(folder, name));

const DUMPS = readdirSync(join(root, 'samples/dumps'));

beforeAll(() => {
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  muragat('import', '--quiet', '--db', 'all.db', 'samples/pages', 'samples/dumps');
  muragat('import', '--quiet', '--db', 'a.db', 'samples/pages');
  muragat('import', '--quiet', '--db', 'b.db', 'samples/dumps', `samples/pages/kokzhiek-tany.example`);
});

describe('muragat merge', () => {
  it('gives the archive that importing everything gives, in any order', async () => {
    expect(DUMPS.length).toBeGreaterThan(0);
    expect(muragat('merge', '--quiet', 'ab.db', 'a.db', 'b.db')).toEqual({ code: 0, out: '', err: '' });
    expect(muragat('merge', '--quiet', 'ba.db', 'b.db', 'a.db').code).toBe(0);
    const digests = await Promise.all(['all.db', 'ab.db', 'ba.db'].map(digestOf));
    expect(new Set(digests).size).toBe(1);
  });

  it('gives the same, record by record, as beginning with a copy of the largest', async () => {
    const paths = ['a.db', 'b.db'].map((name) => join(folder, name));
    const [largest = ''] = paths.toSorted((a, b) => statSync(b).size - statSync(a).size);
    writeFileSync(join(folder, 'copied.db.partial'), 'left behind by a run that was killed');
    const copied = JSON.parse(muragat('merge', '--json', 'copied.db', 'a.db', 'b.db').out);
    const store = openSqliteStore(join(folder, 'slow.db'), { create: true, profiles });
    const options = { toolVersion: '1', argv: [], lockTimeoutSeconds: 0, rules: settleRules };
    const others = paths.filter((path) => path !== largest);
    const archives = [largest, ...others].map((path) => ({ path, open: async () => openSqliteReader(path) }));
    const slow = await mergeArchives(store, archives, options);
    await store.close();
    expect(await digestOf('slow.db')).toBe(await digestOf('copied.db'));
    expect(copied).toMatchObject({ articles: slow.articles, issues: slow.issues });
    const tallies = ({ archives: all }: typeof slow): readonly object[] =>
      all.map((one) => ({ ...one, path: basename(one.path) })).toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(tallies(copied)).toEqual(tallies(slow));
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
    expect(muragat('verify', '--db', 'copied.db').code).toBe(0);
  });

  it('makes a copy of one archive, without words that restore put back', async () => {
    expect(muragat('merge', '--quiet', 'one.db', 'a.db').code).toBe(0);
    expect(await digestOf('one.db')).toBe(await digestOf('a.db'));
  });

  it('changes nothing the second time, and knows the dumps', async () => {
    const before = await digestOf('ab.db');
    const summary = JSON.parse(muragat('merge', '--json', 'ab.db', 'a.db').out);
    expect(summary.archives[0]).toMatchObject({ inserted: 0, updated: 0 });
    expect(await digestOf('ab.db')).toBe(before);
    const again = JSON.parse(muragat('import', '--json', '--db', 'ab.db', 'samples/pages').out);
    expect(again).toMatchObject({ inserted: 0, updated: 0, unchanged: again.read });
    const verified = muragat('verify', '--db', 'ab.db');
    expect(verified.code).toBe(0);
  });

  it('refuses what cannot be, and leaves nothing behind', () => {
    expect(muragat('merge', 'a.db', 'a.db').code).toBe(2);
    expect(muragat('merge', 'new.db', 'none.db').code).toBe(66);
    expect(existsSync(join(folder, 'new.db'))).toBe(false);
    expect(muragat('merge', 'new.db').code).toBe(2);
  });
});
