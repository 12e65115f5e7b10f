import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../../src/model/capture.js';
import { type ReadAll, readBytes, told } from './inputs.js';

const folder = resolve(import.meta.dirname, '../../samples/containers');
const sample = (name: string): Uint8Array => readFileSync(join(folder, name));
const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  .sort();

const capturesOf = ({ records }: ReadAll): readonly Capture[] =>
  records.flatMap((record) => (record.kind === 'capture' ? [record.capture] : []));
const pagesOf = (all: ReadAll): readonly string[] =>
  capturesOf(all).map(({ url, contentSha256 }) => `${url} ${contentSha256}`);
const summaryOf = (all: ReadAll) => ({
  told: told(all.records),
  end: all.end,
  format: all.format,
  pages: pagesOf(all),
});

/** Dumps of the same two pages with their addresses. */
const complete: readonly string[] = [
  'pages.warc',
  'pages.warc.gz',
  'one-member.warc.gz',
  'pages.arc',
  'pages.wacz',
  'pages.zip',
  'pages.tar',
  'pages.tar.gz',
  'nested.zip',
  'pages.jsonl',
  'pages.jsonl.gz',
  'pages.jsonl.br',
  'pages.json',
  'pages.csv',
  'revisit.warc',
];

const tree = 'entry:kokzhiek-tany.example';
const expectations: readonly (readonly [name: string, format: string, state: string, told: readonly string[]])[] = [
  ['pages.warc', 'warc', 'done', ['skipped offset:0 warc-warcinfo', 'capture offset:224', 'capture offset:1639']],
  ['pages.warc.gz', 'warc', 'done', ['skipped offset:0 warc-warcinfo', 'capture offset:179', 'capture offset:1056']],
  [
    'one-member.warc.gz',
    'warc',
    'done',
    ['skipped offset:0 warc-warcinfo', 'capture offset:224', 'capture offset:1639'],
  ],
  [
    'pages.wacz',
    'wacz',
    'done',
    [
      'skipped entry:archive/pages.warc.gz!offset:0 warc-warcinfo',
      'capture entry:archive/pages.warc.gz!offset:179',
      'capture entry:archive/pages.warc.gz!offset:1056',
      'skipped entry:pages/pages.jsonl wacz-pages',
      'skipped entry:datapackage.json wacz-package',
    ],
  ],
  [
    'pages.tar.gz',
    'tar',
    'done',
    [`capture ${tree}/kogam/812-kopir-zhondeldi.html`, `capture ${tree}/bilim/815-kitap-kuni.html`],
  ],
  ['pages.json', 'json', 'done', ['capture item:1', 'capture item:2']],
  ['pages.csv', 'csv', 'done', ['capture line:2', 'capture line:9']],
  ['page.html.gz', 'html', 'done', ['capture file']],
  ['page.mhtml', 'mhtml', 'done', ['capture file']],
  ['quoting-a-record.warc', 'warc', 'done', ['skipped offset:0 warc-warcinfo', 'capture offset:224']],
  [
    'broken/cut.warc',
    'warc',
    'truncated',
    ['skipped offset:0 warc-warcinfo', 'capture offset:224', 'unreadable offset:1639 truncated'],
  ],
  [
    'broken/cut.warc.gz',
    'warc',
    'truncated',
    ['skipped offset:0 warc-warcinfo', 'capture offset:179', 'unreadable offset:1056 truncated'],
  ],
  [
    'broken/damaged-member.warc.gz',
    'warc',
    'done',
    ['skipped offset:0 warc-warcinfo', 'capture offset:1056', 'unreadable offset:179 gzip-corrupt'],
  ],
  [
    'broken/cut.tar',
    'tar',
    'truncated',
    [`capture ${tree}/kogam/812-kopir-zhondeldi.html`, `unreadable ${tree}/bilim/815-kitap-kuni.html truncated`],
  ],
  [
    'broken/no-directory.zip',
    'zip',
    'truncated',
    [`capture ${tree}/kogam/812-kopir-zhondeldi.html`, `capture ${tree}/bilim/815-kitap-kuni.html`],
  ],
  [
    'broken/climbing-names.zip',
    'zip',
    'done',
    [
      `capture ${tree}/kogam/812-kopir-zhondeldi.html`,
      `capture ${tree}/bilim/815-kitap-kuni.html`,
      'unreadable entry:../evil.html unsafe-name',
      'unreadable entry:/evil.html unsafe-name',
      'skipped entry:link.html link',
    ],
  ],
  ['broken/too-deep.zip', 'zip', 'done', [`unreadable ${Array(5).fill('entry:inner.zip').join('!')} nested-too-deep`]],
];

describe('readSniffed()', () => {
  it.each(expectations)('reads %s', async (name, format, state, records) => {
    const all = await readBytes(sample(name), { name });
    expect(told(all.records)).toEqual(records);
    expect([all.format, all.end.state]).toEqual([format, state]);
  });

  it.each(complete)('finds the same pages in %s as in the WARC', async (name) => {
    const expected = pagesOf(await readBytes(sample('pages.warc')));
    expect(expected).toHaveLength(2);
    expect(pagesOf(await readBytes(sample(name), { name }))).toEqual(expected);
  });

  it.each(names)('reads %s in pieces of any size as it does whole', async (name) => {
    const bytes = sample(name);
    const whole = summaryOf(await readBytes(bytes, { name }));
    const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, async (pieces) => {
        expect(summaryOf(await readBytes(bytes, { name, sizes: pieces }))).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });

  it.each(complete)(
    'gives of %s, cut at any byte, a beginning of its pages',
    async (name) => {
      const bytes = sample(name);
      const whole = pagesOf(await readBytes(bytes, { name }));
      // Every byte of the smaller dumps; of the others a step that meets every kind of place.
      for (let size = 1; size < bytes.length; size += bytes.length > 2600 ? 3 : 1) {
        const cut = await readBytes(bytes.subarray(0, size), { name });
        const pages = pagesOf(cut);
        // A few bytes are a text of their own, of whatever kind.
        if (cut.format !== 'text') expect(pages).toEqual(whole.slice(0, pages.length));
      }
    },
    60_000,
  );

  it.each([
    'pages.warc',
    'pages.warc.gz',
    'one-member.warc.gz',
    'pages.tar',
    'pages.zip',
    'pages.wacz',
    'pages.jsonl.gz',
  ])(
    'calls %s truncated wherever it is cut',
    async (name) => {
      const bytes = sample(name);
      const states = new Map<number, string>();
      // A tar is whole with the first of the two empty blocks at its end.
      const end = name.endsWith('.tar') ? bytes.length - 512 : bytes.length;
      for (let size = 301; size < end; size += 7) {
        states.set(size, (await readBytes(bytes.subarray(0, size), { name })).end.state);
      }
      expect([...states].filter(([, state]) => state !== 'truncated')).toEqual([]);
    },
    60_000,
  );

  it('takes the address and the date that saving left in a page', async () => {
    const facts = async (name: string) =>
      capturesOf(await readBytes(sample(name), { name })).map(({ url, capturedAt, capturedAtBasis }) => [
        url,
        capturedAt,
        capturedAtBasis,
      ]);
    const address = '//kokzhiek-tany.example/kogam/812-kopir-zhondeldi.html';
    const saved = ['2024-03-24T10:00:00Z', 'saved-page'];
    expect(await facts('by-browser.html')).toEqual([[`https:${address}`, null, null]]);
    expect(await facts('by-single-file.html')).toEqual([[`https:${address}`, ...saved]]);
    expect(await facts('by-httrack.html')).toEqual([[`http:${address}`, ...saved]]);
    expect(await facts('page.mhtml')).toEqual([[`https:${address}`, ...saved]]);
  });

  it('names the crawler of a WARC, also inside a WACZ', async () => {
    for (const name of ['pages.warc', 'pages.wacz', 'nested.zip'])
      expect((await readBytes(sample(name), { name })).end.crawler).toBe('sample-crawler 1.0');
  });

  it('notes a digest that does not fit', async () => {
    const [capture] = capturesOf(await readBytes(sample('broken/wrong-digest.warc')));
    expect(capture?.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['warc-payload-digest']);
  });

  it('rejects a packed page that does not fit its checksum', async () => {
    const name = 'broken/wrong-checksum.html.gz';
    expect(told((await readBytes(sample(name), { name })).records)).toEqual(['unreadable file gzip-checksum']);
  });

  it('rejects an archive whose hash a WACZ lists otherwise, and keeps its pages', async () => {
    const all = await readBytes(sample('broken/wrong-hash.wacz'), { name: 'wrong-hash.wacz' });
    expect(capturesOf(all)).toHaveLength(3);
    expect(told(all.records)).toContain('unreadable entry:archive/pages.warc.gz wacz-hash');
  });

  it.each([
    ['broken/wrong-checksum.jsonl.gz', 'unreadable file gzip-checksum'],
    ['broken/wrong-checksum.tar.gz', 'unreadable file gzip-checksum'],
    ['broken/wrong-seal.wacz', 'unreadable entry:datapackage.json wacz-hash'],
    ['broken/missing-part.wacz', 'unreadable entry:archive/more.warc.gz wacz-missing'],
  ])('says once what does not fit in %s, and keeps its pages', async (name, said) => {
    const { records, end } = await readBytes(sample(name), { name });
    expect(records.filter(({ kind }) => kind === 'capture').length).toBeGreaterThan(1);
    expect(told(records).filter((line) => line.startsWith('unreadable'))).toEqual([said]);
    expect(end.state).toBe('done');
  });

  it('says where a cut WARC goes on when it has grown', async () => {
    expect((await readBytes(sample('broken/cut.warc'))).end).toMatchObject({ state: 'truncated', resumeAt: 1639 });
    expect((await readBytes(sample('broken/cut.warc.gz'))).end).toMatchObject({ state: 'truncated', resumeAt: 1056 });
  });

  it('keeps what a revisit says of the page it repeats', async () => {
    const revisit = (await readBytes(sample('revisit.warc'))).records.at(-1);
    expect(revisit).toMatchObject({
      kind: 'skipped',
      detail: 'revisit',
      revisit: {
        capturedAt: '2024-04-01T10:00:00Z',
        httpStatus: 304,
        refersTo: { capturedAt: '2024-03-24T10:00:00Z' },
      },
    });
  });

  it('reads the text of a WET record as text', async () => {
    expect(capturesOf(await readBytes(sample('pages.warc.wet'))).map(({ mediaType }) => mediaType)).toEqual([
      'text/plain',
    ]);
  });

  it('reads only the entries that are wanted', async () => {
    const all = await readBytes(sample('pages.zip'), { include: ['**/kogam/**'], exclude: [] });
    expect(told(all.records)).toEqual([`capture ${tree}/kogam/812-kopir-zhondeldi.html`]);
    expect(told((await readBytes(sample('pages.tar'), { exclude: ['8*.html'] })).records)).toEqual([]);
  });
});
