import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** Who may import whom: the one place that says so. `own` are rooms (or files of src), `packages` are npm packages and `node:`. */
const rooms: Readonly<Record<string, { readonly own: readonly string[]; readonly packages: readonly string[] }>> = {
  model: { own: [], packages: [] },
  sites: { own: ['model'], packages: [] },
  text: { own: [], packages: ['iconv-lite'] },
  read: { own: ['model'], packages: ['node:', 'picomatch'] },
  decode: { own: ['model', 'text'], packages: ['node:buffer'] },
  repair: { own: ['model', 'text'], packages: [] },
  extract: { own: ['model', 'text'], packages: ['cheerio', 'htmlparser2', 'entities/decode', 'domhandler'] },
  score: { own: ['model', 'text'], packages: [] },
  archive: { own: ['model', 'text'], packages: ['node:'] },
  settle: { own: ['model', 'text'], packages: [] },
  verify: { own: ['model'], packages: [] },
  query: { own: ['model', 'text'], packages: [] },
  merge: { own: ['model'], packages: [] },
  export: { own: ['model'], packages: ['hyparquet-writer'] },
  report: { own: ['model'], packages: ['echarts', 'node:crypto'] },
  'store/sqlite': { own: ['model', 'archive'], packages: ['better-sqlite3', 'node:'] },
  'store/postgres': {
    own: ['model', 'archive', 'store/sqlite'],
    packages: ['pg', 'better-sqlite3', 'node:'],
  },
  'open-archive.ts': { own: ['model', 'store/sqlite', 'store/postgres'], packages: [] },
  queue: { own: ['model'], packages: ['pg-boss'] },
  'enqueue.ts': { own: ['model', 'queue', 'queued-profiles.ts', 'read', 'store/postgres'], packages: ['node:'] },
  'queue-status.ts': { own: ['model', 'queue', 'store/postgres'], packages: [] },
  'queue-worker.ts': {
    own: ['model', 'queue', 'queued-profiles.ts', 'import', 'importer.ts', 'settle', 'store/postgres'],
    packages: ['node:'],
  },
  'queued-profiles.ts': { own: ['model', 'sites'], packages: ['node:'] },
  'page.ts': { own: ['model', 'decode', 'repair', 'extract', 'text'], packages: [] },
  workers: { own: ['model', 'archive', 'page.ts'], packages: ['piscina', 'node:'] },
  import: { own: ['model', 'archive', 'read', 'page.ts', 'workers', 'settle'], packages: [] },
  'importer.ts': { own: ['model', 'archive', 'read', 'workers', 'import'], packages: [] },
  'import-shard.ts': {
    own: ['model', 'import', 'importer.ts', 'read', 'store/sqlite', 'store/postgres'],
    packages: ['node:'],
  },
  'import-defaults.ts': { own: ['import', 'sites'], packages: ['node:'] },
  'repair-text.ts': { own: ['model', 'decode', 'repair', 'settle'], packages: [] },
  'restore.ts': { own: ['model', 'settle'], packages: [] },
  'shipped-model.ts': { own: ['settle'], packages: ['node:'] },
  'profile-file.ts': { own: ['sites', 'extract'], packages: [] },
  'test-profile.ts': { own: ['model', 'import', 'importer.ts', 'score'], packages: [] },
  'learn-profile.ts': {
    own: ['model', 'import', 'page.ts', 'read', 'decode', 'repair', 'extract', 'score'],
    packages: [],
  },
  'index.ts': { own: ['*'], packages: [] },
  // Each command loads the part of the library that it needs; the test below says which names.
  cli: { own: ['*'], packages: ['commander', 'ora', 'node:'] },
};

interface Import {
  readonly from: string;
  readonly room: string;
  readonly to: string;
}

/** `… from 'x';`, `import 'x';` and `import('x')`, as the formatter writes them. */
const IMPORT = /(?:\bfrom |^import |\bimport\()'([^'\n]+)'[;)]/gm;

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(IMPORT)].map(([, target = '']) => ({
    from: file,
    room: roomOf(file),
    to: target.startsWith('.') ? relative(src, resolve(src, dirname(file), target)).replace(/\.js$/, '.ts') : target,
  })),
);

/** `export { a, type b } from './x.js'` of index.ts. */
const OFFER = /^export (?:type )?\{([^}]*)\} from '\.\/([^']+)\.js'/gm;
/** `import { a, type b } from '../x.js'` and `const { a } = await import('../x.js')`. */
const USE = /\{([^{}]*)\} (?:from |= await import\()'(?:\.\.\/)+([^']+)\.js'/g;

/** `file name` for every name that a text exports or imports by the pattern. */
function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, names = '', file]) =>
    names
      .split(',')
      .map((name) => name.replace(/^\s*type |\s/g, ''))
      .filter((name) => name !== '')
      .map((name) => `${file} ${name}`),
  );
}

/** The longest room name that the path begins with. */
function roomOf(file: string): string {
  const names = Object.keys(rooms).filter((name) => file === name || file.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? file;
}

function isAllowed({ room, to }: Import): boolean {
  const rule = rooms[room];
  if (rule === undefined) return false;
  if (!to.endsWith('.ts'))
    return rule.packages.some((name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`));
  const target = roomOf(to);
  return target === room || rule.own.includes('*') || rule.own.includes(target);
}

describe('the house', () => {
  it('has a rule for every file', () => {
    expect(files.map(roomOf).filter((room) => !(room in rooms))).toEqual([]);
  });

  it('lets rooms import only what the table names', () => {
    expect(imports.filter((entry) => !isAllowed(entry)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets the front desk use only what index.ts offers to every program', () => {
    const index = readFileSync(join(src, 'index.ts'), 'utf8');
    const offered = new Set(namesIn(index, OFFER));
    const named = new Set([...offered].map((offer) => `index ${offer.split(' ')[1]}`));
    const own = new Set(files.filter((file) => file.startsWith('cli/')).map((file) => file.slice(4, -3)));
    const used = [...own].flatMap((file) => namesIn(readFileSync(join(src, `cli/${file}.ts`), 'utf8'), USE));
    const foreign = used.filter((use) => !own.has(use.split(' ')[0] ?? ''));
    expect(foreign.length).toBeGreaterThan(50);
    expect(foreign.filter((use) => !offered.has(use) && !named.has(use))).toEqual([]);
  });

  it('has no import cycles', () => {
    const targets = new Map(files.map((file) => [file, imports.filter((entry) => entry.from === file)]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): readonly string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return [];
      for (const { to } of targets.get(file) ?? []) {
        const cycle = to.endsWith('.ts') ? visit(to, [...path, file]) : [];
        if (cycle.length > 0) return cycle;
      }
      done.add(file);
      return [];
    };
    expect(files.map((file) => visit(file, [])).filter((cycle) => cycle.length > 0)).toEqual([]);
  });
});
