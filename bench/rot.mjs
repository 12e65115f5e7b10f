// Changes one byte of an archive in many places and asks `verify` each time: named, harmless (every row reads as before), or unseen.
// node bench/rot.mjs [--places 1000] [--seed 1]      (after npm run build)
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { checkSqliteFile, importDumps, openSqliteStore, profiles, settleRules, verifyArchive } from '../dist/index.js';
import { OPTIONS } from './import-options.mjs';
import { randomOf } from './random.mjs';

const { values } = parseArgs({
  options: { places: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(join(tmpdir(), 'muragat-rot-'));
const archive = join(folder, 'archive.db');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await fill();
const sound = readFileSync(archive);
const rows = rowsOf(archive);
const random = randomOf(Number(values.seed));
const tally = { places: 0, named: 0, refused: 0, harmless: 0, unseen: 0 };
const unseen = {};
for (; tally.places < Number(values.places); tally.places += 1) {
  const bytes = Buffer.from(sound);
  const place = Math.floor(random() * bytes.length);
  bytes[place] = (bytes[place] + 1 + Math.floor(random() * 255)) % 256;
  tally[await judge(bytes)] += 1;
}
const columns = Object.entries(unseen)
  .sort((a, b) => b[1] - a[1])
  .map(([name, count]) => `${name} ${count}`);
console.log(
  `${Object.entries(tally)
    .map(([name, count]) => `${name} ${count}`)
    .join(' · ')} · ${sound.length} bytes, seed ${values.seed}`,
);
if (columns.length > 0) console.log(`unseen in: ${columns.join(', ')}`);

async function judge(bytes) {
  for (const ending of ['-wal', '-shm']) rmSync(archive + ending, { force: true });
  writeFileSync(archive, bytes);
  try {
    const report = await verifyArchive({
      checkFile: () => checkSqliteFile(archive),
      open: () => openSqliteStore(archive, { create: false, profiles }),
      openScratch: () => openSqliteStore(':memory:', { create: true, profiles }),
      rules: settleRules,
      readDump: null,
    });
    if (!report.ok) return 'named';
  } catch (error) {
    if (error.name === 'ImporterError') return 'refused';
    throw error;
  }
  const now = rowsOf(archive);
  const changed = Object.keys(rows).filter((table) => rows[table] !== now[table]);
  for (const table of changed) unseen[table] = (unseen[table] ?? 0) + 1;
  return changed.length === 0 ? 'harmless' : 'unseen';
}

/** A hash of all values of every column, by table and column. */
function rowsOf(path) {
  const db = new Database(path, { readonly: true });
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'articles_fts*' ORDER BY name")
    .pluck()
    .all();
  const hashes = {};
  for (const table of tables) {
    for (const { name } of db.pragma(`table_info(${table})`)) {
      const hash = createHash('sha256');
      for (const [value] of db.prepare(`SELECT quote("${name}") FROM ${table}`).raw().iterate())
        hash.update(`${value}\n`);
      hashes[`${table}.${name}`] = hash.digest('hex');
    }
  }
  db.close();
  return hashes;
}

async function fill() {
  const store = openSqliteStore(archive, { create: true, profiles });
  await importDumps(store, [fileURLToPath(new URL('../samples', import.meta.url))], OPTIONS);
  await store.close();
  const db = new Database(archive);
  db.pragma('journal_mode = DELETE');
  db.close();
}
