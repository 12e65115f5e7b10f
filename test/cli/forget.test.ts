import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOf as digestOfArchive } from '../digest-of.js';
import { muragat, put, stories, story } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-forget-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const digestOf = (name: string): Promise<string> => digestOfArchive(join(cwd, name));

const importInto = (db: string, ...dumps: readonly string[]) =>
  muragat(['import', '--quiet', '--db', db, ...dumps], { cwd });

const ARCHIVES = ['only', 'both'];

/** Three stories in a, one of them and two others in b, and a second reading of story 1 in b. */
beforeAll(() => {
  put(join(cwd, 'a.jsonl'), stories(1, 3));
  put(join(cwd, 'b.jsonl'), `${stories(3, 5)}${story(1, { views: 99 })}\n`);
  for (const name of ARCHIVES) importInto(`${name}-first.db`, 'a.jsonl');
  importInto('both-first.db', 'b.jsonl');
});

beforeEach(() => {
  for (const name of ARCHIVES) copyFileSync(join(cwd, `${name}-first.db`), join(cwd, `${name}.db`));
});

describe('muragat forget', () => {
  it.each([
    ['--import', '2'],
    ['--source', 'b.jsonl'],
  ])('%s leaves the archive as if it had never been read', async (...selection) => {
    expect(await digestOf('both.db')).not.toBe(await digestOf('only.db'));
    const run = muragat(['forget', '--json', '--db', 'both.db', ...selection], { cwd });
    expect(JSON.parse(run.out)).toEqual({ sources: 1, captures: 3, articles: 2, found: true });
    expect(await digestOf('both.db')).toBe(await digestOf('only.db'));
  });

  it('--article takes out an article with all its readings', async () => {
    put(join(cwd, 'rest.jsonl'), stories(2, 3));
    rmSync(join(cwd, 'only.db'));
    importInto('only.db', 'rest.jsonl');
    muragat(['forget', '--quiet', '--db', 'both.db', '--import', '2'], { cwd });
    const run = muragat(['forget', '--db', 'both.db', '--article', '1'], { cwd });
    expect(run).toEqual({ code: 0, out: '', err: 'Forgot article 1: 0 sources, 1 capture, 1 article taken out.\n' });
    expect(await digestOf('both.db')).toBe(await digestOf('only.db'));
  });

  it('lets a forgotten source be read again', async () => {
    const before = await digestOf('both.db');
    muragat(['forget', '--db', 'both.db', '--source', 'b.jsonl'], { cwd });
    importInto('both.db', 'b.jsonl');
    expect(await digestOf('both.db')).toBe(before);
  });

  it.each([
    [['--import', '9'], 66],
    [['--source', 'c.jsonl'], 66],
    [['--article', '99'], 66],
    [[], 2],
    [['--import', '1', '--article', '1'], 2],
    [['--import', 'x'], 2],
  ])('%j is refused with %i and changes nothing', async (selection, code) => {
    const before = await digestOf('both.db');
    expect(muragat(['forget', '--db', 'both.db', ...selection], { cwd }).code).toBe(code);
    expect(await digestOf('both.db')).toBe(before);
  });
});
