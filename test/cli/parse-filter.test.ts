import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf as digestOfArchive } from '../digest-of.js';
import { put, story } from '../reliability/cli.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-filter-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;

/** Runs a shell line in the folder of the dumps; `muragat` is the program. */
function shell(line: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}` },
  });
  return { code: status, out: stdout, err: stderr };
}

const digestOf = (db: string): Promise<string> => digestOfArchive(join(folder, db));

beforeAll(() => {
  put(join(folder, 'muragat'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  spawnSync('chmod', ['+x', join(folder, 'muragat')]);
  for (let dump = 0; dump < 4; dump += 1) {
    const lines = Array.from({ length: 12 }, (_, index) => story(dump * 8 + index, { views: 10 + dump }));
    put(join(folder, `dumps/${dump}.jsonl`), lines.join('\n'));
  }
  shell('muragat import --quiet --db plain.db dumps');
});

describe('muragat parse as a filter', () => {
  it('takes paths from standard input; what it prints is imported to the same digest', async () => {
    const line = 'ls -d dumps/* | muragat parse --files-from - | muragat import --quiet --db piped.db -';
    expect(shell(line)).toEqual({ code: 0, out: '', err: '' });
    expect(await digestOf('piped.db')).toBe(await digestOf('plain.db'));
  });

  it('takes the dump itself, and NUL between paths', async () => {
    const line = '{ cat dumps/0.jsonl; echo; cat dumps/1.jsonl; } | muragat parse - > a.ndjson';
    expect(shell(line).code).toBe(0);
    expect(shell("printf '%s\\0' dumps/2.jsonl dumps/3.jsonl | muragat parse --files-from - > b.ndjson").code).toBe(0);
    expect(shell('cat a.ndjson b.ndjson | muragat import --quiet --db parts.db -').code).toBe(0);
    expect(await digestOf('parts.db')).toBe(await digestOf('plain.db'));
  });

  it('runs beside itself, each with a file of its own', async () => {
    const each = `sh -c 'muragat parse "$@" > out.$$.ndjson' sh`;
    expect(shell(`ls -d dumps/* | xargs -P 2 -n 2 ${each}`).code).toBe(0);
    expect(shell('muragat import --quiet --db beside.db out.*.ndjson').code).toBe(0);
    expect(await digestOf('beside.db')).toBe(await digestOf('plain.db'));
  });

  it('prints one record a line, also of records that go round', () => {
    const { out } = shell('muragat parse dumps | muragat parse - | wc -l');
    expect(Number(out)).toBe(48);
  });

  it('ends quietly when nobody reads any more', () => {
    const { code, out, err } = shell('muragat parse dumps dumps dumps | head -n 1 | wc -l');
    expect({ code, lines: Number(out), err }).toEqual({ code: 0, lines: 1, err: '' });
  });

  it.each([
    ['a path of the list that is not there', 'echo dumps/none.jsonl | muragat parse --files-from -', 66],
    ['an empty list', 'muragat parse --files-from - < /dev/null', 0],
    ['a list that is not there', 'muragat parse --files-from none.txt', 66],
    ['a line that is no record', "printf '{}\\n' | muragat parse -", 1],
    ['a cut dump', 'head -c 4000 dumps/0.jsonl | muragat parse -', 65],
    ['no dump at all', 'muragat parse', 2],
  ])('has an exit code for %s', (_fact, line, code) => {
    expect(shell(line).code).toBe(code);
  });
});
