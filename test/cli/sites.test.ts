import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { profiles } from '../../src/sites/profiles.js';

const root = new URL('../../', import.meta.url).pathname;
const bin = join(root, 'bin/muragat.js');
const folder = mkdtempSync(join(tmpdir(), 'muragat-sites-'));
cpSync(join(root, 'samples/add-a-newspaper'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const muragat = (...args: readonly string[]): Run => run(process.execPath, [bin, ...args]);

function file(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const own = {
  name: 'tau-samaly',
  sites: [{ host: 'tau-samaly.example', name: 'Тау самалы' }],
  layouts: [{ name: 'blocks', headline: ['.st-name'], articleBody: ['.st-txt'], articleSection: ['.st-rub a'] }],
};

describe('docs/add-a-newspaper.md', () => {
  const page = readFileSync(join(root, 'docs/add-a-newspaper.md'), 'utf8');
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  it('leads from pages to an archive with commands that work one after the other', () => {
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      expect(command).toMatch(/^muragat /);
      const line = command.replace(/^muragat/, `"${process.execPath}" "${bin}"`);
      expect([command, run('sh', ['-c', line]).code]).toEqual([command, 0]);
    }
  });

  it('shows a profile that is none the worse for being copied', () => {
    const [, example = ''] = /```json\n(\{\n[\s\S]*?)```/.exec(page) ?? [];
    expect(muragat('sites', 'show', file('example.json', example)).code).toBe(0);
  });
});

describe('muragat sites list', () => {
  it('names every profile, those of files first', () => {
    const lines = muragat('sites', 'list', '--profile', file('own.json', own)).out.trim().split('\n').slice(1);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['tau-samaly', ...profiles.map(({ name }) => name)]);
  });

  it('lets a file replace its namesake', () => {
    const { out } = muragat('sites', 'list', '--json', '--profile', file('dle.json', { ...own, name: 'dle' }));
    const listed = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(listed.filter(({ name }) => name === 'dle')).toEqual([{ ...own, name: 'dle' }]);
  });
});

describe('muragat sites show', () => {
  it.each(profiles.map(({ name }) => name))('prints %s in the form that --profile reads', (name) => {
    const { out } = muragat('sites', 'show', name);
    expect(muragat('sites', 'show', file('shown.json', out))).toEqual({ code: 0, out, err: '' });
  });

  it('names the known profiles for one that is unknown', () => {
    expect(muragat('sites', 'show', 'no-such')).toMatchObject({ code: 2, err: expect.stringContaining('syr-media') });
  });
});

describe('muragat sites schema', () => {
  it('prints what data/site-profile.schema.json holds', () => {
    expect(muragat('sites', 'schema').out).toBe(readFileSync(join(root, 'data/site-profile.schema.json'), 'utf8'));
  });
});

describe('muragat sites test', () => {
  const test = (...args: readonly string[]): Run => muragat('sites', 'test', ...args, '--truth', 'labels.jsonl');

  it('tells the accuracy of a field and the pages that fail', () => {
    const { code, out } = test('generic', 'pages');
    expect(code).toBe(1);
    expect(out).toMatch(/^headline +4 +0 +0 +4 +0 +0\.0 %$/m);
    expect(out).toMatch(/^ {2}headline: not found; right is «Кітапхана түнде де ашық болады»$/m);
  });

  it('tells it to programs', () => {
    const { out } = test(file('own.json', own), 'pages', '--json');
    expect(JSON.parse(out)).toMatchObject({
      pages: 4,
      failedPages: [],
      fields: expect.arrayContaining([expect.objectContaining({ field: 'headline', labelled: 4, right: 4 })]),
    });
  });

  it('asks for the share that the user names', () => {
    expect([
      test('generic', 'pages', '--at-least', '0.5').code,
      test('generic', 'pages', '--at-least', '0.9').code,
    ]).toEqual([0, 1]);
  });

  it('names labels without a page', () => {
    const { code, out } = test(file('own.json', own), 'pages/4101-eski-diirmen.html');
    expect(code).toBe(1);
    expect(out).toMatch(/3 labels without a page among the dumps:\n {2}4107-alma-bagy\.html\n/);
  });

  it('names the line of a faulty label', () => {
    const labels = file('faulty.jsonl', '{"file":"a.html","views":1}\n{"file":"b.html","views":"many"}\n{"views":2}\n');
    const { code, err } = muragat('sites', 'test', 'dle', 'pages', '--truth', labels);
    expect(code).toBe(2);
    expect(err).toMatch(/line 2: views must be a number or null\n {2}line 3: names no page/);
  });
});

describe('muragat sites learn', () => {
  it('proposes a profile that reads its pages', () => {
    const { code, out, err } = muragat('sites', 'learn', 'pages', '--truth', 'labels.jsonl');
    expect(code).toBe(0);
    expect(JSON.parse(out).layouts).toEqual([
      {
        name: 'current',
        headline: ['.st-name'],
        datePublished: ['.st-day'],
        author: ['.st-who'],
        articleSection: ['.st-rub a'],
        views: ['.n1'],
        commentCount: ['.n2'],
        articleBody: ['.st-txt'],
        notBody: ['.read-too'],
      },
    ]);
    expect(err).toMatch(/author +3 of 3 +\.st-who/);
  });

  it('proposes nothing where headline or body cannot be found', () => {
    const labels = file('other.jsonl', '{"file":"4101-eski-diirmen.html","headline":"Not on this page"}\n');
    expect(muragat('sites', 'learn', 'pages', '--truth', labels)).toMatchObject({ code: 1, out: '' });
  });
});

describe('--profile', () => {
  it('reads pages with the profile of a file', () => {
    const { out } = muragat('parse', '--profile', file('own.json', own), 'pages/4107-alma-bagy.html');
    expect(JSON.parse(out)).toMatchObject({
      profile: 'tau-samaly',
      article: { headline: 'Алма бағына тамшылатып суару жүйесі орнатылды', articleSection: 'Шаруашылық' },
    });
  });

  it('takes a headline of an attribute', () => {
    const layouts = [{ ...own.layouts[0], headline: ['link[rel="canonical"]::attr(href)'] }];
    const told = file('told.json', { ...own, layouts });
    const { out } = muragat('parse', '--profile', told, 'pages/4107-alma-bagy.html');
    expect(JSON.parse(out).article.headline).toBe('https://tau-samaly.example/sharua/4107/');
  });

  it('reads a page captured after the end of a layout without it', () => {
    const ended = file('ended.json', { ...own, layouts: [{ ...own.layouts[0], usedUntil: '2024-03-31' }] });
    const isRead = (day: string): boolean => {
      const { out } = muragat('parse', '--profile', ended, '--captured-at', day, 'pages/4107-alma-bagy.html');
      return JSON.parse(out).article?.headline === 'Алма бағына тамшылатып суару жүйесі орнатылды';
    };
    expect([isRead('2024-03-31'), isRead('2024-04-01')]).toEqual([true, false]);
  });

  it.each([
    [
      'a value that is wrong',
      { ...own, layouts: [{ ...own.layouts[0], views: 'b' }] },
      'layouts[0].views must be a list',
    ],
    ['a name that is unknown', { ...own, run: 'rm' }, 'run is not known'],
    ['text that is no JSON', '{', 'the profile is not JSON'],
    ['a file that is too large', ' '.repeat(2 << 20), 'is larger than'],
  ])('names the place of %s', (_, content, message) => {
    const { code, err } = muragat('parse', '--profile', file('faulty.json', content), 'pages');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it('ends with 66 where there is no such file, and with 2 for two profiles of one name', () => {
    expect(muragat('inspect', '--profile', 'none.json', 'pages').code).toBe(66);
    const twice = ['--profile', file('own.json', own), '--profile', 'own.json'];
    expect(muragat('import', '--db', 'twice.db', ...twice, 'pages').code).toBe(2);
  });
});
