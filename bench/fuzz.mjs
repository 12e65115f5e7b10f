// Damages every sample at random and imports what comes of it: no crash, no hang, balanced counts, a sound archive.
// node bench/fuzz.mjs [--cases 20000] [--seed 1] [--from 0]      (after npm run build)
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { importDumps, openSqliteStore, profiles } from '../dist/index.js';
import { OPTIONS } from './import-options.mjs';
import { randomOf } from './random.mjs';

/** Samples above this size (bytes) cost more than they show. */
const MAX_SAMPLE = 200_000;
/** Cases that share an archive. */
const CASES_AN_ARCHIVE = 100;
/** Milliseconds after which a case counts as hanging. */
const HANG = 30_000;

/** What can happen to bytes: each takes the sample, another one and random numbers. */
const MUTATIONS = {
  flip: (bytes, _, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + within(random, 20); count > 0; count -= 1) {
      const place = within(random, copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << within(random, 8));
    }
    return copy;
  },
  cut: (bytes, _, random) => bytes.subarray(0, within(random, bytes.length + 1)),
  behead: (bytes, _, random) => bytes.subarray(within(random, bytes.length + 1)),
  splice: (bytes, other, random) =>
    Buffer.concat([bytes.subarray(0, within(random, bytes.length)), other.subarray(within(random, other.length))]),
  drop: (bytes, _, random) => {
    const start = within(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + within(random, 400))]);
  },
  duplicate: (bytes, _, random) => {
    const start = within(random, bytes.length);
    const piece = bytes.subarray(start, start + 1 + within(random, 2000));
    const copies = Array.from({ length: 1 + within(random, 30) }, () => piece);
    return Buffer.concat([bytes.subarray(0, start), ...copies, bytes.subarray(start)]);
  },
  scatter: (bytes, _, random) => {
    const start = within(random, bytes.length);
    const noise = Buffer.from(Array.from({ length: 1 + within(random, 300) }, () => within(random, 256)));
    return Buffer.concat([bytes.subarray(0, start), noise, bytes.subarray(start + within(random, 300))]);
  },
  noise: (_, __, random) => Buffer.from(Array.from({ length: within(random, 3000) }, () => within(random, 256))),
};

const within = (random, count) => Math.floor(random() * Math.max(1, count));

if (isMainThread) watch();
else await fuzz(workerData);

/** Runs the cases in a thread of their own, so that a hang can be told and ended. */
function watch() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  });
  const [cases, seed, from] = [values.cases, values.seed, values.from].map(Number);
  const worker = new Worker(new URL(import.meta.url), { workerData: { cases, seed, from } });
  let last = { index: from, at: performance.now() };
  const timer = setInterval(() => {
    if (performance.now() - last.at < HANG) return;
    console.log(`case ${last.index} hangs: node bench/fuzz.mjs --seed ${seed} --from ${last.index} --cases 1`);
    process.exit(1);
  }, 1000);
  worker.on('message', (message) => {
    if (message.kind === 'case') last = { index: message.index, at: performance.now() };
    else console.log(message.text);
  });
  worker.on('error', (error) => {
    console.log(`case ${last.index}: ${error.stack}`);
    process.exit(1);
  });
  worker.on('exit', (code) => {
    clearInterval(timer);
    process.exitCode = code;
  });
}

async function fuzz({ cases, seed, from }) {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-fuzz-'));
  const samples = samplesOf(fileURLToPath(new URL('../samples', import.meta.url)));
  const total = { cases: 0, throws: 0, bugs: 0, unbalanced: 0, unsound: 0, articles: 0, rejected: 0 };
  const slowest = { milliseconds: 0, name: '' };
  const started = performance.now();
  let store = null;
  try {
    for (let index = from; index < from + cases; index += 1) {
      parentPort.postMessage({ kind: 'case', index });
      if (total.cases % CASES_AN_ARCHIVE === 0) {
        await close(store, total);
        store = openSqliteStore(':memory:', { create: true, profiles });
      }
      const begun = performance.now();
      const dump = caseOf({ samples, seed, index, folder });
      await runCase(store, dump, { index, total });
      rmSync(dump);
      total.cases += 1;
      const milliseconds = Math.round(performance.now() - begun);
      if (milliseconds > slowest.milliseconds)
        Object.assign(slowest, { milliseconds, name: `${index} ${basename(dump)}` });
    }
    await close(store, total);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const counts = Object.entries(total).map(([name, count]) => `${name} ${count}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`${counts.join(' · ')} · slowest ${slowest.milliseconds} ms (case ${slowest.name}) · ${seconds} s, seed ${seed}`);
  process.exitCode = total.throws + total.bugs + total.unbalanced + total.unsound === 0 ? 0 : 1;
}

function say(text) {
  parentPort.postMessage({ kind: 'text', text });
}

/** Every file below a folder that is not too large, in the order of their names. */
function samplesOf(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= MAX_SAMPLE)
    .sort()
    .map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
}

/** Writes the dump of a case; it depends on seed, index and samples alone. */
function caseOf({ samples, seed, index, folder }) {
  const random = randomOf(seed * 1_000_003 + index);
  const sample = samples[index % samples.length];
  const other = samples[within(random, samples.length)];
  const names = Object.keys(MUTATIONS);
  let bytes = sample.bytes;
  for (let count = 1 + within(random, 3); count > 0; count -= 1) {
    bytes = MUTATIONS[names[within(random, names.length)]](bytes, other.bytes, random);
  }
  const path = join(folder, `${index}-${sample.name}`);
  writeFileSync(path, bytes);
  return path;
}

async function runCase(store, dump, { index, total }) {
  try {
    const report = await importDumps(store, [dump], OPTIONS);
    const { read, inserted, updated, unchanged, skipped, rejected } = report;
    total.rejected += rejected;
    if (report.bugs > 0) complain(total, 'bugs', `case ${index}: ${report.rejects[0]?.message}`);
    if (read !== inserted + updated + unchanged + skipped + rejected) complain(total, 'unbalanced', `case ${index}`);
  } catch (error) {
    complain(total, 'throws', `case ${index}: ${error.stack}`);
  }
}

function complain(total, kind, text) {
  total[kind] += 1;
  say(`${kind}: ${text}`);
}

/** What an archive of damaged dumps holds must still be sound. */
async function close(store, total) {
  if (store === null) return;
  total.articles += (await store.totals()).articles;
  for await (const damage of store.damages()) complain(total, 'unsound', JSON.stringify(damage));
  await store.close();
}
