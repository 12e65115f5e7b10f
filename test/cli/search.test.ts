import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-search-'));
afterAll(() => rmSync(folder, { recursive: true }));

function muragat(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

const page = (id: number, headline: string): string =>
  JSON.stringify({
    url: `https://bulaq-uni.example/kogam/${id}-story.html`,
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline} » Бұлақ үні</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text"><p>Ауылда ${id} үйге құбыр тартылды, жұмыс екі айға созылды.</p><p>Келесі жылы көше жарығы жөнделеді.</p></div>
<ul class="meta"><li class="story_date"><time datetime="2021-05-04">04 мамыр 2021 ж.</time></li></ul></article></div></body></html>`,
    capturedAt: '2022-01-05T08:00:00Z',
  });

beforeAll(() => {
  writeFileSync(
    join(folder, 'a.jsonl'),
    [page(1, 'Қазақстан күні өтті'), page(2, '=HYPERLINK("x") \u001b[31mсу')].join('\n'),
  );
  muragat(['import', '--quiet', 'a.jsonl']);
});

describe('muragat search', () => {
  it('prints headline, date, address and snippet with its hits', () => {
    const { code, out } = muragat(['search', 'казакстан']);
    expect(code).toBe(0);
    expect(out).toContain('«Қазақстан» күні өтті');
    expect(out).toContain('2021-05-04');
    expect(out).toContain('https://bulaq-uni.example/kogam/1-story.html');
  });

  it('colours hits where colours are asked for, and passes no other escape on', () => {
    expect(muragat(['search', 'казакстан'], { FORCE_COLOR: '1' }).out).toContain('\u001b[1;7mҚазақстан\u001b[0m');
    expect(muragat(['search', 'казакстан', '--no-color'], { FORCE_COLOR: '1' }).out).not.toContain('\u001b');
    expect(muragat(['search', 'құбыр']).out).not.toContain('\u001b');
  });

  it('takes a word with a minus for what must not be there', () => {
    expect(muragat(['search', 'құбыр', '-казакстан', '--json']).out.trim().split('\n')).toHaveLength(1);
    expect(muragat(['search', '-казакстан', '--json']).out.trim().split('\n')).toHaveLength(1);
  });

  it('writes JSON Lines and a table that no spreadsheet runs', () => {
    const [first] = muragat(['search', 'казакстан', '--json']).out.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ articleId: 'bulaq-uni.example/id:1', publishedOn: '2021-05-04' });
    expect(muragat(['search', 'су', '--csv']).out).not.toMatch(/(^|,|")=/m);
  });

  it.each([[['--from', '2021-02-30']], [['--limit', '0']], [['--json', '--csv']], [['--limt', '3']]])(
    'takes %j for wrong usage',
    (flags) => {
      expect(muragat(['search', 'су', ...flags])).toMatchObject({ code: 2, out: '' });
    },
  );

  it('answers what the index would refuse, and says when there is no archive', () => {
    expect(muragat(['search', '"', '(*', 'NEAR(', '--db', 'archive.db'])).toMatchObject({ code: 0 });
    expect(muragat(['search', 'су', '--db', 'none.db']).code).toBe(66);
  });
});

describe('muragat show', () => {
  it('shows an article by number, address and id', () => {
    const names = ['1', 'https://bulaq-uni.example/kogam/1-story.html', 'bulaq-uni.example/id:1'];
    const texts = names.map((name) => muragat(['show', name]).out);
    expect(new Set(texts).size).toBe(1);
    for (const piece of ['Қазақстан күні өтті', 'Readings', '2022-01-05T08:00:00Z', 'Evidence', 'a.jsonl (line:1)']) {
      expect(texts[0]).toContain(piece);
    }
  });

  it('prints JSON', () => {
    expect(JSON.parse(muragat(['show', '1', '--json']).out)).toMatchObject({
      article: { nativeId: '1' },
      versions: [{}],
    });
  });

  it('tells what is missing from what names nothing', () => {
    expect(muragat(['show', '99']).code).toBe(66);
    expect(muragat(['show', 'су']).code).toBe(2);
  });
});

describe('muragat cite', () => {
  it('cites in each format', () => {
    expect(muragat(['cite', '1']).out).toContain('captured 2022-01-05T08:00:00Z. Dump: a.jsonl (line:1)');
    expect(JSON.parse(muragat(['cite', '1', '--format', 'csl-json']).out)).toHaveLength(1);
    expect(muragat(['cite', '1', '--format', 'docx']).code).toBe(2);
  });
});
