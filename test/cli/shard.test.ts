import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf as digestOfArchive } from '../digest-of.js';
import { muragat, put, start, story } from '../reliability/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-shards-'));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: readonly string[]) => muragat(args, { cwd: folder });
const shard = (name: string, db: string, ...more: readonly string[]) =>
  run('import', '--quiet', '--shard', name, '--db', db, ...more, 'dumps');

/** Makes a shard and kills it as soon as something is so; gives its exit code, null where it was killed. */
async function killedWhile(isSo: () => boolean): Promise<number | null> {
  const { child, ended } = start(['import', '--shard', '1/3', '--db', 'k.db', 'dumps'], { cwd: folder });
  const beats = setInterval(() => {
    if (isSo()) child.kill('SIGKILL');
  }, 2);
  const { code } = await ended;
  clearInterval(beats);
  return code;
}

const digestOf = (name: string): Promise<string> => digestOfArchive(join(folder, name));

beforeAll(() => {
  // Twelve dumps; each story is read again in the next, with more views.
  for (let dump = 0; dump < 12; dump += 1) {
    const lines = Array.from({ length: 30 }, (_, index) => story(dump * 20 + index, { views: 10 + dump }));
    put(join(folder, `dumps/${dump}.jsonl`), lines.join('\n'));
  }
  run('import', '--quiet', '--db', 'one.db', 'dumps');
});

describe('muragat import --shard', () => {
  it('makes files that merge, in any order and twice, into what one import is', async () => {
    for (const number of [1, 2, 3])
      expect(shard(`${number}/3`, `s${number}.db`)).toEqual({ code: 0, out: '', err: '' });
    expect(run('merge', '--quiet', '--expect', '3', 'm.db', 's2.db', 's3.db', 's1.db').code).toBe(0);
    expect(run('merge', '--quiet', '--expect', '3', 'm.db', 's1.db', 's2.db', 's3.db').code).toBe(0);
    expect(run('merge', '--quiet', 'n.db', 's3.db', 's1.db', 's2.db').code).toBe(0);
    const digests = await Promise.all(['one.db', 'm.db', 'n.db'].map(digestOf));
    expect(new Set(digests).size).toBe(1);
  });

  it('says of a finished shard that it is, and leaves it', () => {
    const again = run('import', '--shard', '2/3', '--db', 's2.db', 'dumps');
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toContain('Shard 2/3 is finished');
    const told = run('import', '--json', '--quiet', '--shard', '2/3', '--db', 's2.db', 'dumps');
    expect(JSON.parse(told.out)).toEqual({ status: 'ok', shard: '2/3', finished: true, path: 's2.db' });
    expect(shard('2/4', 's2.db').code).toBe(73);
  });

  it('leaves nothing in place when it is killed, and begins anew', async () => {
    // On a busy machine the kill may come too late: then once more.
    let code: number | null = 0;
    for (let attempt = 0; attempt < 5 && code === 0; attempt += 1) {
      rmSync(join(folder, 'k.db'), { force: true });
      code = await killedWhile(() => existsSync(join(folder, 'k.db.part')));
    }
    expect(code).toBeNull();
    expect(existsSync(join(folder, 'k.db'))).toBe(false);
    expect(shard('1/3', 'k.db').code).toBe(0);
    expect(await digestOf('k.db')).toBe(await digestOf('s1.db'));
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it.each(['0/3', '4/3', '1', '1/3/5', ''])('takes %j for wrong usage', (name) => {
    expect(run('import', '--db', 'w.db', `--shard=${name}`, 'dumps').code).toBe(2);
  });

  it.each([['--dry-run'], ['--limit', '5'], ['--min-age', '5'], ['-'], ['--db', 'postgres://me:secret@127.0.0.1:9/a']])(
    'cannot be joined with %s',
    (...more) => {
      const result = run('import', '--db', 'w.db', '--shard', '1/3', ...more, 'dumps');
      expect(result.code).toBe(2);
      expect(result.err).not.toContain('secret');
      expect(existsSync(join(folder, 'w.db'))).toBe(false);
    },
  );
});

describe('muragat merge --expect', () => {
  beforeAll(() => {
    put(join(folder, 'more/9.jsonl'), story(999));
    run('import', '--quiet', '--shard', '3/3', '--db', 'other.db', 'dumps', 'more');
    writeFileSync(join(folder, 'empty.db'), '');
  });

  it.each([
    ['one is missing', ['s1.db', 's3.db'], 'missing: shard 2 of 3'],
    ['one is there twice', ['s1.db', 's2.db', 's3.db', 's3.db'], 'is shard 3/3 once more'],
    ['one is no shard', ['s1.db', 's2.db', 'one.db'], 'one.db is no finished shard'],
    ['one is of another list', ['s1.db', 's2.db', 'other.db'], 'of another list of dumps'],
    ['one is empty', ['s1.db', 's2.db', 's3.db', 'empty.db'], 'empty.db is no finished shard'],
  ])('refuses where %s, and merges nothing', (_fact, archives, why) => {
    const refused = run('merge', '--expect', '3', 'r.db', ...archives);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(why);
    expect(existsSync(join(folder, 'r.db'))).toBe(false);
  });

  it.each(['0', '1.5'])('takes --expect=%s for wrong usage', (count) => {
    expect(run('merge', `--expect=${count}`, 'r.db', 's1.db').code).toBe(2);
  });
});
