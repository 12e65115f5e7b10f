import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../src/model/capture.js';
import { readPage } from '../../../src/page.js';
import { profiles } from '../../../src/sites/profiles.js';

const cases = resolve(import.meta.dirname, '../../../../shared/cases/web');
const score = join(cases, 'score.mjs');

interface Row {
  readonly set: string;
  readonly f1: number;
  readonly exact: number | null;
  readonly loose: number | null;
  readonly day: number | null;
  readonly wrong: number | null;
}

/** What was reached on pages of other sites, a little below: these figures only rise. */
const FLOORS: readonly (readonly [set: string, field: keyof Omit<Row, 'set'>, floor: number])[] = [
  ['shb', 'f1', 0.971],
  ['fundus', 'f1', 0.945],
  ['fundus_ev', 'f1', 0.974],
  ['wcxb', 'f1', 0.955],
  ['fundus', 'exact', 0.845],
  ['fundus', 'loose', 0.903],
  ['wcxb', 'exact', 0.89],
  ['wcxb', 'loose', 0.937],
  ['fundus', 'day', 0.97],
  ['wcxb', 'day', 0.862],
  ['hd_mc', 'day', 0.888],
];
const MOST_WRONG: readonly (readonly [set: string, most: number])[] = [
  ['fundus', 0.027],
  ['wcxb', 0.082],
  ['hd_mc', 0.045],
];

function run(...args: readonly string[]): string {
  return spawnSync(process.execPath, [score, ...args], { encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
}

function toCapture(line: string): Capture {
  const { url, html } = JSON.parse(line) as { readonly url: string; readonly html: string };
  return {
    source: { path: 'web.jsonl', format: 'jsonl', locator: 'file' },
    url,
    capturedAt: null,
    capturedAtBasis: null,
    httpStatus: null,
    mediaType: 'text/html',
    charsetDeclared: 'utf-8',
    contentSha256: '',
    recordId: null,
    diagnostics: [],
    payload: Buffer.from(html),
  };
}

function readAll(): readonly Row[] {
  const options = { charset: null, site: null, baseUrl: null, profiles };
  const records = run('feed')
    .trim()
    .split('\n')
    .map((line) => JSON.stringify(readPage(toCapture(line), options)));
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const file = join(folder, 'records.ndjson');
  writeFileSync(file, records.join('\n'));
  const { rows, lost } = JSON.parse(run(file, '--json')) as { readonly rows: readonly Row[]; readonly lost: number };
  rmSync(folder, { recursive: true });
  expect(lost).toBe(0);
  return rows;
}

describe.skipIf(!existsSync(score))('readPage() on pages of other sites', () => {
  const rows = existsSync(score) ? readAll() : [];
  const reached = (set: string, field: keyof Omit<Row, 'set'>): number =>
    rows.find((row) => row.set === set)?.[field] ?? Number.NaN;

  it.each(FLOORS)('of %s keeps its %s at %d at least', (set, field, floor) => {
    expect(reached(set, field)).toBeGreaterThanOrEqual(floor);
  });

  it.each(MOST_WRONG)('of %s gives wrong dates to no more than %d', (set, most) => {
    expect(reached(set, 'wrong')).toBeLessThanOrEqual(most);
  });
});
