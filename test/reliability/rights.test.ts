import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { put, stories } from './cli.js';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const cwd = mkdtempSync(join(tmpdir(), 'muragat-rights-'));
afterAll(() => rmSync(cwd, { recursive: true }));

/** A user who owns nothing here; only root may become one. */
const NOBODY = 65_534;
const asNobody = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    uid: NOBODY,
    gid: NOBODY,
    env: { ...process.env, TMPDIR: join(cwd, 'temporary') },
  });
const isPossible = process.getuid?.() === 0 && asNobody('--version').status === 0;

describe.skipIf(!isPossible)('a user without rights', () => {
  beforeAll(() => {
    chmodSync(cwd, 0o777);
    put(join(cwd, 'a.jsonl'), stories(1, 2));
    put(join(cwd, 'secret.jsonl'), stories(3, 4));
    chmodSync(join(cwd, 'secret.jsonl'), 0o600);
    mkdirSync(join(cwd, 'sealed'), { mode: 0o755 });
    mkdirSync(join(cwd, 'temporary'));
    chmodSync(join(cwd, 'temporary'), 0o777);
    spawnSync(process.execPath, [bin, 'import', '--quiet', '--db', 'sealed/root.db', 'a.jsonl'], { cwd });
  });

  it('gets 77 for a dump that must not be read, and the others are imported', () => {
    const { status, stderr, stdout } = asNobody('import', '--json', '--db', 'mine.db', 'secret.jsonl', 'a.jsonl');
    expect(status).toBe(77);
    expect(stderr).toContain('secret.jsonl');
    expect(JSON.parse(stdout)).toMatchObject({ inserted: 2 });
  });

  it('gets 73 for an archive in a folder that must not be written', () => {
    const { status, stderr } = asNobody('import', '--db', 'sealed/new.db', 'a.jsonl');
    expect([status, stderr]).toEqual([73, expect.stringContaining('cannot create sealed/new.db')]);
  });

  it('asks an archive where nothing can be written, and leaves no copy of it', () => {
    for (const command of ['status', 'search', 'verify', 'export --format csv', 'report', 'merge all.db']) {
      const args = command.startsWith('merge')
        ? [...command.split(' '), 'sealed/root.db']
        : [...command.split(' '), '--db', 'sealed/root.db'];
      expect([command, asNobody(...args).status]).toEqual([command, 0]);
    }
    expect(readdirSync(join(cwd, 'temporary'))).toEqual([]);
  });

  it('gets 77 for an archive that must not be written, or not be read', () => {
    expect(asNobody('import', '--db', 'sealed/root.db', 'a.jsonl').status).toBe(77);
    chmodSync(join(cwd, 'sealed/root.db'), 0o600);
    const { status, stderr } = asNobody('status', '--db', 'sealed/root.db');
    expect([status, stderr]).toEqual([77, expect.not.stringMatching(/\n\s+at .*:\d+/)]);
  });
});
