// Measures how fast archives are merged: node bench/merge.mjs [pages an archive] [archives]
// A row is a row of any table of the archive that comes out, those of the full-text index not counted. Seconds are those of the processor
// (user and system), which other programs on the machine do not stretch; the last lines are ratios within this run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  beginWithCopy,
  importDumps,
  mergeArchives,
  openSqliteReader,
  openSqliteStore,
  profiles,
  settleRules,
} from '../dist/index.js';
import { dlePage } from './dle-pages.mjs';
import { OPTIONS } from './import-options.mjs';

const [pages, count] = [Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? 3)];
const folder = mkdtempSync(join(tmpdir(), 'muragat-merge-bench-'));
const MERGE = { toolVersion: 'bench', argv: [], lockTimeoutSeconds: 0, rules: settleRules };

function rowsOf(path) {
  const db = new Database(path, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'articles_fts%'");
  const rows = tables
    .pluck()
    .all()
    .map((name) => db.prepare(`SELECT count(*) FROM ${name}`).pluck().get());
  db.close();
  return rows.reduce((sum, rows) => sum + rows, 0);
}

async function measure(name, path, action) {
  const before = process.cpuUsage();
  await action();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const rows = rowsOf(path);
  const perSecond = Math.round(rows / seconds);
  console.log(`${name.padEnd(44)} ${seconds.toFixed(2)} s  ${rows} rows  ${perSecond} rows/s`);
  return perSecond;
}

async function withStore(path, use) {
  const store = openSqliteStore(path, { create: true, profiles });
  await use(store);
  await store.close();
}

const merged = (paths) => paths.map((path) => ({ path, open: async () => openSqliteReader(path) }));

try {
  const archives = Array.from({ length: count }, (_, index) => join(folder, `${index}.db`));
  let imported = 0;
  for (const [index, archive] of archives.entries()) {
    const dump = join(folder, String(index));
    mkdirSync(dump);
    for (let id = index * pages + 1; id <= (index + 1) * pages; id += 1)
      writeFileSync(join(dump, `${id}.html`), dlePage(id).bytes);
    imported = await measure(`import of ${pages} pages`, archive, () =>
      withStore(archive, (store) => importDumps(store, [dump], OPTIONS)),
    );
    rmSync(dump, { recursive: true });
  }
  const records = join(folder, 'records.db');
  const slow = await measure(`merge of ${count}, record by record`, records, () =>
    withStore(records, (store) => mergeArchives(store, merged(archives), MERGE)),
  );
  const copied = join(folder, 'copied.db');
  const fast = await measure(`merge of ${count} into a new archive`, copied, async () => {
    const first = beginWithCopy(archives, copied);
    await withStore(copied, (store) =>
      mergeArchives(store, merged(archives.filter((path) => path !== first?.path)), MERGE),
    );
  });
  const again = join(folder, 'again.db');
  const large = await measure('merge of all and one of them into a new one', again, async () => {
    beginWithCopy([copied, archives[0]], again);
    await withStore(again, (store) => mergeArchives(store, merged([archives[0]]), MERGE));
  });
  console.log(`merging record by record takes ${(imported / slow).toFixed(2)} of the time of importing the pages`);
  console.log(
    `beginning with a copy: ${(fast / slow).toFixed(2)} times as fast, ${(large / slow).toFixed(2)} with one large archive`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
