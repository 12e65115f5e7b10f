import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { muragat, put, stories } from '../reliability/cli.js';

const bin = fileURLToPath(new URL('../../bin/muragat.js', import.meta.url));
const cwd = mkdtempSync(join(tmpdir(), 'muragat-colours-'));
afterAll(() => rmSync(cwd, { recursive: true }));
const ESCAPE = '\u001b[';

beforeAll(() => {
  put(join(cwd, 'a.jsonl'), stories(1, 3));
  muragat(['import', '--quiet', 'a.jsonl'], { cwd });
});

/** What the program writes to a terminal of so many columns (`script` makes one). */
function onTerminal(args: readonly string[], env: Readonly<Record<string, string>>, columns = 80): string {
  const words = [process.execPath, bin, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols ${columns}; ${words}`;
  const surroundings = { PATH: process.env.PATH ?? '', TERM: 'xterm', ...env };
  return spawnSync('script', ['-qec', command, '/dev/null'], { cwd, encoding: 'utf8', env: surroundings }).stdout;
}

const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

describe.skipIf(!hasScript)('on a terminal', () => {
  it.each([
    ['colours hits', ['search', 'жарық'], {}, true],
    ['not with NO_COLOR', ['search', 'жарық'], { NO_COLOR: '1' }, false],
    ['not with --no-color', ['search', 'жарық', '--no-color'], { FORCE_COLOR: '1' }, false],
    ['not where the terminal is dumb', ['search', 'жарық'], { TERM: 'dumb' }, false],
    ['shows progress', ['import', '--force', 'a.jsonl'], {}, true],
    ['not in CI', ['import', '--force', 'a.jsonl'], { CI: 'true' }, false],
    ['not with --quiet', ['import', '--force', '--quiet', 'a.jsonl'], {}, false],
  ] as const)('%s', (_fact, args, env, isStyled) => {
    const text = onTerminal(args, env);
    expect(text.includes(ESCAPE)).toBe(isStyled);
  });

  it('shows progress without colours with NO_COLOR', () => {
    const text = onTerminal(['import', '--force', 'a.jsonl'], { NO_COLOR: '1' });
    expect(text.includes('Reading')).toBe(true);
    expect(text.includes('\u001b[36m')).toBe(false);
  });

  it('writes plainly where the terminal has no size', () => {
    const text = onTerminal(['import', '--force', 'a.jsonl'], {}, 0);
    expect(text.includes('unchanged')).toBe(true);
    expect(text.includes(ESCAPE)).toBe(false);
  });
});

describe('in a file', () => {
  it('stand no colours unless FORCE_COLOR demands them', () => {
    const PATH = process.env.PATH ?? '';
    expect(muragat(['search', 'жарық'], { cwd }).out).not.toContain(ESCAPE);
    expect(muragat(['search', 'жарық'], { cwd, env: { PATH, FORCE_COLOR: '1' } }).out).toContain(ESCAPE);
  });
});
