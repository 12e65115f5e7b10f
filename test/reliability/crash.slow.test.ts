import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf as digestOfArchive } from '../digest-of.js';
import { muragat, put, type Started, start, stories } from './cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-crash-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const root = new URL('../..', import.meta.url).pathname;

const digestOf = (name: string): Promise<string> => digestOfArchive(join(cwd, name));

const importing = (db: string, ...flags: readonly string[]): readonly string[] => ['import', '--db', db, ...flags, 'd'];

let clean = '';
beforeAll(async () => {
  for (const [index, letter] of ['a', 'b', 'c', 'd'].entries()) {
    put(join(cwd, `d/${letter}.jsonl`), stories(index * 180 + 1, index * 180 + 200));
  }
  muragat(importing('clean.db', '--quiet'), { cwd });
  clean = await digestOf('clean.db');
}, 60_000);

/** Starts an import and waits until its first pages are in the archive. */
async function begun(db: string, ...flags: readonly string[]): Promise<Started> {
  const run = start(importing(db, ...flags), { cwd });
  for (let waited = 0; waited < 20_000; waited += 10) {
    if (capturesIn(db) > 0) return run;
    await sleep(10);
  }
  throw new Error(`no pages came in: ${run.errors()}`);
}

/** As a reader of another program sees it: 0 before there is anything. */
function capturesIn(db: string): number {
  try {
    const reader = new Database(join(cwd, db), { readonly: true, fileMustExist: true });
    try {
      return Number(reader.prepare('SELECT count(*) FROM captures').pluck().get());
    } finally {
      reader.close();
    }
  } catch {
    return 0;
  }
}

describe('an import that is killed', () => {
  it('leaves a sound archive at any instant, and the next run completes it', () => {
    const args = [join(root, 'bench/kill.mjs'), '--rounds', '4', '--pages', '520', '--seed', '7'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stdout).toMatch(/^rounds 4 · killed \d+ · .*damaged 0 · differing 0 · failed 0/);
    expect(status).toBe(0);
  });

  it('loses its hold of the archive, and is known as interrupted', async () => {
    const run = await begun('killed.db');
    run.child.kill('SIGKILL');
    await run.ended;
    expect(muragat(importing('killed.db', '--quiet'), { cwd })).toEqual({ code: 0, out: '', err: '' });
    const db = new Database(join(cwd, 'killed.db'));
    expect(db.prepare('SELECT status FROM imports ORDER BY id').pluck().all()).toEqual(['interrupted', 'ok']);
    expect(db.prepare('SELECT count(*) FROM import_lock').pluck().get()).toBe(0);
    db.close();
    expect(await digestOf('killed.db')).toBe(clean);
  });
});

describe('an import that is told to stop', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i after the pages in hand, and the next run completes it', async (signal, code) => {
    const db = `${signal}.db`;
    const run = await begun(db);
    run.child.kill(signal);
    const ended = await run.ended;
    expect(ended.code).toBe(code);
    expect(ended.err).toContain('stopping after the pages in hand');
    const left = new Database(join(cwd, db));
    expect(left.prepare('SELECT status FROM imports').pluck().all()).toEqual(['interrupted']);
    expect(left.prepare('SELECT min(balanced) FROM import_summary').pluck().get()).toBe(1);
    left.close();
    expect(muragat(importing(db, '--quiet'), { cwd }).code).toBe(0);
    expect(await digestOf(db)).toBe(clean);
  });

  it('twice ends at once', async () => {
    const run = await begun('twice.db');
    run.child.kill('SIGTERM');
    run.child.kill('SIGINT');
    expect([130, 143]).toContain((await run.ended).code);
    expect(muragat(importing('twice.db', '--quiet'), { cwd }).code).toBe(0);
    expect(await digestOf('twice.db')).toBe(clean);
  });
});

describe('two imports into one archive', () => {
  it('the second ends with 75 and says who holds it since when', async () => {
    const first = await begun('two.db', '--quiet');
    const second = muragat(importing('two.db'), { cwd });
    expect(second.code).toBe(75);
    expect(second.err).toMatch(/held by import 1 \(process \d+ on .+\) since \d{4}-\d\d-\d\dT/);
    expect((await first.ended).code).toBe(0);
    expect(await digestOf('two.db')).toBe(clean);
  });

  it('the second waits as long as --lock-timeout says, and finds nothing left to do', async () => {
    const first = await begun('wait.db', '--quiet');
    const second = muragat(importing('wait.db', '--json', '--lock-timeout', '40'), { cwd });
    expect((await first.ended).code).toBe(0);
    expect(JSON.parse(second.out)).toMatchObject({ inserted: 0, updated: 0, rejected: 0, articles: 740 });
    expect(await digestOf('wait.db')).toBe(clean);
  });

  it('forget ends with 75 while one runs', async () => {
    const first = await begun('busy.db', '--quiet');
    first.child.kill('SIGSTOP');
    const forget = muragat(['forget', '--db', 'busy.db', '--article', '1'], { cwd });
    first.child.kill('SIGCONT');
    expect(forget.code).toBe(75);
    expect((await first.ended).code).toBe(0);
  });
});

describe('verify beside an import', () => {
  it('ends with 75 and names no damage', async () => {
    const first = await begun('moving.db', '--quiet');
    first.child.kill('SIGSTOP');
    const verify = muragat(['verify', '--db', 'moving.db'], { cwd });
    first.child.kill('SIGCONT');
    expect(verify).toMatchObject({ code: 75, out: '', err: expect.stringContaining('is held by import 1') });
    expect((await first.ended).code).toBe(0);
    expect(muragat(['verify', '--quiet', '--db', 'moving.db'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('readers during an import', () => {
  it('see whole batches and never a locked database', async () => {
    const run = await begun('read.db', '--quiet');
    const counts: number[] = [];
    let isRunning = true;
    const ended = run.ended.finally(() => (isRunning = false));
    while (isRunning) {
      const reader = new Database(join(cwd, 'read.db'), { readonly: true, timeout: 5000 });
      const sums = reader.prepare(
        'SELECT sum(inserted + updated + unchanged + skipped + rejected) = sum(read) FROM imports',
      );
      expect(sums.pluck().get()).toBe(1);
      counts.push(Number(reader.prepare('SELECT count(*) FROM captures').pluck().get()));
      reader.close();
      await sleep(15);
    }
    expect((await ended).code).toBe(0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(1);
  });
});
