// Kills and stops workers, and the server, while they read a queue; compares the archive with one import into SQLite:
// node bench/queue-kill.mjs [--dumps 160] [--pages 100] [--workers 4] [--kills 15] [--crashes 1] [--stops 1] [--port 5499]   (after npm run build)
// One dump is poison: it is gone when a worker wants it, so that it is tried again and dies.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from './private-postgres.mjs';
import { writeWarcs } from './queue-dumps.mjs';
import { randomOf } from './random.mjs';

const DEFAULTS = { dumps: 160, pages: 100, workers: 4, kills: 15, crashes: 1, stops: 1, port: 5499, seed: 1 };
const { values } = parseArgs({
  options: Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, { type: 'string' }])),
});
const setting = (name) => Number(values[name] ?? DEFAULTS[name]);
/** Seconds after which the job of a silent worker goes to another. */
const LEASE = 10;

const bin = fileURLToPath(new URL('../bin/muragat.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-queue-'));
const random = randomOf(setting('seed'));
const server = startPostgres(setting('port'));
const workers = new Set();
const tally = { kills: 0, killsOnRunningJobs: 0, stopped: 0, crashes: 0, commitsRefused: 0 };
process.on('exit', () => {
  for (const { child } of workers) child.kill('SIGKILL');
  server.remove();
  rmSync(folder, { recursive: true, force: true });
});

const dumps = join(folder, 'dumps');
const captures = writeWarcs(dumps, {
  dumps: setting('dumps'),
  pages: setting('pages'),
  step: Math.ceil(setting('pages') * 0.6),
});
muragat('import', '--quiet', '--db', join(folder, 'one.db'), dumps);
const expected = digestOf(join(folder, 'one.db'));
const poison = join(folder, 'poison.warc');
writeFileSync(poison, 'WARC/1.0\r\n');
muragat(
  'enqueue',
  '--quiet',
  '--db',
  server.url,
  dumps,
  poison,
  '--pack',
  '0',
  '--lease',
  String(LEASE),
  '--retry-delay',
  '1',
  '--retries',
  '4',
);
rmSync(poison);

const started = performance.now();
for (let index = 0; index < setting('workers'); index += 1) startWorker();
const events = [
  ...Array.from({ length: setting('kills') }, () => kill),
  ...Array.from({ length: setting('stops') }, () => stopPastLease),
  ...Array.from({ length: setting('crashes') }, () => crash),
].toSorted(() => random() - 0.5);
for (const event of events) {
  await sleep(1000 + random() * 2000);
  if ((await openJobs()) === 0) break;
  await event();
}
await Promise.all([...workers].map(({ ended }) => ended));

const rows = await ask(
  `SELECT (SELECT count(*) FROM captures)::int AS captures, (SELECT count(*) FROM capture_locations)::int AS places,
    (SELECT count(*) FROM sources WHERE state = 'done')::int AS sources,
    (SELECT count(*) FROM pgboss.job WHERE name = 'muragat-dumps' AND state = 'completed')::int AS done,
    (SELECT max(retry_count) FROM pgboss.job WHERE name = 'muragat-dumps' AND state = 'completed') AS most_tries,
    (SELECT count(*) FROM pgboss.job WHERE name = 'muragat-dead')::int AS dead`,
);
const digest = digestOf(server.url);
console.log(
  [
    `${captures} captures in ${setting('dumps')} dumps, ${setting('workers')} workers, ${Math.round((performance.now() - started) / 1000)} s`,
    ...Object.entries(tally).map(([name, count]) => `${name} ${count}`),
    ...Object.entries(rows[0]).map(([name, count]) => `${name} ${count}`),
    `digest ${digest === expected ? 'equal to one process on SQLite' : `DIFFERS: ${digest} for ${expected}`}`,
  ].join(' · '),
);
const [{ captures: found, sources, dead }] = rows;
process.exitCode = digest === expected && found === captures && sources === setting('dumps') && dead === 1 ? 0 : 1;

function startWorker() {
  const child = spawn(process.execPath, [bin, 'worker', '--db', server.url, '--until-empty'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const worker = { child, isStopped: false, said: '' };
  child.stderr.on('data', (text) => {
    worker.said += text;
  });
  worker.ended = new Promise((done) =>
    child.on('close', () => {
      tally.commitsRefused += worker.said.split(': lost').length - 1;
      workers.delete(worker);
      done();
    }),
  );
  workers.add(worker);
}

/** Kills a worker without a word and starts another in its place. */
async function kill() {
  const before = await activeJobs();
  const alive = [...workers].filter(({ isStopped }) => !isStopped);
  const worker = alive[Math.floor(random() * alive.length)];
  if (worker === undefined) return;
  worker.child.kill('SIGKILL');
  await worker.ended;
  tally.kills += 1;
  // All workers have a job, so this one had.
  if (before >= alive.length) tally.killsOnRunningJobs += 1;
  startWorker();
}

/** Stops a worker until its job is another's, and lets it go on: what it then wants to commit must be refused. */
async function stopPastLease() {
  const worker = [...workers].find(({ isStopped }) => !isStopped);
  if (worker === undefined) return;
  worker.isStopped = true;
  worker.child.kill('SIGSTOP');
  tally.stopped += 1;
  startWorker();
  void sleep((LEASE + 12) * 1000).then(() => worker.child.kill('SIGCONT'));
}

async function crash() {
  server.stop('immediate');
  tally.crashes += 1;
  await sleep(1500);
  server.start();
}

async function activeJobs() {
  const [{ count }] = await ask(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'muragat-dumps' AND state = 'active'",
  );
  return count;
}

async function openJobs() {
  const [{ count }] = await ask(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'muragat-dumps' AND state < 'completed'",
  );
  return count;
}

async function ask(sql) {
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows: found } = await client.query(sql);
  await client.end();
  return found;
}

function digestOf(db) {
  const { digest, ok } = JSON.parse(muragat('verify', '--json', '--db', db));
  if (!ok) console.log(`${db} is damaged`);
  return digest;
}

function muragat(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && args[0] !== 'verify') throw new Error(`muragat ${args.join(' ')}: ${status}: ${stderr}`);
  return stdout;
}
