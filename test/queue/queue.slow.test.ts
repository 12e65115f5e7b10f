import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { enqueueDumps, packed } from '../../src/enqueue.js';
import { importDefaults } from '../../src/import-defaults.js';
import { queueStatus } from '../../src/queue-status.js';
import { ask, hasNoServer, newDatabase } from '../databases.js';
import { digestOf } from '../digest-of.js';
import { muragat, put, type Started, start, story } from '../reliability/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-'));
const here = { cwd: folder };
const DUMPS = 6;
const STORIES = 400;
/** Seconds; the shortest there is. */
const LEASE = 10;

afterAll(() => rmSync(folder, { recursive: true }));

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(100);
}

describe('packed()', () => {
  it('makes lists of small dumps and leaves large ones alone', () => {
    const files = [10, 20, 80, 30, 70, 200].map((bytes) => ({ path: `${bytes}`, bytes, top: null }));
    const lists = (bytes: number): readonly (readonly string[])[] =>
      packed(files, bytes).map((list) => list.map(({ path }) => path));
    expect(lists(100)).toEqual([['10', '20'], ['80'], ['30', '70'], ['200']]);
    expect(lists(0)).toEqual([['10'], ['20'], ['80'], ['30'], ['70'], ['200']]);
  });
});

describe.skipIf(hasNoServer)('enqueue and worker', () => {
  it('read what one process reads, whoever is killed, and name the dump that cannot be read', async () => {
    const url = await newDatabase();
    for (let dump = 0; dump < DUMPS; dump += 1) {
      // Neighbours hold the same stories with other counters.
      const lines = Array.from({ length: STORIES }, (_, index) => story(dump * 300 + index, { views: dump }));
      put(join(folder, 'dumps', `${dump}.jsonl`), lines.join('\n'));
    }
    const poison = put(join(folder, 'poison.jsonl'), story(1));
    const rules = ['--pack', '0', '--lease', `${LEASE}`, '--retries', '2', '--retry-delay', '1'];
    expect(muragat(['enqueue', '--quiet', '--db', url, 'dumps', poison, ...rules], here)).toMatchObject({
      code: 0,
      out: '',
    });
    rmSync(poison);
    expect(await queueStatus(url)).toMatchObject({ states: { waiting: DUMPS + 1, dead: 0 }, secondsLeft: null });

    const run = (): Started => start(['worker', '--db', url, '--until-empty'], here);
    const [first, second] = [run(), run()];
    // Killed in the middle of a job: some of its rows are in, its end is not.
    await until(async () => (await active(url)) === 2 && (await captures(url)) > 0);
    for (const { child } of [first, second]) child.kill('SIGKILL');
    await Promise.all([first.ended, second.ended]);
    expect((await queueStatus(url))?.states.active).toBe(2);

    const [third, fourth] = [run(), run()];
    await until(async () => (await active(url)) > 2);
    // Asked to stop, a worker gives its job back, which costs it no try.
    fourth.child.kill('SIGTERM');
    expect((await fourth.ended).code).toBe(143);
    expect((await third.ended).code).toBe(1);

    muragat(['import', '--quiet', '--db', 'one.db', 'dumps'], here);
    expect(await digestOf(url)).toBe(await digestOf(join(folder, 'one.db')));
    const [counts] = await ask(
      url,
      `SELECT (SELECT count(*)::int FROM capture_locations) AS places, (SELECT sum(records)::int FROM sources) AS records,
        (SELECT count(*)::int FROM sources WHERE state = 'done') AS sources, (SELECT is_due::int FROM settling) AS due,
        (SELECT count(*)::int FROM imports WHERE read <> inserted + updated + unchanged + skipped + rejected) AS unbalanced,
        (SELECT count(*) > 1 FROM pgboss.job WHERE state = 'completed' AND retry_count > 0) AS again`,
    );
    const all = DUMPS * STORIES;
    expect(counts).toEqual({ places: all, records: all, sources: DUMPS, due: 0, unbalanced: 0, again: true });

    const status = muragat(['status', '--db', url], here);
    expect(status.out).toContain(`dead  ${poison}: ${poison}: no such file or folder (tried 3 times)`);
    expect(JSON.parse(muragat(['status', '--json', '--db', url], here).out).jobs).toMatchObject({
      states: { waiting: 0, retry: 0, active: 0, done: DUMPS, dead: 1 },
      deadLetters: [{ state: 'dead', paths: [poison], tries: 3 }],
    });
    put(poison, story(1));
    expect(muragat(['retry', '--db', url], here)).toMatchObject({ code: 0, err: '1 job sent to the queue again.\n' });
    expect(muragat(['worker', '--quiet', '--db', url, '--until-empty'], here)).toMatchObject({ code: 0, err: '' });
    expect((await queueStatus(url))?.states).toMatchObject({ done: DUMPS + 1, dead: 0 });
  });

  it('cut a large dump into pieces, and read one that cannot be cut whole', async () => {
    const url = await newDatabase();
    const lines = Array.from({ length: 60 }, (_, index) => story(index));
    const dumps = [
      put(join(folder, 'large', 'a.jsonl'), lines.join('\n')),
      put(join(folder, 'large', 'b.json'), `[${lines}]`),
    ];
    const { maxRejects: _, ...options } = importDefaults;
    const report = await enqueueDumps(url, dumps, {
      ...options,
      keepPages: false,
      leaseSeconds: LEASE,
      retries: 1,
      retryDelaySeconds: 1,
      packBytes: 0,
      pieceBytes: 8000,
    });
    expect(report.jobs).toBeGreaterThan(6);
    await Promise.all([0, 1].map(() => start(['worker', '--db', url, '--until-empty'], here).ended));
    muragat(['import', '--quiet', '--db', 'whole.db', 'large'], here);
    expect(await digestOf(url)).toBe(await digestOf(join(folder, 'whole.db')));
    const [counts] = await ask(url, 'SELECT (SELECT count(*)::int FROM capture_locations) AS places');
    expect(counts).toEqual({ places: 120 });
  });

  it('end with 69 where no server answers, and take no file for a server', () => {
    const gone = 'postgres://user:secret@127.0.0.1:9/x';
    put(join(folder, 'a.jsonl'), story(1));
    for (const args of [['enqueue', 'a.jsonl'], ['worker'], ['status'], ['import', 'a.jsonl']]) {
      const { code, err, out } = muragat([...args, '--db', gone], here);
      expect([args[0], code]).toEqual([args[0], 69]);
      expect(err + out).not.toContain('secret');
    }
    expect(muragat(['worker', '--db', 'archive.db'], here).code).toBe(2);
    expect(muragat(['enqueue', '--db', gone, '-'], here).code).toBe(2);
  });
});

async function active(url: string): Promise<number> {
  return (await queueStatus(url))?.states.active ?? 0;
}

async function captures(url: string): Promise<number> {
  const [row] = await ask<{ count: number }>(url, 'SELECT count(*)::int AS count FROM captures');
  return row?.count ?? 0;
}
