import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Starts a PostgreSQL server of one's own on the loopback address; as root it runs as the user postgres. It keeps what is committed. */
export function startPostgres(port) {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'muragat-pg-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const run = (command) => {
    const [file, ...args] = isRoot ? ['su', 'postgres', '-s', '/bin/sh', '-c', command] : ['/bin/sh', '-c', command];
    execFileSync(file, args, { stdio: 'ignore', cwd: '/' });
  };
  const data = join(folder, 'data');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_locks_per_transaction=256`;
  const start = () => run(`'${programs}/pg_ctl' -D '${data}' -w -l '${folder}/log' -o "${options}" start`);
  const stop = (mode) => run(`'${programs}/pg_ctl' -D '${data}' -m ${mode} stop`);
  run(`'${programs}/initdb' -D '${data}' -E UTF8 --locale=C.UTF-8 --auth=trust -U postgres`);
  start();
  const remove = () => {
    stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, start, stop, remove };
}

function findPrograms() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).toSorted((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(base, version, 'bin')), '/usr/bin'].find((path) =>
    existsSync(join(path, 'initdb')),
  );
}
