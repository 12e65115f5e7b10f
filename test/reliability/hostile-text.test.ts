import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { muragat, put, story } from './cli.js';

const cwd = mkdtempSync(join(tmpdir(), 'muragat-hostile-'));
afterAll(() => rmSync(cwd, { recursive: true }));

/** Clears the screen, renames the window, turns the line around. */
const EVIL = '\u001b[2J\u001b]0;x\u0007\u202e\u009b1m';
/** What a terminal would obey; tab and line feed are no harm. */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const commands: readonly (readonly string[])[] = [
  ['status'],
  ['search', 'Тасөткелде'],
  ['search', `${EVIL} OR "" NEAR( *`],
  ['search', "'); DROP TABLE articles; --"],
  ['show', '1'],
  ['show', `https://tasotkel.example/${EVIL}`],
  ['cite', '1'],
  ['inspect', 'evil.html'],
  ['inspect', `${EVIL}.html`],
  ['verify', '--sources'],
  ['forget', '--source', `${EVIL}`],
  ['report'],
  ['import', `${EVIL}.html`],
  ['import', '--site', `${EVIL}`, 'evil.html'],
  ['import', '--force', 'evil.html', 'evil.jsonl'],
  ['import', '--db', `${EVIL}/a.db`, 'evil.html'],
];

describe('signs that a terminal would obey', () => {
  beforeAll(() => {
    const page: { url: string; html: string } = JSON.parse(story(1));
    const html = page.html.replaceAll('Тасөткелде', `Тасөткелде ${EVIL}`).replaceAll('Бағандар', `${EVIL} Бағандар`);
    const url = `${page.url}?${EVIL}`;
    put(join(cwd, 'evil.html'), html);
    put(join(cwd, 'evil.jsonl'), `${JSON.stringify({ ...page, url, html })}\n{"url": "${EVIL}"\n`);
    muragat(['import', '--quiet', 'evil.jsonl', 'evil.html'], { cwd });
  }, 60_000);

  // What export and parse print is data, and holds what the page holds.
  it.each(commands)('never reach it by muragat %j', (...args) => {
    const { code, out, err } = muragat(args, { cwd });
    expect(OBEYED.exec(err)).toBeNull();
    expect(OBEYED.exec(out)).toBeNull();
    expect(code).not.toBe(70);
  });
});
