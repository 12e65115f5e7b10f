// Imports the samples into demo.db, shows what came of them and writes a report. Run by `npm run demo`.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../bin/muragat.js', import.meta.url));

/** The files of a folder that end in one of the endings, as a shell would find them. */
const files = (folder, ...endings) =>
  readdirSync(folder)
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .sort()
    .map((name) => join(folder, name));

function run(shown, ...args) {
  console.log(`\n$ muragat ${shown}`);
  const { status } = spawnSync(process.execPath, [bin, ...args, '--db', 'demo.db'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

for (const file of ['demo.db', 'demo.db-wal', 'demo.db-shm']) rmSync(file, { force: true });
for (const host of ['kokzhiek-tany.example', 'priozerny-kray.example']) {
  const [dumps, pages] = [`samples/dumps/${host}`, `samples/pages/${host}`];
  run(
    `import --db demo.db --site ${host} ${dumps}/*.txt ${pages}/*.html`,
    'import',
    '--quiet',
    '--site',
    host,
    ...files(dumps, '.txt'),
    ...files(pages, '.html'),
  );
}
run('import --db demo.db samples/dumps/*.{txt,jsonl}', 'import', ...files('samples/dumps', '.txt', '.jsonl'));
run('status --db demo.db', 'status');
run('report --db demo.db -o demo.html', 'report', '-o', 'demo.html');
console.log(`
The archive is demo.db: open it with sqlite3, Datasette or any tool that reads SQLite.
The report is ${resolve('demo.html')}: open it in a browser.`);
