import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNoServer, newDatabase } from '../databases.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-package-'));
const inside = join(folder, 'node_modules/muragat');
afterAll(() => rmSync(folder, { recursive: true }));

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
const library = readFileSync(join(root, 'docs/library.md'), 'utf8');
const examples = [...library.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
/** Files of the package beside the built ones. */
const BESIDE = [
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
  'README.md',
  'bin/muragat.js',
  'data/muragat.schema.json',
  'data/restore-kk.counts.gz',
  'data/restore-kk.graph.gz',
  'data/restore-ru.counts.gz',
  'data/restore-ru.graph.gz',
  'data/site-profile.schema.json',
  'man/muragat.1',
  'package.json',
];
/** Packages that who wants a server installs beside Muragat. */
const OPTIONAL = ['pg', 'pg-boss'];
/** A server that nobody reaches. */
const NOWHERE = 'postgres://user:secret@127.0.0.1:9/x';
let packed: readonly string[] = [];

function run(command: string, args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout + stderr };
}

beforeAll(() => {
  // Built already: packing would build once more.
  const npm = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = spawnSync('npm', npm, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: readonly { path: string }[] }];
  packed = files.map(({ path }) => path);
  mkdirSync(join(inside, 'node_modules'), { recursive: true });
  expect(run('tar', ['-xzf', filename, '-C', inside, '--strip-components=1']).code).toBe(0);
  // What the manifest names and nothing else: a package that only we have at hand would be missed.
  for (const name of Object.keys(manifest.dependencies)) {
    symlinkSync(join(root, 'node_modules', name), join(inside, 'node_modules', name), 'junction');
  }
  // An empty folder hides a package that lies further up.
  for (const name of OPTIONAL) mkdirSync(join(inside, 'node_modules', name));
  cpSync(join(root, 'samples/dumps'), join(folder, 'dumps'), { recursive: true });
});

describe('the package', () => {
  it('holds what is built and needed, and no more', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll('\\', '/'),
    );
    const built = sources
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => ['.d.ts', '.js'].map((ending) => `dist/${name.replace(/\.ts$/, ending)}`));
    expect(packed.toSorted()).toEqual([...BESIDE, ...built].toSorted());
  });

  it('imports dumps in an empty folder with nothing but its dependencies', () => {
    const { code, out } = run(process.execPath, [
      join(inside, 'bin/muragat.js'),
      'import',
      '--quiet',
      '--jobs',
      '2',
      'dumps',
    ]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(run(process.execPath, [join(inside, 'bin/muragat.js'), 'repair', 'dumps/kyrgyz.txt']).code).toBe(0);
    expect(run(process.execPath, [join(inside, 'bin/muragat.js'), 'search', 'су']).out).toContain('«');
  });

  it.each([['import', 'dumps'], ['status'], ['search', 'су'], ['enqueue', 'dumps'], ['worker']])(
    '%s names the packages that a server needs, where they are not installed',
    (...args) => {
      const { code, out } = run(process.execPath, [join(inside, 'bin/muragat.js'), ...args, '--db', NOWHERE]);
      expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining('npm install pg pg-boss') });
      expect(out).not.toMatch(/secret|ERR_MODULE_NOT_FOUND|\bat /);
    },
  );

  it.skipIf(hasNoServer)('keeps an archive on a server with pg alone, and says that a queue needs more', async () => {
    const url = await newDatabase();
    rmSync(join(inside, 'node_modules/pg'), { recursive: true });
    symlinkSync(join(root, 'node_modules/pg'), join(inside, 'node_modules/pg'), 'junction');
    const muragat = (...args: readonly string[]) =>
      run(process.execPath, [join(inside, 'bin/muragat.js'), ...args, '--db', url]);
    expect(muragat('import', '--quiet', 'dumps/kyrgyz.txt')).toEqual({ code: 0, out: '' });
    for (const args of [
      ['enqueue', 'dumps'],
      ['worker', '--until-empty'],
    ]) {
      const told = expect.stringMatching(/the queue needs the packages pg and pg-boss[\s\S]*npm install pg pg-boss/);
      expect(muragat(...args)).toEqual({ code: 2, out: told });
    }
  });

  it.each(examples.map((code, index) => [index + 1, code] as const))(
    'runs example %i of docs/library.md',
    (index, code) => {
      writeFileSync(join(folder, `example-${index}.mjs`), code);
      const { code: exit, out } = run(process.execPath, [`example-${index}.mjs`]);
      expect({ exit, out }).toMatchObject({ exit: 0, out: expect.stringMatching(/Бау-бақшаға/) });
    },
  );

  it('has types for a program that is strict with them', () => {
    for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
    const compilerOptions = {
      ...{ target: 'ES2023', module: 'NodeNext', strict: true, exactOptionalPropertyTypes: true, noEmit: true },
      ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')], skipLibCheck: false },
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const { code, out } = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });
});

describe('CHANGELOG.md', () => {
  it('begins with the version of package.json', () => {
    expect(/^## (\S+)/m.exec(changelog)?.[1]).toBe(manifest.version);
  });
});
