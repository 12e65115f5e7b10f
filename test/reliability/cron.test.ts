import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../digest-of.js';
import { muragat } from './cli.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-cron-'));
afterAll(() => rmSync(folder, { recursive: true }));

const dumps = new URL('../../samples/dumps', import.meta.url).pathname;

/** Surroundings in which a job may find itself. */
const surroundings: readonly (readonly [name: string, env: Readonly<Record<string, string>>, cwd: string])[] = [
  ['nothing at all', {}, '/'],
  ['LANG=C', { LANG: 'C', LC_ALL: 'C' }, folder],
  ['a Turkish locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, folder],
  ['the far east', { TZ: 'Pacific/Kiritimati' }, folder],
  ['the far west', { TZ: 'Pacific/Niue' }, folder],
  ['a clock that shifts', { TZ: 'Asia/Almaty' }, folder],
  ['a home that is not there', { HOME: '/nonexistent', TERM: 'dumb' }, folder],
];

let expected = '';
beforeAll(async () => {
  muragat(['import', '--quiet', '--max-rejects', '100%', '--db', join(folder, 'here.db'), dumps], { cwd: folder });
  expected = await digestOf(join(folder, 'here.db'));
}, 60_000);

describe('an import by cron', () => {
  it.each(surroundings)('in %s prints nothing and gives the same content', async (name, env, cwd) => {
    const db = join(folder, `${name}.db`);
    mkdirSync(folder, { recursive: true });
    const run = muragat(['import', '--quiet', '--db', db, dumps], { cwd, env });
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(await digestOf(db)).toBe(expected);
  });

  it('a second time prints nothing either', () => {
    const db = join(folder, 'here.db');
    expect(muragat(['import', '--quiet', '--db', db, dumps], { cwd: '/', env: {} })).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });
});
