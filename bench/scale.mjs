// What a million pages cost in each lane without a shared store: node bench/scale.mjs [pages] [shards]     (after npm run build)
// CPU time and bytes of real processes over invented DLE pages in packed WARC files, extrapolated; starting Node is part of it.
// All files go into a folder that is removed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pieceOf } from '../dist/read/pieces.js';
import { fileAtHand } from '../dist/read/random-access.js';
import { dlePage } from './dle-pages.mjs';

const pages = Number(process.argv[2]) || 3000;
const shards = Number(process.argv[3]) || 4;
const DUMPS = 24;
const LARGE_BYTES = 120e6;
const bin = join(import.meta.dirname, '../bin/muragat.js');
const folder = mkdtempSync(join(tmpdir(), 'muragat-scale-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

writeDumps();
const numbers = Array.from({ length: shards }, (_, index) => index + 1);
const files = numbers.map((number) => `shard-${number}.db`);
tell('dumps, packed WARC', null, bytesOf('dumps'));
tell('import, one process', muragat('import --quiet --jobs 1 --db one.db dumps'), bytesOf('one.db'));
const made = numbers.map((number) =>
  muragat(`import --quiet --jobs 1 --shard ${number}/${shards} --db ${files[number - 1]} dumps`),
);
tell(`import --shard, ${shards} shards`, sum(made), sum(files.map(bytesOf)));
tell('slowest shard over the mean', (Math.max(...made) / sum(made)) * shards);
tell(
  `merge --expect ${shards}`,
  muragat(`merge --quiet --expect ${shards} merged.db ${files.join(' ')}`),
  bytesOf('merged.db'),
);
tell('parse, NDJSON', muragat('parse dumps > records.ndjson'), bytesOf('records.ndjson'));
spawnSync('gzip', ['--keep', 'records.ndjson'], { cwd: folder });
tell('the same, packed', null, bytesOf('records.ndjson.gz'));
tell('import of that NDJSON', muragat('import --quiet --jobs 1 --db records.db records.ndjson'), bytesOf('records.db'));
tell('start of the program', muragat('status --db one.db > nothing'));
console.log(`${'both ends of a piece'.padEnd(30)} ${`${(await endsOfPiece()).toFixed(1)} s`.padStart(9)}`);
const digests = ['one.db', 'merged.db', 'records.db'].map(digestOf);
if (new Set(digests).size > 1) throw new Error(`digests differ: ${digests}`);
console.log(`one digest: ${digests[0].slice(0, 16)}`);

/** Pages as a crawler leaves them: a packed record each, in several files. */
function writeDumps() {
  mkdirSync(join(folder, 'dumps'));
  const dumps = Array.from({ length: DUMPS }, () => []);
  for (let id = 1; id <= pages; id += 1) {
    const { url, bytes } = dlePage(id);
    const block = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), bytes]);
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-03-24T10:00:00Z\r\nContent-Length: ${block.length}\r\n\r\n`;
    dumps[id % DUMPS].push(gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])));
  }
  for (const [dump, records] of dumps.entries())
    writeFileSync(join(folder, 'dumps', `${dump}.warc.gz`), Buffer.concat(records));
}

/** Seconds of CPU that it takes to find where the middle third of a packed WARC begins and ends, in a file beyond what is looked at. */
async function endsOfPiece() {
  const dump = Buffer.concat(
    readdirSync(join(folder, 'dumps')).map((name) => readFileSync(join(folder, 'dumps', name))),
  );
  const path = join(folder, 'large.warc.gz');
  writeFileSync(path, Buffer.concat(Array(Math.ceil(LARGE_BYTES / dump.length)).fill(dump)));
  const { size } = statSync(path);
  const before = process.cpuUsage();
  await pieceOf(fileAtHand(path, size), 'warc-members', { number: 2, pieceBytes: Math.floor(size / 3) });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Seconds of CPU that a command takes. */
function muragat(command) {
  const script = `TIMEFORMAT='%U %S'; time "$0" "$1" ${command}`;
  const { status, stderr } = spawnSync('bash', ['--norc', '-c', script, process.execPath, bin], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return sum(stderr.trim().split(/\s+/).slice(-2).map(Number));
}

function digestOf(db) {
  const { stdout } = spawnSync(process.execPath, [bin, 'verify', '--json', '--db', db], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(stdout).digest;
}

function bytesOf(name) {
  const path = join(folder, name);
  const entry = statSync(path);
  return entry.isDirectory() ? sum(readdirSync(path).map((one) => statSync(join(path, one)).size)) : entry.size;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function tell(name, seconds, bytes) {
  const isRatio = bytes === undefined && name.includes(' over ');
  const cpu = seconds === null ? '' : isRatio ? seconds.toFixed(2) : `${seconds.toFixed(1)} s`;
  const hours = seconds === null || isRatio ? '' : `${(((seconds / pages) * 1e6) / 3600).toFixed(2)} CPU hours`;
  const size = bytes === undefined ? '' : `${(((bytes / pages) * 1e6) / 1e9).toFixed(2)} GB`;
  console.log(`${name.padEnd(30)} ${cpu.padStart(9)}   a million pages: ${hours.padStart(15)} ${size.padStart(10)}`);
}
