import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';

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

async function digestOf(name: string): Promise<string> {
  const store = openSqliteStore(join(folder, name), { create: false });
  try {
    return await store.digest();
  } finally {
    await store.close();
  }
}

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
