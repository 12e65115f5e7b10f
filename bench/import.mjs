// Ratios of CPU time and size of an import of invented DLE pages: node bench/import.mjs [pages] [rounds] [many pages] (after npm run build)
// Each task runs in a process of its own, the tasks in turn, and the median of the rounds counts. All files go into a folder that is removed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePages } from './dle-pages.mjs';

const tasks = { dom, naive, first: ours, again: ours, command };
const [first, ...rest] = process.argv.slice(2);
if (first in tasks) {
  const [folder, db] = rest;
  const micros = await tasks[first](folder, db);
  console.log(JSON.stringify({ micros, kilobytes: process.resourceUsage().maxRSS }));
} else main(Number(first) || 1000, Number(rest[0]) || 5, Number(rest[1]) || 0);

function main(pages, rounds, many) {
  const folder = mkdtempSync(join(tmpdir(), 'muragat-bench-'));
  try {
    const dumps = join(folder, 'pages');
    writePages(dumps, pages);
    const runs = Array.from({ length: rounds }, (_, round) => {
      const db = join(folder, `${round}.db`);
      const [treeOnly, naively] = [run('dom', dumps), run('naive', dumps, `${db}.naive`)];
      return { treeOnly, naively, first: run('first', dumps, db), again: run('again', dumps, db) };
    });
    const cost = (name) => median(runs.map((task) => task[name].micros));
    const per = (micros) => `${Math.round(micros / pages)} µs a page`;
    tell('import over htmlparser2 building a DOM', cost('first') / cost('treeOnly'), '≤ 1.2', per(cost('first')));
    tell('naive importer over ours', cost('naively') / cost('first'), '≥ 6', per(cost('naively')));
    const start = startOfImport(folder, rounds);
    const unchanged = cost('again') - start;
    tell('first import over unchanged re-import', (cost('first') - start) / unchanged, '≥ 100', per(unchanged));
    tell('database over text in it', sizeRatio(join(folder, '0.db')), '≤ 1.7');
    const [help, nothing] = [startUp(['bin/muragat.js', '--help']), startUp(['-e', '0'])];
    tell('muragat --help over node -e 0', help / nothing, '≤ 1.8', `${help.toFixed(0)} ms`);
    tell(
      'peak memory',
      run('command', dumps, join(folder, 'command.db')).kilobytes / 1024,
      '≤ 256 MB',
      `${pages} pages`,
    );
    if (many > 0) tellMany(folder, many, cost('first') / pages);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Microseconds that a re-import of one page takes: modules, locks, schema, the run's own rows. Of both imports it is taken off. */
function startOfImport(folder, rounds) {
  const [dumps, db] = [join(folder, 'one'), join(folder, 'one.db')];
  writePages(dumps, 1);
  run('first', dumps, db);
  return median(Array.from({ length: rounds }, () => run('again', dumps, db).micros));
}

function tellMany(folder, many, few) {
  const dumps = join(folder, 'many');
  writePages(dumps, many);
  const { micros, kilobytes } = run('command', dumps, join(folder, 'many.db'));
  tell(`cost a page at ${many} pages`, micros / many / few, '≤ 1.15', `${Math.round(micros / many)} µs a page`);
  tell('peak memory', kilobytes / 1024, '≤ 256 MB', `${many} pages`);
}

function tell(name, value, target, detail = '') {
  console.log(`${name.padEnd(44)} ${value.toFixed(2).padStart(8)}   ${target.padEnd(9)} ${detail}`);
}

function run(...args) {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' }));
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Milliseconds of CPU that a start of Node takes. */
function startUp(args) {
  const command = `TIMEFORMAT='%U %S'; time for i in 1 2 3 4 5 6 7 8 9 10; do "$0" "$@" >/dev/null; done`;
  const cwd = join(import.meta.dirname, '..');
  const { stderr } = spawnSync('bash', ['-c', command, process.execPath, ...args], { cwd, encoding: 'utf8' });
  return stderr
    .trim()
    .split(/\s+/)
    .slice(-2)
    .reduce((sum, seconds) => sum + Number(seconds) * 100, 0);
}

async function measured(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function textsIn(folder) {
  return readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    const isOld = bytes.subarray(0, 300).includes('windows-1251');
    return new TextDecoder(isOld ? 'windows-1251' : 'utf-8').decode(bytes);
  });
}

/** Nothing but trees: no reading of files, no decoding. */
async function dom(folder) {
  const { parseDocument } = await import('htmlparser2');
  const texts = textsIn(folder);
  return measured(() => texts.forEach((text) => void parseDocument(text)));
}

/** Our whole import, the engine set as the command sets it: start of the program left out, everything else in. */
async function ours(folder, db) {
  const { tuneEngine } = await import('../dist/cli/tune-engine.js');
  tuneEngine();
  const { importDumps, openSqliteStore, profiles } = await import('../dist/index.js');
  const page = { charset: null, site: null, baseUrl: null, profiles, format: null, capturedAt: null };
  const choice = { include: [], exclude: [], since: null, limit: null, minAge: null };
  const run = { toolVersion: '0', argv: [], force: false, lockTimeoutSeconds: 0, jobs: 1 };
  const source = { collection: null, rights: null, note: null, maxRejects: { kind: 'count', count: 0 } };
  return measured(async () => {
    const store = openSqliteStore(db, { create: true, profiles });
    await importDumps(store, [folder], { ...page, ...choice, ...run, ...source });
    await store.close();
  });
}

/** The same as people run it: with the start of the program. */
async function command(folder, db) {
  const { main } = await import('../dist/cli/main.js');
  return measured(() => main(['import', '--jobs', '1', '--quiet', '--db', db, folder]));
}

/** What a script of an afternoon does: a tree by cheerio's default parser, selectors, a transaction a row, a search index by triggers. */
async function naive(folder, db) {
  const [{ load }, { default: Database }] = [await import('cheerio'), await import('better-sqlite3')];
  return measured(() => {
    const archive = new Database(db);
    archive.exec(`CREATE TABLE articles (id INTEGER PRIMARY KEY, url TEXT UNIQUE, headline TEXT, body TEXT, section TEXT, day TEXT, views TEXT);
      CREATE VIRTUAL TABLE articles_fts USING fts5(headline, body, content="articles", content_rowid="id");
      CREATE TRIGGER ai AFTER INSERT ON articles BEGIN
        INSERT INTO articles_fts(rowid, headline, body) VALUES (new.id, new.headline, new.body); END;`);
    const insert = archive.prepare(
      'INSERT INTO articles (url, headline, body, section, day, views) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const text of textsIn(folder)) {
      const $ = load(text);
      const body = $('article .text p')
        .map((_, element) => $(element).text())
        .get()
        .join('\n');
      const rest = [$('.category a').text(), $('time').attr('datetime'), $('.meta li').first().text()];
      insert.run($('link[rel=canonical]').attr('href'), $('h2.title').text(), body, ...rest);
    }
    archive.close();
  });
}

/** Bytes of the archive over bytes of the words in it. */
function sizeRatio(db) {
  const script = `import Database from 'better-sqlite3';
    const db = new Database(process.argv[1], { readonly: true });
    const size = (table, columns) => db.prepare('SELECT coalesce(sum(' + columns.map((c) => 'octet_length(coalesce(' + c + ", ''))").join(' + ') + '), 0) FROM ' + table).pluck().get();
    console.log(size('articles', ['headline', 'lead', 'body', 'search_extra']) + size('article_versions', ['headline', 'lead', 'body']));`;
  const cwd = join(import.meta.dirname, '..');
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', script, db], { cwd, encoding: 'utf8' });
  return statSync(db).size / Number(text);
}
