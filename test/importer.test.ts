import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportOptions } from '../src/import/options.js';
import type { ImportReport } from '../src/import/report.js';
import { importDumps } from '../src/importer.js';
import type { Store } from '../src/model/store.js';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-importer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const options: ImportOptions = {
  ...{ format: null, site: null, baseUrl: null, capturedAt: null, charset: null, profiles: [] },
  ...{ include: [], exclude: [], since: null, limit: null, minAge: null },
  ...{ toolVersion: '0.0.0', argv: [], force: false, lockTimeoutSeconds: 0 },
  ...{ collection: null, rights: null, note: null, maxRejects: { kind: 'count', count: 0 } },
};

/** An invented story of an invented paper. */
function story(id: number): { readonly url: string; readonly html: string; readonly capturedAt: string } {
  const headline = `Тоғай ауылында ${id} шақырым арық тазартылды`;
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline}</title></head><body><article>
<h1>${headline}</h1><time datetime="2021-05-0${id}">0${id} мамыр 2021 ж.</time><p>Енді егістікке су уақытында жетеді, диқандар риза.</p></article></body></html>`;
  return { url: `https://togai.example/kogam/${id}-aryq.html`, html, capturedAt: `2022-01-0${id}T08:00:00Z` };
}

const stories = [1, 2, 3, 4, 5].map(story);

function warcRecord({ url, html, capturedAt }: ReturnType<typeof story>, fields = ''): Buffer {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(html)}\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${capturedAt}\r\n${fields}`;
  return Buffer.from(`${head}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`);
}

const info = 'software: Tulpar 1.2\r\n';
const warcinfo = Buffer.from(
  `WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2022-01-01T08:00:00Z\r\nContent-Length: ${info.length}\r\n\r\n${info}\r\n\r\n`,
);
const records = [warcinfo, ...stories.map((page) => warcRecord(page))];

/** Dumps at whose cut reading can go on. */
const dumps: Readonly<Record<string, Buffer>> = {
  'a.warc': Buffer.concat(records),
  'a.warc.gz': Buffer.concat(records.map((record) => gzipSync(record))),
  'a.jsonl': Buffer.from(stories.map((line) => `${JSON.stringify(line)}\n`).join('')),
};

async function inStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(':memory:', { create: true });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function importBytes(store: Store, name: string, bytes: Uint8Array): Promise<ImportReport> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return importDumps(store, [path], options);
}

describe('importDumps()', () => {
  it.each(Object.entries(dumps))(
    'goes on where %s was cut, and ends as one reading of the whole',
    async (name, bytes) => {
      const whole = await inStore(async (store) => {
        await importBytes(store, name, bytes);
        return { digest: await store.digest(), status: await store.status() };
      });
      // The first record tells what the dump is.
      const first = name === 'a.jsonl' ? bytes.indexOf('\n') : 60;
      const cuts = fc.uniqueArray(fc.integer({ min: first + 1, max: bytes.length - 1 }), {
        minLength: 1,
        maxLength: 3,
      });
      await fc.assert(
        fc.asyncProperty(cuts, (places) =>
          inStore(async (store) => {
            for (const place of places.sort((a, b) => a - b)) await importBytes(store, name, bytes.subarray(0, place));
            await importBytes(store, name, bytes);
            expect(await store.digest()).toBe(whole.digest);
            const status = await store.status();
            expect(status.articles).toBe(stories.length);
            expect(status.rejects).toEqual([]);
          }),
        ),
        { numRuns: 60 },
      );
    },
  );
  it.each(Object.entries(dumps))(
    'reads of a grown %s only what came, and makes it the same source',
    async (name, bytes) => {
      const cut = bytes.length - 20;
      await inStore(async (store) => {
        const before = await importBytes(store, name, bytes.subarray(0, cut));
        expect(before.sources).toMatchObject([{ state: 'truncated' }]);
        const after = await importBytes(store, name, bytes);
        expect(after).toMatchObject({ status: 'ok', inserted: 1, unchanged: before.read - 1, read: before.read });
        expect(await store.status()).toMatchObject({ sources: 1, sourceStates: { done: 1 }, articles: stories.length });
        expect(await importBytes(store, name, bytes)).toMatchObject({ unchanged: before.read, read: before.read });
      });
    },
  );

  it('reads a dump anew that has grown from another beginning', async () => {
    const bytes = dumps['a.jsonl'] ?? Buffer.alloc(0);
    await inStore(async (store) => {
      await importBytes(store, 'b.jsonl', bytes.subarray(0, bytes.length - 20));
      const changed = Buffer.from(bytes.toString().replace('Тоғай', 'Қамыс'));
      expect(await importBytes(store, 'b.jsonl', Buffer.concat([changed, changed]))).toMatchObject({ read: 10 });
    });
  });
});

describe('a revisit of a WARC', () => {
  const digestOf = (text: string): string => `sha1:${createHash('sha1').update(text).digest('hex')}`;
  const response = (page: ReturnType<typeof story>): Buffer =>
    warcRecord(page, `WARC-Payload-Digest: ${digestOf(page.html)}\r\n`);
  const revisit = (url: string, capturedAt: string, fields: string): Buffer =>
    Buffer.from(
      `WARC/1.1\r\nWARC-Type: revisit\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${capturedAt}\r\n${fields}\r\nContent-Length: 0\r\n\r\n\r\n\r\n`,
    );
  const [first = story(1), second = story(2)] = stories;
  const changed = { ...second, html: second.html.replace('риза', 'дән риза'), capturedAt: '2022-02-02T08:00:00Z' };
  const byDigest = revisit(first.url, '2022-03-01T08:00:00Z', `WARC-Payload-Digest: ${digestOf(first.html)}`);
  const byDate = revisit(
    second.url,
    '2022-01-20T08:00:00Z',
    `WARC-Refers-To-Target-URI: ${second.url}\r\nWARC-Refers-To-Date: ${second.capturedAt}`,
  );
  const ofChanged = revisit(second.url, '2022-03-02T08:00:00Z', `WARC-Payload-Digest: ${digestOf(changed.html)}`);
  const ofUnknown = revisit(first.url, '2022-03-03T08:00:00Z', `WARC-Payload-Digest: ${digestOf('другое')}`);
  const pages = [response(first), response(second), response(changed)];
  const revisits = [byDigest, byDate, ofChanged, ofUnknown];

  it('is a capture of the known page at its own moment', async () => {
    await inStore(async (store) => {
      const report = await importBytes(store, 'r.warc', Buffer.concat([...pages, ...revisits]));
      expect(report).toMatchObject({ read: 7, inserted: 2, updated: 4, skipped: 1, skippedKinds: { revisit: 1 } });
      const moments: unknown[] = [];
      for await (const record of store.records()) {
        if (record.url === first.url) moments.push([record.capturedAt, record.kind, record.article?.headline]);
      }
      const headline = 'Тоғай ауылында 1 шақырым арық тазартылды';
      expect(moments).toEqual([
        [first.capturedAt, 'article', headline],
        ['2022-03-01T08:00:00Z', 'article', headline],
      ]);
    });
  });

  it('is the same in any order and in any number of imports', async () => {
    const expected = await inStore(async (store) => {
      await importBytes(store, 'whole.warc', Buffer.concat([...pages, ...revisits]));
      return store.digest();
    });
    const parts = fc.tuple(
      fc.shuffledSubarray([...pages, ...revisits], { minLength: 7 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(parts, ([order, cuts]) =>
        inStore(async (store) => {
          const bounds = [0, ...cuts.sort((a, b) => a - b), order.length];
          for (const [index, from] of bounds.slice(0, -1).entries())
            await importBytes(store, `part${index}.warc`, Buffer.concat(order.slice(from, bounds[index + 1])));
          expect(await store.digest()).toBe(expected);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('goes with the page, and comes back with it', async () => {
    await inStore(async (store) => {
      await importBytes(store, 'revisits.warc', Buffer.concat(revisits));
      const before = await store.digest();
      await importBytes(store, 'pages.warc', Buffer.concat(pages));
      const after = await store.digest();
      await store.forget({ sourcePath: join(folder, 'pages.warc') });
      expect(await store.digest()).toBe(before);
      await importBytes(store, 'pages.warc', Buffer.concat(pages));
      expect(await store.digest()).toBe(after);
      expect((await store.status()).captures).toBe(6);
    });
  });
});
