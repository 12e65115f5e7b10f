// What the queue and the server cost and give: node bench/queue-speed.mjs [--dumps 24] [--pages 100] [--large 0] [--port 5497]   (after npm run build)
// CPU is that of Muragat's processes, without the server's; times are by the clock. --large: pages of one more WARC, for the memory of a worker.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from './private-postgres.mjs';
import { writeWarcs } from './queue-dumps.mjs';

const DEFAULTS = { dumps: 24, pages: 100, large: 0, port: 5497 };
const { values } = parseArgs({
  options: Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, { type: 'string' }])),
});
const setting = (name) => Number(values[name] ?? DEFAULTS[name]);
const bin = fileURLToPath(new URL('../bin/muragat.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-speed-'));
const server = startPostgres(setting('port'));
process.on('exit', () => {
  server.remove();
  rmSync(folder, { recursive: true, force: true });
});
const usage = join(folder, 'usage.cjs');
writeFileSync(
  usage,
  `process.on('exit', () => {
    const { readFileSync, writeFileSync } = require('node:fs');
    // Not maxRSS: that counts the process as well that started this one.
    const [, peak] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
    writeFileSync(process.env.USAGE, JSON.stringify({ ...process.resourceUsage(), peak: Number(peak) }));
  })`,
);

let runs = 0;
const [dumps, half, other] = ['dumps', 'half', 'other'].map((name) => join(folder, name));
const captures = writeWarcs(dumps, { dumps: setting('dumps'), pages: setting('pages'), step: setting('pages') });
for (const path of [half, other]) mkdirSync(path);
const files = readdirSync(dumps);
for (const [index, name] of files.entries()) {
  writeFileSync(join(index % 2 === 0 ? half : other, name), readFileSync(join(dumps, name)));
}

const sqlite = await run(['import', '--quiet', '--jobs', '1', '--db', join(folder, 'a.db'), dumps]);
const direct = await run(['import', '--quiet', '--jobs', '1', '--db', await database('direct'), dumps]);
const one = await queued('one', 1, dumps);
const two = await queued('two', 2, dumps);
const parsed = await run(['parse', dumps]);
const [, halves] = await timed(() => Promise.all([run(['parse', half]), run(['parse', other])]));
console.log(`${captures} captures in ${setting('dumps')} WARC files`);
tell('import into SQLite, --jobs 1', sqlite);
tell('import into PostgreSQL, --jobs 1', direct);
tell('one worker', one);
tell('two workers', two);
console.log(
  `two workers over one: ${ratio(one.seconds, two.seconds)} · two parse processes over one: ${ratio(parsed.seconds, halves)}`,
);
console.log(
  `CPU of a worker over a direct import into PostgreSQL: ${ratio(one.cpu, direct.cpu)} · over SQLite: ${ratio(one.cpu, sqlite.cpu)}`,
);
await tellWrites();
if (setting('large') > 0) await tellLarge();
process.exit(0);

async function queued(name, count, path) {
  const url = await database(name);
  await run(['enqueue', '--quiet', '--pack', '0', '--db', url, path]);
  const [runs, seconds] = await timed(() =>
    Promise.all(Array.from({ length: count }, () => run(['worker', '--quiet', '--until-empty', '--db', url]))),
  );
  const sum = (field) => runs.reduce((total, entry) => total + entry[field], 0);
  return { seconds, cpu: sum('cpu'), megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)) };
}

/** Microseconds a row of 10,000 rows in batches of 500 by unnest, and one by one, each batch a transaction. */
async function tellWrites() {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query('CREATE TABLE written (id bigint PRIMARY KEY, name text, phrase text)');
  const rows = Array.from({ length: 10_000 }, (_, id) => [
    id,
    `ҚазАқпарат ${id}`,
    'деп хабарлайды ҚазАқпарат тілшісіне сілтеме жасап',
  ]);
  const cost = async (write) => {
    await client.query('TRUNCATE written');
    const [, seconds] = await timed(async () => {
      for (let at = 0; at < rows.length; at += 500) {
        await client.query('BEGIN');
        await write(rows.slice(at, at + 500));
        await client.query('COMMIT');
      }
    });
    return Math.round((seconds * 1e6) / rows.length);
  };
  const batched = await cost((batch) =>
    client.query(
      'INSERT INTO written SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])',
      [0, 1, 2].map((column) => batch.map((row) => row[column])),
    ),
  );
  const single = await cost(async (batch) => {
    for (const row of batch)
      await client.query({ name: 'one', text: 'INSERT INTO written VALUES ($1, $2, $3)', values: row });
  });
  console.log(`a row by unnest ${batched} µs, by itself ${single} µs`);
  await client.end();
}

async function tellLarge() {
  const large = join(folder, 'large');
  writeWarcs(large, { dumps: 1, pages: setting('large'), step: 1 });
  const bytes = statSync(join(large, '0000.warc.gz')).size;
  const what = `a WARC of ${Math.round(bytes / 1e6)} MB with ${setting('large')} pages`;
  tell(`one worker, ${what}`, await queued('large', 1, large));
  const file = join(folder, 'large.db');
  tell(`import into SQLite, ${what}`, await run(['import', '--quiet', '--jobs', '1', '--db', file, large]));
}

async function database(name) {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return server.url.replace(/postgres$/, name);
}

async function run(args) {
  runs += 1;
  const file = join(folder, `usage-${runs}.json`);
  const env = { ...process.env, NODE_OPTIONS: `--require ${usage}`, USAGE: file };
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, seconds] = await timed(() => new Promise((done) => child.on('close', done)));
  if (code !== 0) throw new Error(`muragat ${args.join(' ')}: ${code}`);
  const { userCPUTime, systemCPUTime, peak } = JSON.parse(readFileSync(file, 'utf8'));
  return { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: peak / 1024 };
}

async function timed(action) {
  const started = performance.now();
  const result = await action();
  return [result, (performance.now() - started) / 1000];
}

function tell(name, { seconds, cpu, megabytes }) {
  console.log(`${name}: ${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, peak memory ${Math.round(megabytes)} MB`);
}

function ratio(a, b) {
  return (a / b).toFixed(2);
}
