// Imports the samples into demo.db and shows what came of them. Run by `npm run demo`.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const bin = new URL('../bin/muragat.js', import.meta.url).pathname;
const run = (...args) => {
  console.log(`\n$ muragat ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [bin, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

for (const file of ['demo.db', 'demo.db-wal', 'demo.db-shm']) rmSync(file, { force: true });
run('import', '--db', 'demo.db', 'samples/dumps', 'samples/pages');
run('status', '--db', 'demo.db');
console.log('\nThe archive is demo.db: open it with sqlite3, Datasette or any tool that reads SQLite.');
