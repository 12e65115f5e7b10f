import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { has, pattern, prepare, printed, root, stepsOf } from './steps.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-tutorial-'));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
const steps = stepsOf(page);

beforeAll(() => prepare(folder));

describe('docs/tutorial.md', () => {
  it('has its steps', () => {
    expect(steps.length).toBeGreaterThan(12);
  });

  it.each(steps)('$ %s', (command, shown) => {
    if (command.startsWith('sqlite3') && !has('sqlite3')) return;
    expect(printed(command, folder)).toMatch(pattern(shown));
  });
});

/** Names that stand where a code might: places, and failures of whole runs. */
const NO_CODES: ReadonlySet<string> = new Set(['file', 'input-missing', 'input-unusable', 'io', 'permission']);
/** `code: 'x'`, the codes of a bug and of a page that costs too much, and the keys of tables from code to sentence. */
const NAMED = /\bcode: '([a-z][a-z\d-]*)'|\b(?:BUG|COSTLY) = '([a-z-]+)'|^ {2}'([a-z-]+)': '[A-Z]/gm;
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
