import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { applyConfigFile } from '../../src/cli/config-file.js';
import { configSchema } from '../../src/cli/config-schema.js';
import { buildProgram } from '../../src/cli/program.js';
import { muragat, put, type Run, stories } from '../reliability/cli.js';

const root = mkdtempSync(join(tmpdir(), 'muragat-config-'));
afterAll(() => rmSync(root, { recursive: true }));
/** A folder of its own with a dump of three stories and the file. */
function folderWith(config: unknown): string {
  const folder = mkdtempSync(join(root, 'job-'));
  put(join(folder, 'a.jsonl'), stories(1, 3));
  put(join(folder, 'muragat.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return folder;
}

const run = (cwd: string, ...args: readonly string[]): Run => muragat(args, { cwd });

describe('applyConfigFile()', () => {
  it('begins with the flags of muragat.json, those of the command before those of all', () => {
    const cwd = folderWith({
      $schema: 'x',
      db: 'news.db',
      quiet: false,
      import: { quiet: true, collection: 'Дүйсенбі' },
    });
    expect(run(cwd, 'import', 'a.jsonl')).toEqual({ code: 0, out: '', err: '' });
    const db = new Database(join(cwd, 'news.db'), { readonly: true });
    expect(db.prepare('SELECT collection FROM sources').pluck().all()).toEqual(['Дүйсенбі']);
    db.close();
  });

  it('lets flags given win, also those that may be repeated', () => {
    const cwd = folderWith({ db: 'news.db', import: { exclude: ['*.jsonl'] } });
    put(join(cwd, 'dumps/a.jsonl'), stories(1, 3));
    expect(JSON.parse(run(cwd, 'import', '--json', 'dumps').out).read).toBe(0);
    const given = ['--db', 'b.db', '--exclude', 'x*', '--exclude', 'y*'];
    expect(JSON.parse(run(cwd, 'import', '--json', ...given, 'dumps').out)).toMatchObject({ inserted: 3 });
    expect(existsSync(join(cwd, 'b.db'))).toBe(true);
  });

  it('takes paths from the folder of the file', () => {
    const cwd = folderWith({});
    put(join(cwd, 'job/night.json'), JSON.stringify({ db: 'night.db' }));
    expect(run(cwd, 'import', '--quiet', '--config', 'job/night.json', 'a.jsonl').code).toBe(0);
    expect(existsSync(join(cwd, 'job/night.db'))).toBe(true);
  });

  it.each([
    ['is no JSON', '{'],
    ['the file must be an object', [1]],
    ['there is no dbb', { dbb: 'x' }],
    ['there is no import.max-rejects. Did you mean maxRejects?', { import: { 'max-rejects': 2 } }],
    ['import.maxRejects: Give a number', { import: { maxRejects: 'many' } }],
    ['import.quiet must be true or false', { import: { quiet: 'yes' } }],
    ['import must be an object', { import: true }],
    ['cite.format: Allowed choices', { cite: { format: 'docx' } }],
    ['sites.test.atLeast: Give a share', { sites: { test: { atLeast: 2 } } }],
    ['db must be text or a number', { db: { a: 1 } }],
    ['there is no __proto__', '{"__proto__": {"quiet": true}}'],
    ['there is no constructor', { constructor: 1 }],
    ['there is no x\\u{1b}[31m', { [`x\u001b[31m${'y'.repeat(9000)}`]: 1 }],
    // What a file that lies in a folder must not decide.
    ['there is no export.output', { export: { output: 'x.csv' } }],
    ['there is no import.force', { import: { force: true } }],
    ['there is no forget.source', { forget: { source: 'a' } }],
    ['there is no restore.undo', { restore: { undo: true } }],
  ])('ends the run with file and key: %s', async (message, config) => {
    const path = join(folderWith(config), 'muragat.json');
    const error = await applyConfigFile(await buildProgram({ code: 0 }, []), ['status', '--config', path]).catch(
      String,
    );
    expect(error).toContain(`ImporterError: ${path}: ${message}`);
    expect(String(error).length).toBeLessThan(path.length + 200);
  });

  it('is wrong usage in the shell', () => {
    expect(run(folderWith({ dbb: 1 }), 'status')).toMatchObject({ code: 2, out: '' });
  });

  it('keeps nobody from the help, and misses a file that was named', () => {
    expect(run(folderWith('{'), 'import', '--help').code).toBe(0);
    expect(run(folderWith({}), 'status', '--config', 'none.json').code).toBe(66);
  });
});

describe('configSchema()', () => {
  it('is what data/muragat.schema.json holds (renew it with `npm run docs`)', async () => {
    const file = new URL('../../data/muragat.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(configSchema(await buildProgram({ code: 0 }, [])));
  });
});
