import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-tutorial-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
/** Each command of the page with what it shows of the answer. */
const steps = [...page.matchAll(/```text\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((step) => [step.slice(0, step.indexOf('\n')), step.slice(step.indexOf('\n') + 1)] as const),
);
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

beforeAll(() => {
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(
    join(folder, 'bin/muragat'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/muragat.js')}" "$@"\n`,
  );
  chmodSync(join(folder, 'bin/muragat'), 0o755);
});

/** `…` alone on a line stands for any lines, inside a line for any signs; all else is meant as it stands. */
function pattern(shown: string): RegExp {
  const exactly = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lines = shown.split('\n').slice(0, -1);
  return new RegExp(
    `^${lines.map((line) => (line === '…' ? '(?:[^\\n]*\\n)*' : `${line.split('…').map(exactly).join('[^\\n]*')}\\n`)).join('')}$`,
  );
}

describe('docs/tutorial.md', () => {
  it('has its steps', () => {
    expect(steps.length).toBeGreaterThan(12);
  });

  it.each(steps)('$ %s', (command, shown) => {
    if (command.startsWith('sqlite3') && !has('sqlite3')) return;
    const PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`;
    const { stdout } = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: folder, encoding: 'utf8', env: { PATH } });
    expect(stdout).toMatch(pattern(shown));
  });
});

/** Names that stand where a code might: places, and failures of whole runs. */
const NO_CODES: ReadonlySet<string> = new Set(['file', 'input-missing', 'input-unusable', 'io', 'permission']);
/** `code: 'x'`, the code of a bug, and the keys of tables from code to sentence. */
const NAMED = /\bcode: '([a-z][a-z\d-]*)'|\bBUG = '([a-z-]+)'|^ {2}'([a-z-]+)': '[A-Z]/gm;
/** Calls that make a reject or a diagnostic: the first literal that is no place is its code. */
const MADE = /(?<!function |private )\b(?:reject|fault|rejectPage|BrokenStream|digestFaults)\(/g;

/** Every code in the rooms that make diagnostics and rejects. */
function codesOf(source: string): readonly string[] {
  const named = [...source.matchAll(NAMED)].map(([, ...groups]) => groups.find((group) => group !== undefined) ?? '');
  const made = [...source.matchAll(MADE)].flatMap(({ index }) => {
    const call = source.slice(index, index + 260).split(';')[0] ?? '';
    const [code] = [...call.matchAll(/'([a-z][a-z\d-]*)'/g)]
      .map(([, text = '']) => text)
      .filter((text) => !NO_CODES.has(text));
    return code === undefined ? [] : [code];
  });
  return [...named, ...made].filter((code) => !NO_CODES.has(code));
}

describe('the table of messages in docs/tutorial.md', () => {
  const files = ['read', 'extract', 'workers'].flatMap((room) =>
    readdirSync(join(root, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, 'src', room, name)),
  );
  const codes = [...new Set(files.flatMap((file) => codesOf(readFileSync(file, 'utf8'))))].toSorted();
  const explained = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = '']) => code);

  it('explains every code of a diagnostic or reject, and none that is not', () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(explained).toEqual(codes);
  });
});
