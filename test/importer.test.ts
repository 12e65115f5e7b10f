import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ImportOptions, type ImportReport, importDumps } from '../src/importer.js';
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

function warcRecord({ url, html, capturedAt }: ReturnType<typeof story>): Buffer {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(html)}\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${capturedAt}\r\n`;
  return Buffer.from(`${head}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`);
}

const info = 'software: Tulpar 1.2\r\n';
const warcinfo = Buffer.from(
  `WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2022-01-01T08:00:00Z\r\nContent-Length: ${info.length}\r\n\r\n${info}\r\n\r\n`,
);
const records = [warcinfo, ...stories.map(warcRecord)];

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
