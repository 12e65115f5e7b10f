import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProgram } from '../src/cli/program.js';
import { digestOf } from './digest-of.js';
import { muragat, put, story } from './reliability/cli.js';

const root = new URL('../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-deploy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = readdirSync(join(root, 'deploy'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:sh|sbatch|ya?ml|service|py)$|Dockerfile$/.test(name))
  .sort();
const textOf = (name: string): string => readFileSync(join(root, 'deploy', name), 'utf8');

/** `muragat import --quiet …`, `"${MURAGAT:-muragat}" merge …`, `run --rm muragat enqueue …`, `command: worker …`, to the end of the line. */
const COMMAND = /(?:\bmuragat(?:\}")? |^ *command: )([a-z]+)((?: [^\n|;&`]*)?)/gm;
const FLAG = /(?<=\s)--[a-z-]+/g;
const commands = new Map((await buildProgram({ code: 0 }, [])).commands.map((command) => [command.name(), command]));

const calls = files.flatMap((file) =>
  [...textOf(file).matchAll(COMMAND)]
    .filter(([, name]) => name !== 'postgres')
    .map(([, name = '', rest = '']) => ({ file, name, flags: rest.match(FLAG) ?? [] })),
);

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
}

/** What the one container of a Job runs. */
function containerOf(name: string): Container {
  const document = parse(textOf(name));
  expect(document).toMatchObject({ apiVersion: 'batch/v1', kind: 'Job' });
  const { containers, volumes } = document.spec.template.spec;
  const mounts = containers[0].volumeMounts.map(({ name: volume }: { name: string }) => volume);
  expect(volumes.map(({ name: volume }: { name: string }) => volume).sort()).toEqual([...mounts].sort());
  return containers[0];
}

describe('deploy', () => {
  it('says in every file how it was checked', () => {
    expect(files.length).toBeGreaterThan(7);
    expect(files.filter((name) => !/Checked here: |Not built here: /.test(textOf(name)))).toEqual([]);
  });

  it('names commands and flags that there are', () => {
    expect(new Set(calls.map(({ name }) => name))).toEqual(
      new Set(['import', 'merge', 'parse', 'worker', 'enqueue', 'status']),
    );
    const unknown = calls.flatMap(({ file, name, flags }) => {
      const known = new Set(commands.get(name)?.options.map(({ long }) => long));
      return flags.filter((flag) => !known.has(flag)).map((flag) => `${file}: ${name} ${flag}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each(files.filter((name) => /\.(?:sh|sbatch)$/.test(name)))('%s is a script that bash takes', (name) => {
    expect(spawnSync('bash', ['-n', join(root, 'deploy', name)], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('spark/parse.py is Python', ({ skip }) => {
    const code = 'import ast, sys; ast.parse(sys.stdin.read())';
    const { status, error } = spawnSync('python3', ['-c', code], { input: textOf('spark/parse.py') });
    if (error) skip();
    expect(status).toBe(0);
  });

  it('systemd takes the unit', ({ skip }) => {
    const [unit = ''] = files.filter((name) => name.endsWith('.service'));
    // It looks whether the program is there, which on this machine need not be.
    const copy = put(join(folder, basename(unit)), textOf(unit).replace('/usr/local/bin/muragat', process.execPath));
    const { status, stderr, error } = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' });
    if (error) skip();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('compose/docker-compose.yml is a file that docker-compose takes', ({ skip }) => {
    const file = join(root, 'deploy/compose/docker-compose.yml');
    const env = { PATH: process.env.PATH ?? '', MURAGAT_PASSWORD: 'x', DUMPS: '/srv/dumps' };
    const check = (more: Readonly<Record<string, string>>) =>
      spawnSync('docker-compose', ['-f', file, 'config', '--quiet'], { encoding: 'utf8', env: { ...env, ...more } });
    const { status, stderr, error } = check({});
    if (error) skip();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // It is asked for the password, and refuses to run without.
    expect(check({ MURAGAT_PASSWORD: '' }).status).not.toBe(0);
  });

  it('compose/docker-compose.yml waits for the database, and no password stands in it', () => {
    const parsed = parse(textOf('compose/docker-compose.yml'), { merge: true });
    expect(Object.keys(parsed.services)).toEqual(['database', 'worker', 'muragat']);
    for (const name of ['worker', 'muragat']) {
      expect(parsed.services[name]).toMatchObject({
        image: 'muragat-worker:0.1.0',
        depends_on: { database: { condition: 'service_healthy' } },
      });
      expect(parsed.services[name].environment.PGPASSWORD).toContain('{MURAGAT_PASSWORD:?}');
    }
    expect(parsed.services.database.environment.POSTGRES_PASSWORD).toContain('{MURAGAT_PASSWORD:?}');
  });
});

describe('deploy/kubernetes', () => {
  it('makes shards and merges them, as Kubernetes would run it', async () => {
    const [shards, merge] = [containerOf('kubernetes/shards.yaml'), containerOf('kubernetes/merge.yaml')];
    const job = parse(textOf('kubernetes/shards.yaml'));
    const told = Object.fromEntries(shards.env.map(({ name, value }) => [name, value]));
    expect(job.spec).toMatchObject({ completionMode: 'Indexed', completions: Number(told.SHARDS) });
    expect(merge.env.find(({ name }) => name === 'SHARDS')?.value).toBe(told.SHARDS);

    const out = join(folder, 'out');
    mkdirSync(out);
    put(join(folder, 'muragat'), `#!/bin/sh\nexec '${process.execPath}' '${root}bin/muragat.js' "$@"\n`);
    spawnSync('chmod', ['+x', join(folder, 'muragat')]);
    for (let dump = 0; dump < 6; dump += 1)
      put(join(folder, `dumps/${dump}.jsonl`), `${story(dump)}\n${story(dump + 1)}\n`);
    const run = (container: Container, more: Readonly<Record<string, string>>): number | null => {
      const env = {
        PATH: `${folder}:${process.env.PATH}`,
        SHARDS: '2',
        DUMPS: join(folder, 'dumps'),
        OUT: out,
        ...more,
      };
      const [shell = '', ...args] = container.command;
      return spawnSync(shell, args, { env, cwd: folder }).status;
    };
    // What a pod left that was killed.
    writeFileSync(join(out, 'shard-1.db.part'), 'half');
    expect(run(shards, { JOB_COMPLETION_INDEX: '0' })).toBe(0);
    expect(run(merge, {})).toBe(1);
    expect(run(shards, { JOB_COMPLETION_INDEX: '1' })).toBe(0);
    expect(run(shards, { JOB_COMPLETION_INDEX: '2' })).toBe(2);
    expect(run(merge, {})).toBe(0);
    muragat(['import', '--quiet', '--db', 'one.db', 'dumps'], { cwd: folder });
    expect(await digestOf(join(out, 'archive.db'))).toBe(await digestOf(join(folder, 'one.db')));
  });
});
