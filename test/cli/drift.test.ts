import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { muragat, put, stories } from '../reliability/cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-drift-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const importInto = (...args: readonly string[]) => muragat(['import', '--db', 'archive.db', ...args], { cwd });
/** What a new theme does: the line with date and counters is gone. */
const LINE = /<ul class=.*?<\/ul>/g;

describe('an import that finds less than all imports before', () => {
  beforeAll(() => {
    put(join(cwd, 'old.jsonl'), stories(1, 80));
    put(join(cwd, 'few.jsonl'), stories(101, 110).replaceAll(LINE, ''));
    put(join(cwd, 'new.jsonl'), stories(201, 240).replaceAll(LINE, ''));
    importInto('--quiet', 'old.jsonl');
  });

  it('says nothing of few articles', () => {
    expect(importInto('--quiet', 'few.jsonl')).toEqual({ code: 0, out: '', err: '' });
  });

  it('warns, names site and fields with shares, and fails nothing', () => {
    const { code, out, err } = importInto('--quiet', '--json', 'new.jsonl');
    expect(code).toBe(0);
    const now = { articles: 40, missing: 40, share: 1 };
    const drift = (field: string) => ({ site: 'tasotkel.example', field, now, before: expect.anything() });
    expect(JSON.parse(out).drift).toEqual([drift('datePublished'), drift('views')]);
    expect(err).toContain('tasotkel.example: 100 % of 40 articles have no views; before it was 11.1 % of 90');
  });

  it('stands in the status until an import finds the fields again', () => {
    const status = () => muragat(['status', '--db', 'archive.db'], { cwd }).out;
    expect(status()).toContain('100 % of 40 articles have no date');
    put(join(cwd, 'mended.jsonl'), stories(301, 340));
    importInto('--quiet', 'mended.jsonl');
    expect(status()).not.toContain('have no date');
  });

  it('leaves an archive that verify finds sound', () => {
    expect(muragat(['verify', '--quiet', '--db', 'archive.db'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  });
});
