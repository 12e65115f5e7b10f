import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.js';
import { root, stepsOf } from '../docs/steps.js';
import { muragat } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-commands-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const names = (await buildProgram({ code: 0 }, [])).commands.map((command) => command.name());

/** How each command is misused, and what it says then. */
const WRONG: Readonly<Record<string, readonly [args: readonly string[], says: string]>> = {
  import: [['--max-rejects', 'many', 'x'], 'Give a number of records (5) or a share of them (2%).'],
  parse: [['--captured-at', 'yesterday', 'x'], 'Give a day (2024-03-24)'],
  inspect: [[], "missing required argument 'dump'"],
  repair: [['--explian'], 'Did you mean --explain?'],
  restore: [['--min-confidence', '2'], 'Give a share from 0 to 1.'],
  search: [['--limit', '0', 'су'], 'Give a whole number from 1.'],
  show: [[], "missing required argument 'article'"],
  cite: [['1', '--format', 'docx'], 'Allowed choices are text, csl-json, bibtex, ris.'],
  export: [['-o', 'x.csv'], "required option '--format <name>' not specified"],
  merge: [['new.db'], "missing required argument 'in'"],
  status: [['--since', 'last week'], 'Give a day (2024-03-24)'],
  report: [['--langauge', 'kk'], 'unknown option'],
  verify: [['--source'], 'Did you mean --sources?'],
  retry: [['--lock-timeout', 'soon'], 'Give a number of seconds.'],
  forget: [['--import', '1', '--article', '2'], 'Name one of --import, --source and --article.'],
  sites: [['show', 'nobody'], 'There is no profile "nobody".'],
  completion: [['tcsh'], 'Allowed choices are bash, zsh, fish.'],
  // Whichever worker came first would decide where a limit ends.
  enqueue: [['x.warc', '--db', 'postgres://h/d', '--limit', '5'], "unknown option '--limit'"],
  worker: [[], "required option '--db <url>' not specified"],
};

/** Commands that need a server. */
const OF_SERVERS: ReadonlySet<string> = new Set(['enqueue', 'worker']);

describe('every command', () => {
  it.each(names)('%s ends with 2 and says what is wrong when it is used wrongly', (name) => {
    const [args, says] = WRONG[name] ?? [['--no-such-flag'], 'unknown option'];
    const { code, out, err } = muragat([name, ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err.length).toBeLessThan(600);
  });

  it.each([
    ['a charset that nobody knows', ['import', '--charset', 'cp9999', 'x'], 'There is no charset "cp9999".'],
    ['a charset that nobody knows', ['repair', '--charset', 'cp9999', 'x'], 'There is no charset "cp9999".'],
    ['no page at all', ['import', '--limit', '0', 'x'], 'Give a whole number from 1.'],
  ])('names %s', (_what, args, says) => {
    const { code, err } = muragat(args, { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining(says)]);
  });

  it('says in words which file it cannot read', () => {
    const runs = [
      ['repair', 'nowhere.txt'],
      ['repair', '.'],
      ['import', '--files-from', 'nowhere.txt'],
    ];
    expect(runs.map((args) => muragat(args, { cwd })).map(({ code, err }) => [code, err])).toEqual([
      [66, 'muragat: nowhere.txt: no such file\n  Name text files that can be read.\n'],
      [65, 'muragat: .: a folder, not a file\n  Name text files that can be read.\n'],
      [66, 'muragat: nowhere.txt: no such file\n  Name a list of paths that can be read.\n'],
    ]);
  });

  it.each(names.filter((name) => !OF_SERVERS.has(name)))('%s is shown on a page whose commands are run', (name) => {
    const pages = ['tutorial', 'friends'].map((page) => readFileSync(join(root, `docs/${page}.md`), 'utf8'));
    const commands = pages.flatMap(stepsOf).map(([command]) => command);
    expect(commands.some((command) => new RegExp(`\\bmuragat ${name}\\b`).test(command))).toBe(true);
  });
});
