// Removes from dist/ what no source makes any more, so that the package holds what is built and nothing else. Run by `npm run build`.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [dist, src] = ['../dist/', '../src/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const BUILT = /\.(?:d\.ts|js)$/;

for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (BUILT.test(name) && !existsSync(join(src, name.replace(BUILT, '.ts')))) rmSync(join(dist, name));
}
