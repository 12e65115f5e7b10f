import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { muragat, put, stories, story } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-retry-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const digestOf = (db: string): string => JSON.parse(muragat(['verify', '--json', '--db', db], { cwd }).out).digest;

describe('muragat retry', () => {
  it('reads cut and rejected dumps again, and only those', () => {
    put(join(cwd, 'd/whole.jsonl'), stories(1, 3));
    put(join(cwd, 'd/bad.jsonl'), `${stories(4, 5)}{"html": broken}\n`);
    put(join(cwd, 'd/cut.jsonl'), `${stories(6, 7)}${story(8).slice(0, 300)}`);
    expect(muragat(['import', '--quiet', '--db', 'a.db', 'd'], { cwd }).code).toBe(65);
    put(join(cwd, 'd/bad.jsonl'), stories(4, 5));
    put(join(cwd, 'd/cut.jsonl'), stories(6, 8));
    const run = muragat(['retry', '--json', '--db', 'a.db'], { cwd });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out)).toMatchObject({ inserted: 1, rejected: 0, articles: 8 });
    expect(muragat(['retry', '--quiet', '--db', 'a.db'], { cwd })).toEqual({ code: 0, out: '', err: '' });
    muragat(['import', '--quiet', '--db', 'clean.db', 'd'], { cwd });
    expect(digestOf('a.db')).toBe(digestOf('clean.db'));
  });

  it('says that there is nothing to do', () => {
    put(join(cwd, 'sound.jsonl'), stories(1, 2));
    muragat(['import', '--quiet', '--db', 'b.db', 'sound.jsonl'], { cwd });
    const run = muragat(['retry', '--db', 'b.db'], { cwd });
    expect(run).toEqual({ code: 0, out: '', err: 'Nothing to do: every dump came in whole.\n' });
  });

  it('says that a dump is gone', () => {
    put(join(cwd, 'gone.jsonl'), '{"html": broken}\n');
    muragat(['import', '--quiet', '--db', 'c.db', 'gone.jsonl'], { cwd });
    rmSync(join(cwd, 'gone.jsonl'));
    expect(muragat(['retry', '--db', 'c.db'], { cwd }).code).toBe(66);
  });
});
