import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { muragat, put, stories } from './cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-faults-'));
const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const small = join(cwd, 'small');
const hasSmallDisk = mountSmallDisk();

afterAll(() => {
  if (hasSmallDisk) spawnSync('umount', [small]);
  rmSync(cwd, { recursive: true });
});

/** A file system of 1 MB; false where the test may not mount one. */
function mountSmallDisk(): boolean {
  mkdirSync(small);
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small]).status === 0;
}

/** Who runs as root may write everywhere. */
const isRoot = process.getuid?.() === 0;

beforeAll(() => {
  put(join(cwd, 'd.jsonl'), stories(1, 5));
  put(join(cwd, 'many.jsonl'), stories(1, 600));
  muragat(['import', '--quiet', '--db', 'whole.db', 'd.jsonl'], { cwd });
});

/** A copy of the sound archive with something done to it. */
function archive(name: string, change: (path: string) => void): string {
  const path = join(cwd, name);
  writeFileSync(path, readFileSync(join(cwd, 'whole.db')));
  change(path);
  return name;
}

function inDatabase(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

interface Fault {
  readonly what: string;
  readonly args: () => readonly string[];
  readonly code: number;
  readonly message: RegExp;
}

const faults: readonly Fault[] = [
  {
    what: 'an archive that is a text',
    args: () => ['import', '--db', archive('text.db', (path) => writeFileSync(path, 'No database at all.')), 'd.jsonl'],
    code: 65,
    message: /text\.db is no SQLite database/,
  },
  {
    what: 'an archive of another program',
    args: () => [
      'import',
      '--db',
      archive('other.db', (path) => {
        rmSync(path);
        inDatabase(path, 'CREATE TABLE notes (id INTEGER PRIMARY KEY)');
      }),
      'd.jsonl',
    ],
    code: 65,
    message: /other\.db is a database of another program/,
  },
  {
    what: 'an archive whose pages are damaged',
    args: () => [
      'import',
      '--db',
      archive('torn.db', (path) => writeFileSync(path, readFileSync(path).fill(0x5a, 4096))),
      'd.jsonl',
    ],
    code: 65,
    message: /torn\.db is damaged/,
  },
  {
    what: 'an archive that was cut',
    args: () => [
      'status',
      '--db',
      archive('cut.db', (path) => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 9 + 100))),
    ],
    code: 65,
    message: /cut\.db is damaged/,
  },
  {
    what: 'an archive of a newer version',
    args: () => [
      'import',
      '--db',
      archive('newer.db', (path) => inDatabase(path, 'PRAGMA user_version = 99')),
      'd.jsonl',
    ],
    code: 78,
    message: /newer\.db was written by a newer muragat/,
  },
  {
    what: 'a folder in the place of the archive',
    args: () => ['import', '--db', '.', 'd.jsonl'],
    code: 73,
    message: /cannot create \./,
  },
  {
    what: 'no folder for the archive',
    args: () => ['import', '--db', 'no/such/a.db', 'd.jsonl'],
    code: 73,
    message: /there is no folder no\/such/,
  },
  {
    what: 'an archive on a device that is always full',
    args: () => ['import', '--db', '/dev/full', 'd.jsonl'],
    code: 73,
    message: /cannot create \/dev\/full/,
  },
  {
    what: 'no archive to look at',
    args: () => ['status', '--db', 'none.db'],
    code: 66,
    message: /no archive at none\.db/,
  },
  {
    what: 'a dump that is not there',
    args: () => ['import', '--db', 'x.db', 'none.jsonl'],
    code: 66,
    message: /none\.jsonl/,
  },
  {
    what: 'a link that leads to itself',
    args: () => {
      symlinkSync('loop.jsonl', join(cwd, 'loop.jsonl'));
      return ['import', '--db', 'x.db', 'loop.jsonl'];
    },
    code: 74,
    message: /loop\.jsonl/,
  },
];

describe('a fault', () => {
  it.each(faults)('$what: $code, one message and no stack trace', ({ args, code, message }) => {
    const run = muragat(args(), { cwd });
    expect(run.err).toMatch(message);
    expect(run.err).not.toMatch(/\n\s+at .*:\d+/);
    expect(run).toMatchObject({ code, out: '' });
  });

  it.skipIf(isRoot)('a folder that must not be written: 73', () => {
    mkdirSync(join(cwd, 'sealed'));
    chmodSync(join(cwd, 'sealed'), 0o555);
    const run = muragat(['import', '--db', 'sealed/a.db', 'd.jsonl'], { cwd });
    expect(run).toMatchObject({ code: 73, err: expect.stringContaining('cannot create sealed/a.db') });
  });

  it('a file system without write: 73 for a new archive', () => {
    const run = muragat(['import', '--db', '/proc/a.db', 'd.jsonl'], { cwd });
    expect(run).toMatchObject({ code: 73, err: expect.stringContaining('cannot create /proc/a.db') });
  });
});

describe('a full disk', () => {
  it.skipIf(!hasSmallDisk)('ends with 74, leaves a sound archive, and the next run with more room completes it', () => {
    const db = 'small/a.db';
    const run = muragat(['import', '--db', db, 'many.jsonl'], { cwd });
    expect(run.err).toMatch(/the disk is full|cannot be read or written/);
    expect(run.code).toBe(74);
    spawnSync('mount', ['-o', 'remount,size=64m', small]);
    expect(muragat(['import', '--quiet', '--db', db, 'many.jsonl'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    const verified = JSON.parse(muragat(['verify', '--json', '--db', db], { cwd }).out);
    expect(verified).toMatchObject({ ok: true, captures: 600 });
  });
});

describe('standard output', () => {
  it('that nobody reads any more is no fault', () => {
    const line = `"${process.execPath}" "${bin}" parse many.jsonl | head -n 1; echo "code \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    expect(stdout.split('\n').at(-2)).toBe('code 0');
    expect(stderr).toBe('');
  });

  it('that is full ends with 74', () => {
    const line = `"${process.execPath}" "${bin}" parse many.jsonl > /dev/full; echo "code $?"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    expect(stdout).toBe('code 74\n');
    expect(stderr).toMatch(/^muragat: standard output: /);
  });

  it('that is closed does not hinder an import', () => {
    const line = `"${process.execPath}" "${bin}" import --quiet --db closed.db many.jsonl >&- 2>&-; echo "code $?"`;
    const { stdout } = spawnSync('bash', ['-c', line], { cwd, encoding: 'utf8' });
    expect(stdout).toBe('code 0\n');
  });
});

describe('a dump that changes while it is read', () => {
  it('and vanishes is named; what was read of it is in the archive, and others go on', async () => {
    mkdirSync(join(cwd, 'going'));
    for (let index = 0; index < 40; index += 1)
      put(join(cwd, `going/${index}.jsonl`), stories(index * 10, index * 10 + 9));
    const child = spawn(process.execPath, [bin, 'import', '--quiet', '--json', '--db', 'going.db', 'going'], { cwd });
    let out = '';
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    const code = new Promise<number | null>((resolve) => child.on('close', resolve));
    for (const name of readdirSync(join(cwd, 'going')).slice(20)) rmSync(join(cwd, 'going', name));
    expect([0, 66]).toContain(await code);
    const { read, inserted, updated, unchanged, skipped, rejected } = JSON.parse(out);
    expect(read).toBe(inserted + updated + unchanged + skipped + rejected);
    expect(muragat(['verify', '--db', 'going.db', '--quiet'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });
});
