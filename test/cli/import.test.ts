import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';

const bin = new URL('../../bin/muragat.js', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'muragat-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function muragat(args: readonly string[], input?: string): Run {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    ...(input === undefined ? {} : { input }),
  } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], options);
  return { code: status, out: stdout, err: stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return name;
}

/** An invented story of an invented paper, as a line of JSON Lines. */
function story(
  id: number,
  changes: { readonly views?: number; readonly capturedAt?: string; readonly extra?: string } = {},
): string {
  const headline = `Бұлақ ауылында ${id} үйге су құбыры тартылды`;
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline} » Бұлақ үні</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body>
<div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text"><p>Жұмыс екі айға созылды, енді әр үйде таза су бар.</p><p>Келесі жылы көше жарығы жөнделеді деп жоспарланып отыр.</p>${changes.extra ?? ''}</div>
<ul class="meta"><li title="Қаралды: ${changes.views ?? 10}">${changes.views ?? 10}</li><li title="Пікірлер: 0">0</li><li class="story_date"><time datetime="2021-05-04">04 мамыр 2021 ж.</time></li></ul></article></div></body></html>`;
  return JSON.stringify({
    url: `https://bulaq-uni.example/kogam/${id}-story.html`,
    html,
    capturedAt: changes.capturedAt ?? '2022-01-05T08:00:00Z',
  });
}

const summaryOf = (run: Run): Record<string, unknown> => JSON.parse(run.out);

/** Wrong input, the flags beside it, and the exit code of the contract. */
const wrongInputs: readonly (readonly [fact: string, dump: () => string, flags: readonly string[], code: number])[] = [
  ['a picture named .html is skipped', () => file('x/p.html', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])), [], 0],
  ['an empty file is rejected', () => file('x/e.txt', ''), [], 1],
  ['an empty file is allowed by --max-rejects', () => file('x/e2.txt', ''), ['--max-rejects', '1'], 0],
  ['an empty file is allowed by a share', () => file('x/e3.txt', ''), ['--max-rejects', '100%'], 0],
  ['a cut last line is a truncated dump', () => file('x/t.jsonl', `${story(4)}\n{"html":"<p`), [], 65],
  ['a missing dump is no input', () => 'x/missing', [], 66],
  ['an unknown format is wrong usage', () => file('x/u.txt', 'Су'), ['--format', 'docx'], 2],
  ['a day that does not exist is wrong usage', () => file('x/v.txt', 'Су'), ['--captured-at', '2024-02-30'], 2],
  ['no jobs at all are wrong usage', () => file('x/j.txt', 'Су'), ['--jobs', '0'], 2],
  ['an unknown flag is wrong usage', () => file('x/w.txt', 'Су'), ['--no-such-flag'], 2],
  [
    'an archive in a folder that does not exist cannot be created',
    () => file('x/y.txt', 'Су'),
    ['--db', 'no/such/folder/a.db'],
    73,
  ],
  [
    'a file that is no archive is unusable',
    () => file('x/z.txt', 'Су'),
    ['--db', file('x/not.db', 'This is a text, not a database.')],
    65,
  ],
];

describe('muragat import', () => {
  it('imports, and the second time changes nothing', () => {
    const dump = file('a.jsonl', `${story(1)}\n${story(2)}\n`);
    expect(summaryOf(muragat(['import', '--json', '--db', 'a.db', dump]))).toMatchObject({
      status: 'ok',
      read: 2,
      inserted: 2,
      articles: 2,
    });
    expect(summaryOf(muragat(['import', '--json', '--db', 'a.db', dump]))).toMatchObject({
      read: 2,
      inserted: 0,
      unchanged: 2,
      articles: 2,
    });
    expect(summaryOf(muragat(['import', '--json', '--force', '--db', 'a.db', dump]))).toMatchObject({
      read: 2,
      unchanged: 2,
      articles: 2,
    });
  });

  it('takes a later capture for an update: a reading, and a version where the text changed', () => {
    const later = { capturedAt: '2022-03-01T08:00:00Z', views: 25 };
    const dump = file(
      'b.jsonl',
      [
        story(1),
        story(1, later),
        story(1, { ...later, capturedAt: '2022-04-01T08:00:00Z', extra: '<p>Толықтырылды: жұмыс аяқталды.</p>' }),
      ].join('\n'),
    );
    expect(summaryOf(muragat(['import', '--json', '--db', 'b.db', dump]))).toMatchObject({
      read: 3,
      inserted: 1,
      updated: 2,
    });
    const db = new Database(join(folder, 'b.db'), { readonly: true });
    expect(db.prepare('SELECT views, version_count FROM articles').all()).toEqual([{ views: 25, version_count: 2 }]);
    expect(db.prepare('SELECT views FROM readings ORDER BY captured_at').pluck().all()).toEqual([10, 25, 25]);
    db.close();
  });

  it('imports the rest and says what was wrong with each dump', () => {
    const dumps = [
      file('bad/empty.txt', ''),
      file('bad/photo.html', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1])),
      file('bad/lines.jsonl', `${story(3)}\n{"html":\n`),
      'bad/nowhere.html',
    ];
    const run = muragat(['import', '--json', '--db', 'c.db', ...dumps]);
    expect(run.code).toBe(66);
    expect(summaryOf(run)).toMatchObject({
      status: 'partial',
      read: 4,
      inserted: 1,
      skipped: 1,
      rejected: 2,
      skippedKinds: { image: 1 },
    });
    expect(run.err).toContain('bad/empty.txt (file): rejected, empty');
    expect(run.err).toContain('bad/lines.jsonl (line:2): rejected, invalid-json');
    expect(run.err).toContain('bad/nowhere.html: no such file or folder');
  });

  it('does not tell of an import of dumps that are not there', () => {
    const run = muragat(['import', '--db', 'nowhere.db', 'bad/nowhere.html']);
    expect([run.code, run.err]).toEqual([66, 'muragat: bad/nowhere.html: no such file or folder; check the path\n']);
  });

  it.each(wrongInputs)('%s', (_fact, dump, flags, code) => {
    const run = muragat(['import', '--db', `exit-${code}.db`, dump(), ...flags]);
    expect(run.err).not.toContain('    at ');
    expect(run.code).toBe(code);
  });

  it('prints nothing with --quiet after a clean run, from anywhere, with an empty environment', () => {
    const dump = file('q.jsonl', story(5));
    expect(muragat(['import', '--quiet', '--db', 'q.db', dump])).toEqual({ code: 0, out: '', err: '' });
  });

  it('reads standard input', () => {
    expect(summaryOf(muragat(['import', '--json', '--db', 'i.db', '-'], `${story(6)}\n${story(7)}\n`))).toMatchObject({
      read: 2,
      inserted: 2,
    });
  });

  it('writes nothing with --dry-run and says what would happen', () => {
    const dump = file('d.jsonl', story(8));
    expect(summaryOf(muragat(['import', '--dry-run', '--json', '--db', 'd.db', dump]))).toMatchObject({ inserted: 1 });
    muragat(['import', '--quiet', '--db', 'd.db', dump]);
    const more = file('d2.jsonl', `${story(8)}\n${story(9)}\n`);
    expect(summaryOf(muragat(['import', '--dry-run', '--json', '--db', 'd.db', more]))).toMatchObject({
      inserted: 1,
      unchanged: 1,
      articles: 2,
    });
    expect(JSON.parse(muragat(['status', '--json', '--db', 'd.db']).out)).toMatchObject({ articles: 1 });
  });

  it('makes the same archive with any number of jobs', async () => {
    const lines = Array.from({ length: 150 }, (_, index) => story(index + 1, { views: index % 40 }));
    const dumps = ['jobs/a.jsonl', 'jobs/b.jsonl', 'jobs/c.txt'];
    file('jobs/a.jsonl', lines.slice(0, 100).join('\n'));
    file('jobs/b.jsonl', [...lines.slice(60), 'no JSON', story(1)].join('\n'));
    file('jobs/c.txt', '');
    const made = ['1', '2', '3'].map(async (jobs) => {
      const run = muragat(['import', '--json', '--jobs', jobs, '--db', `jobs${jobs}.db`, ...dumps]);
      const store = openSqliteStore(join(folder, `jobs${jobs}.db`), { create: false });
      const digest = await store.digest();
      await store.close();
      return { code: run.code, digest, ...summaryOf(run), seconds: null };
    });
    const [first, ...others] = await Promise.all(made);
    expect(first).toMatchObject({ code: 1, read: 193, rejected: 2, articles: 150 });
    for (const other of others) expect(other).toEqual(first);
  });

  it('passes no escape of a page on to the terminal', () => {
    const line = JSON.stringify({ url: '\u001b[2Jhttps://bulaq-uni.example/1-a.html', text: 5 });
    const run = muragat(['import', '--db', 'e.db', file('\u001b[31m.jsonl', line)]);
    expect(run.err).not.toContain('\u001b');
  });
});

describe('muragat parse', () => {
  it('prints one record a page and names what it could not read', () => {
    const run = muragat(['parse', '-'], `${story(1)}\n[]\n`);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      source: { path: '-', format: 'jsonl', locator: 'line:1' },
      kind: 'article',
      article: { nativeId: '1', views: 10 },
    });
    expect(run.err).toContain('- (line:2): rejected, no-object');
  });

  it('escapes the line ends that JSON allows', () => {
    const run = muragat(
      ['parse', '-'],
      JSON.stringify({ text: 'Ауыл жаңалықтары\n\nБір\u2028екі сөйлем осы жерде тұр, тағы да бір сөйлем келеді.' }),
    );
    expect(run.out.split(/[\n\u0085\u2028\u2029]/).filter((line) => line !== '')).toHaveLength(1);
  });
});

describe('muragat inspect', () => {
  it('shows the first page of a container, past what is none', () => {
    const run = muragat([
      'inspect',
      '--json',
      new URL('../../samples/containers/pages.warc', import.meta.url).pathname,
    ]);
    expect([run.code, JSON.parse(run.out).record.source.locator]).toEqual([0, 'offset:224']);
  });

  it('says of a container without a page what lies there', () => {
    const run = muragat(['inspect', file('no-page.json', '[]')]);
    expect([run.code, run.out, run.err]).toEqual([
      0,
      '',
      'muragat: no-page.json (file): no page (json), import would skip it\n',
    ]);
  });

  it('names the rule behind each value', () => {
    const run = muragat(['inspect', file('n.jsonl', `${story(1)}\n${story(2)}\n`), '--locator', 'line:2']);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/nativeId {2,}2 {2,}\S+/);
    expect(run.out).toMatch(/datePublished {2,}2021-05-04 {2,}\S+/);
  });

  it('says when there is no such page', () => {
    expect(muragat(['inspect', file('n2.jsonl', story(1)), '--locator', 'line:9'])).toMatchObject({
      code: 66,
      out: '',
    });
  });
});

describe('flags that choose among dumps', () => {
  it('take files by glob, from a list, up to a number, and not those that are too young', () => {
    file('tree/a.jsonl', story(1));
    file('tree/b.jsonl', story(2));
    file('tree/c.txt', 'Су');
    const list = file('list.txt', 'tree/a.jsonl\n\ntree/b.jsonl\n');
    const read = (...args: readonly string[]): unknown =>
      summaryOf(muragat(['import', '--json', '--dry-run', ...args])).read;
    expect(read('tree', '--include', '*.jsonl')).toBe(2);
    expect(read('tree', '--exclude', 'b*', '--exclude', '*.txt')).toBe(1);
    expect(read('--files-from', list)).toBe(2);
    expect(read('tree', '--limit', '1')).toBe(1);
    expect(read('tree', '--min-age', '60')).toBe(0);
    expect(
      summaryOf(muragat(['import', '--json', '--dry-run', 'tree/a.jsonl', '--since', '2023-01-01'])),
    ).toMatchObject({ skipped: 1, skippedKinds: { 'before-since': 1 } });
  });

  it('want at least one dump', () => {
    expect(muragat(['import'])).toMatchObject({ code: 2, err: expect.stringContaining('Name at least one dump') });
  });
});
