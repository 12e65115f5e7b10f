import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oneOf, writeWhole } from '../../src/cli/write-whole.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-write-'));
afterAll(() => rmSync(cwd, { recursive: true }));

describe('writeWhole()', () => {
  it('gives a file the rights of its archive at most', async () => {
    const [archive, path] = [join(cwd, 'a.db'), join(cwd, 'a.csv')];
    writeFileSync(archive, '', { mode: 0o600 });
    await writeWhole(oneOf('text'), { path, archive });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('leaves the rights to the umask where the archive lies on a server', async () => {
    const path = join(cwd, 'b.csv');
    await writeWhole(oneOf('text'), { path, archive: 'postgres://archive@db.example/news' });
    expect(readFileSync(path, 'utf8')).toBe('text');
  });
});
