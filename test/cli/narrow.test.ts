import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { muragat, type Run } from '../reliability/cli.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muragat-narrow-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = 40;
const PAGE = 'samples/dumps/kokzhiek-tany.example/k3-alt-line--depth-3.txt';
const run = (...args: readonly string[]): Run =>
  muragat(args, { cwd: folder, env: { PATH: process.env.PATH ?? '', COLUMNS: String(COLUMNS), FORCE_COLOR: '1' } });

beforeAll(() => {
  cpSync(join(root, 'samples'), join(folder, 'samples'), { recursive: true });
  muragat(['import', '--quiet', 'samples/dumps'], { cwd: folder });
});

/** Lines wider than the terminal that could have been broken between words. */
function tooWide(text: string): readonly string[] {
  const plain = text.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
  return plain.filter((line) => [...line].length > COLUMNS && /\S\s+\S/.test(line));
}

describe('a terminal of 40 columns', () => {
  it.each([
    ['status'],
    ['status', '--since', '2000-01-01'],
    ['search', 'су'],
    ['show', '1'],
    ['verify'],
    ['inspect', PAGE],
    ['import', 'samples/broken'],
    ['import', '--dry-run', '--verbose', 'samples/broken'],
    ['merge', 'new.db', 'archive.db'],
    ['restore', '--dry-run'],
    ['sites', 'list'],
    ['sites', 'test', 'syr-media', 'samples/add-a-newspaper', '--truth', 'samples/add-a-newspaper/labels.jsonl'],
    ['status', '--db', 'there-is-no-archive-of-such-a-long-name.db'],
  ])('is wide enough for %s %s', (...args) => {
    const { out, err } = run(...args);
    expect((out + err).split('\n').length).toBeGreaterThan(1);
    expect(tooWide(out + err)).toEqual([]);
  });
});

describe('paths in the code', () => {
  const HERE = /new URL\([^)]*import\.meta\.url\)\.pathname|['"`]\/tmp\b/;

  it.each(['src', 'bin', 'bench'])('%s takes none from an address, and names no folder of one system', (room) => {
    const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.m?[jt]s$/.test(name),
    );
    expect(files.filter((name) => HERE.test(readFileSync(join(root, room, name), 'utf8')))).toEqual([]);
  });
});
