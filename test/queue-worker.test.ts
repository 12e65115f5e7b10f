import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { enqueueDumps } from '../src/enqueue.js';
import { importDefaults } from '../src/import-defaults.js';
import type { SiteProfile } from '../src/model/site-profile.js';
import { queueStatus } from '../src/queue-status.js';
import { type JobOutcome, runWorker } from '../src/queue-worker.js';
import { profiles } from '../src/sites/profiles.js';
import { hasNoServer, newDatabase } from './databases.js';
import { put, story } from './reliability/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OWN: SiteProfile = { name: 'tasotkel', sites: [{ host: 'tasotkel.example', name: 'Тасөткел' }], layouts: [] };
const RULES = { leaseSeconds: 60, retries: 0, retryDelaySeconds: 1, packBytes: 0 };

async function enqueue(url: string, dump: string, more: Partial<Parameters<typeof enqueueDumps>[2]>): Promise<number> {
  const options = { ...importDefaults, keepPages: false, ...RULES, ...more };
  return (await enqueueDumps(url, [dump], options)).jobs;
}

/** What became of each job in the hands of a worker with these profiles of its own. */
async function outcomes(url: string, own: readonly SiteProfile[]): Promise<readonly JobOutcome[]> {
  const told: JobOutcome[] = [];
  const { signal } = new AbortController();
  const onJob = (outcome: JobOutcome): void => void told.push(outcome);
  await runWorker(url, {
    ...{ toolVersion: '1.0.0', argv: [], profiles: [...own, ...profiles], untilEmpty: true },
    ...{ signal, onJob },
  });
  return told;
}

describe.skipIf(hasNoServer)('runWorker()', () => {
  it('reads a job by the profiles it was enqueued with, and by no others', async () => {
    const url = await newDatabase();
    const dump = put(join(folder, 'a.jsonl'), story(1));
    const changed = { ...OWN, publisher: 'Басқа' };
    for (const [own, reason] of [
      [[], 'enqueued with the profile "tasotkel", but this worker has no profile of its own'],
      [[changed], 'enqueued with the profile "tasotkel", of which this worker has another content'],
    ] as const) {
      await enqueue(url, dump, { profiles: [OWN, ...profiles] });
      expect(await outcomes(url, own)).toEqual([{ state: 'failed', paths: [dump], tally: null, reason }]);
      expect((await queueStatus(url))?.deadLetters.at(-1)).toMatchObject({ paths: [dump], reason });
    }
    await enqueue(url, dump, { profiles });
    expect(await outcomes(url, [OWN])).toMatchObject([{ state: 'failed' }]);
    await enqueue(url, dump, { profiles: [OWN, ...profiles] });
    expect(await outcomes(url, [OWN])).toMatchObject([{ state: 'done', tally: { read: 1, inserted: 1 } }]);
  });
});

describe.skipIf(hasNoServer)('enqueueDumps()', () => {
  it('leaves files out that changed a short time ago, and tells which', async () => {
    const url = await newDatabase();
    const tree = join(folder, 'tree');
    put(join(tree, 'young.jsonl'), story(1));
    const old = put(join(tree, 'old.jsonl'), story(2));
    utimesSync(old, new Date(0), new Date(Date.now() - 3_600_000));
    const waiting: string[] = [];
    const told = { minAge: 30, onWaiting: (path: string) => void waiting.push(path) };
    expect(await enqueue(url, tree, told)).toBe(1);
    expect(waiting).toEqual([join(tree, 'young.jsonl')]);
    expect(await enqueue(url, tree, { minAge: null })).toBe(2);
  });
});
