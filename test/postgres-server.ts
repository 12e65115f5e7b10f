import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a PostgreSQL server for tests, its database left out; null where none can be started. */
    readonly postgresUrl: string | null;
  }
}

/** Where Debian, Red Hat and Homebrew put the programs of a server. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt'];
/** A test database need not survive a power cut. */
const FAST = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60';

let stop: () => void = () => {};

/** Starts a server of its own for the tests, where PostgreSQL is installed. */
export async function setup(project: TestProject): Promise<void> {
  const programs = findPrograms();
  const server = programs === null ? null : await startServer(programs);
  stop = server?.stop ?? stop;
  project.provide('postgresUrl', server?.url ?? null);
}

/** Stops it behind the tests. */
export function teardown(): void {
  stop();
}

/** A private server on the loopback address. PostgreSQL does not run as root: then it runs as the user postgres. */
export async function startServer(programs: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) giveTo('postgres', folder);
  const port = await freePort();
  const run = (command: string): void => {
    const [file, ...args] = isRoot ? ['su', 'postgres', '-s', '/bin/sh', '-c', command] : ['/bin/sh', '-c', command];
    execFileSync(file ?? '', args, { stdio: 'ignore', cwd: '/' });
  };
  const data = join(folder, 'data');
  run(`'${programs}/initdb' -D '${data}' -E UTF8 --locale=C.UTF-8 --auth=trust -U postgres -N`);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${FAST}`;
  run(`'${programs}/pg_ctl' -D '${data}' -w -l '${folder}/log' -o "${options}" start`);
  const end = (): void => {
    run(`'${programs}/pg_ctl' -D '${data}' -m immediate stop`);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}`, stop: end };
}

/** Folder of `initdb` and `pg_ctl`, the newest version first; null where there is none. */
export function findPrograms(): string | null {
  const versions = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
      .map((name) => join(folder, name, 'bin')),
  );
  return [...versions, '/usr/bin'].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

function giveTo(user: string, folder: string): void {
  const id = (flag: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  chmodSync(folder, 0o700);
  chownSync(folder, id('-u'), id('-g'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
