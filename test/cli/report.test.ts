import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-report-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function muragat(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/muragat.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
const withoutDay = (page: string): string => page.replace(/<p class="made">.*<\/p>/, '');

beforeAll(() => {
  muragat('import', '--quiet', '--db', 'news.db', join(root, 'samples/pages'));
}, 120_000);

describe('muragat report', () => {
  it('writes the same page to standard output and to a file that is whole or not there', () => {
    const { code, out, err } = muragat('report', '--db', 'news.db');
    expect([code, err]).toEqual([0, '']);
    expect(out.slice(0, 500)).toContain('<title>Archive report: news.db</title>');
    expect(muragat('report', '--db', 'news.db', '-o', 'report.html')).toEqual({ code: 0, out: '', err: '' });
    expect(withoutDay(readFileSync(join(folder, 'report.html'), 'utf8')) === withoutDay(out)).toBe(true);
    expect(existsSync(join(folder, 'report.html.partial'))).toBe(false);
    expect(muragat('report', '--db', 'news.db', '-o', 'no/such/folder/a.html')).toMatchObject({ code: 74, out: '' });
  });

  it.each([
    ['kk', 'Мұрағат есебі'],
    ['ru', 'Отчёт об архиве'],
  ])('speaks %s', (language, title) => {
    expect(muragat('report', '--db', 'news.db', '--lang', language).out.slice(0, 500)).toContain(
      `<title>${title}: news.db`,
    );
  });

  it('says what is wrong with what it was asked', () => {
    expect(muragat('report', '--db', 'news.db', '--lang', 'de')).toMatchObject({ code: 2, out: '' });
    expect(muragat('report', '--db', 'none.db')).toMatchObject({ code: 66, out: '' });
  });
});
