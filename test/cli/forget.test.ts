import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { muragat, put, stories, story } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-forget-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const digestOf = (db: string): string => JSON.parse(muragat(['verify', '--json', '--db', db], { cwd }).out).digest;
const importInto = (db: string, ...dumps: readonly string[]) =>
  muragat(['import', '--quiet', '--db', db, ...dumps], { cwd });

/** Three stories in a, one of them and two others in b, and a second reading of story 1 in b. */
beforeEach(() => {
  for (const name of ['only.db', 'both.db']) rmSync(join(cwd, name), { force: true });
  put(join(cwd, 'a.jsonl'), stories(1, 3));
  put(join(cwd, 'b.jsonl'), `${stories(3, 5)}${story(1, { views: 99 })}\n`);
  importInto('only.db', 'a.jsonl');
  importInto('both.db', 'a.jsonl');
  importInto('both.db', 'b.jsonl');
});

describe('muragat forget', () => {
  it.each([
    ['--import', '2'],
    ['--source', 'b.jsonl'],
  ])('%s leaves the archive as if it had never been read', (...selection) => {
    expect(digestOf('both.db')).not.toBe(digestOf('only.db'));
    const run = muragat(['forget', '--json', '--db', 'both.db', ...selection], { cwd });
    expect(JSON.parse(run.out)).toEqual({ sources: 1, captures: 3, articles: 2, found: true });
    expect(digestOf('both.db')).toBe(digestOf('only.db'));
  });

  it('--article takes out an article with all its readings', () => {
    put(join(cwd, 'rest.jsonl'), stories(2, 3));
    rmSync(join(cwd, 'only.db'));
    importInto('only.db', 'rest.jsonl');
    muragat(['forget', '--quiet', '--db', 'both.db', '--import', '2'], { cwd });
    const run = muragat(['forget', '--db', 'both.db', '--article', '1'], { cwd });
    expect(run).toEqual({ code: 0, out: '', err: 'Forgot article 1: 0 sources, 1 capture, 1 article taken out.\n' });
    expect(digestOf('both.db')).toBe(digestOf('only.db'));
  });

  it('lets a forgotten source be read again', () => {
    const before = digestOf('both.db');
    muragat(['forget', '--db', 'both.db', '--source', 'b.jsonl'], { cwd });
    importInto('both.db', 'b.jsonl');
    expect(digestOf('both.db')).toBe(before);
  });

  it.each([
    [['--import', '9'], 66],
    [['--source', 'c.jsonl'], 66],
    [['--article', '99'], 66],
    [[], 2],
    [['--import', '1', '--article', '1'], 2],
    [['--import', 'x'], 2],
  ])('%j is refused with %i and changes nothing', (selection, code) => {
    const before = digestOf('both.db');
    expect(muragat(['forget', '--db', 'both.db', ...selection], { cwd }).code).toBe(code);
    expect(digestOf('both.db')).toBe(before);
  });
});
