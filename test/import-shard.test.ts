import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import {
  checkSqliteFile,
  importDefaults,
  importDumps,
  importShard,
  mergeArchives,
  openSqliteReader,
  openSqliteStore,
  read,
  settleRules,
  shardMarkOf,
  verifyArchive,
} from '../src/index.js';
import { beginShardFile } from '../src/store/sqlite/shard-file.js';
import { databases } from './databases.js';
import { digestOf } from './digest-of.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-shard-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

/** An invented story as a record of a packed WARC. */
function record(id: number): Buffer {
  const headline = `Сарыбел ауылында ${id} гектар егін жиналды`;
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${headline} » Сарыбел</title><meta name="generator" content="DataLife Engine (http://dle-news.ru)"></head><body><div id="dle-content"><article class="box story fullstory"><h2 class="title">${headline}</h2><div class="text"><p>Диқандар ${id} күн еңбек етті.</p><p>Астық қамбаға толық құйылды деп хабарлайды әкімдік.</p></div></article></div></body></html>`;
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://sarybel.example/egin/${id}-egin.html\r\nWARC-Date: 2023-09-0${1 + (id % 8)}T10:00:00Z\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n`;
  return gzipSync(`${head}${block}\r\n\r\n`);
}

// Shares depend on names: below a folder, these are the same in every run.
const dumps = [at('dumps')];
mkdirSync(at('dumps'));
writeFileSync(at('dumps/large.warc.gz'), Buffer.concat(Array.from({ length: 30 }, (_, id) => record(id))));
writeFileSync(at('dumps/small.warc.gz'), Buffer.concat([record(3), record(41)]));
const shardOf = (index: number, count = 3) => ({ ...importDefaults, shard: { index, count, pieceBytes: 3000 } });

const MERGE = { toolVersion: '1', argv: [], lockTimeoutSeconds: 0, rules: settleRules };
const shardFiles = (numbers: readonly number[]) =>
  numbers.map((index) => ({
    path: at(`s${index}.db`),
    open: async () => openSqliteReader(at(`s${index}.db`)),
  }));

describe('importShard()', () => {
  it('shares the records of a large dump out; merged they are what one import is', async () => {
    const whole = openSqliteStore(at('whole.db'), { create: true });
    await importDumps(whole, dumps, importDefaults);
    await whole.close();
    const reads: number[] = [];
    for (const index of [1, 2, 3]) {
      const outcome = await importShard(at(`s${index}.db`), dumps, shardOf(index));
      reads.push(outcome.kind === 'imported' && outcome.isPlaced ? outcome.report.read : 0);
    }
    expect(reads.reduce((sum, count) => sum + count, 0)).toBe(32);
    expect(Math.min(...reads)).toBeGreaterThan(0);
    const merged = openSqliteStore(at('merged.db'), { create: true });
    await mergeArchives(merged, shardFiles([2, 3, 1, 2]), MERGE);
    await merged.close();
    expect(await digestOf(at('merged.db'))).toBe(await digestOf(at('whole.db')));
  });

  it.each(databases)('gives the same in $name, a row of sources for each piece', async ({ open }) => {
    const store = await open();
    await mergeArchives(store, shardFiles([3, 2, 1]), MERGE);
    await mergeArchives(store, shardFiles([2]), MERGE);
    expect(await store.digest()).toBe(await digestOf(at('whole.db')));
    const places = new Map<string, number>();
    for await (const { path, places: found } of store.sourcePlaces())
      places.set(path, (places.get(path) ?? 0) + found.size);
    await store.close();
    expect(places.get(at('dumps/large.warc.gz'))).toBe(30);
  });

  it('leaves an archive that verifies against the dumps, and does not take a piece for the whole', async () => {
    const verified = await verifyArchive({
      checkFile: () => checkSqliteFile(at('merged.db')),
      open: () => openSqliteStore(at('merged.db'), { create: false }),
      openScratch: () => openSqliteStore(':memory:', { create: true }),
      rules: settleRules,
      readDump: (path, format) => read([path], { format, capturedAt: null }),
    });
    expect(verified).toMatchObject({ ok: true, damages: [], sources: { captures: 32 } });
    const store = openSqliteStore(at('merged.db'), { create: false });
    const again = await importDumps(store, dumps, importDefaults);
    await store.close();
    expect(again).toMatchObject({ read: 32, unchanged: 32, inserted: 0 });
  });

  it('marks the finished file, and finds it finished the second time', async () => {
    const mark = shardMarkOf(at('s2.db'));
    expect(mark).toMatchObject({ shard: 2, shardCount: 3 });
    expect(await importShard(at('s2.db'), dumps, shardOf(2))).toEqual({ kind: 'finished', mark });
    expect(await importShard(at('s2.db'), dumps, { ...shardOf(2), force: true })).toMatchObject({ isPlaced: true });
    expect(readdirSync(folder).filter((name) => /part|-wal|-shm/.test(name))).toEqual([]);
  });

  it('leaves any other archive alone', async () => {
    const before = await digestOf(at('s1.db'));
    const others = [
      importShard(at('s1.db'), dumps, shardOf(2)),
      importShard(at('s1.db'), dumps, shardOf(1, 4)),
      importShard(at('s1.db'), [at('dumps/small.warc.gz')], shardOf(1)),
      importShard(at('whole.db'), dumps, shardOf(1)),
    ];
    for (const other of others) await expect(other).rejects.toMatchObject({ code: 'archive-not-created' });
    expect(await digestOf(at('s1.db'))).toBe(before);
  });

  it('is no shard any more once something else is imported into it', async () => {
    const store = openSqliteStore(at('s1.db'), { create: false });
    await importDumps(store, [at('dumps/small.warc.gz')], importDefaults);
    await store.close();
    expect(shardMarkOf(at('s1.db'))).toBeNull();
  });

  it('leaves no file where a dump cannot be opened or the run is ended early', async () => {
    const missing = await importShard(at('m.db'), [...dumps, at('none.html')], {
      ...importDefaults,
      shard: { index: 1, count: 1, pieceBytes: 3000 },
    });
    const ended = await importShard(at('m.db'), dumps, { ...shardOf(1), signal: AbortSignal.abort() });
    expect([missing, ended]).toMatchObject([{ isPlaced: false }, { isPlaced: false }]);
    expect(readdirSync(folder).filter((name) => name.startsWith('m.db'))).toEqual([]);
  });
});

describe('importDumps() with a shard', () => {
  it.each(databases)(
    'leaves in $name what retry must read again, if any piece of it was not sound',
    async ({ open }) => {
      const store = await open();
      const page = (id: number) =>
        JSON.stringify({ url: `https://sarybel.example/${id}-a.html`, text: 'Егін жиналды. '.repeat(20) });
      const lines = Array.from({ length: 40 }, (_, id) => page(id));
      const path = at('lines.jsonl');
      const shard = { index: 1, count: 1, pieceBytes: 4000 };
      writeFileSync(path, [...lines.slice(0, 2), 'no JSON', ...lines.slice(2)].join('\n'));
      await importDumps(store, [path], { ...importDefaults, shard });
      expect(await store.unfinishedSources()).toEqual([{ path, state: 'done', rejected: 1 }]);
      writeFileSync(path, lines.join('\n'));
      await importDumps(store, [path], importDefaults);
      expect(await store.unfinishedSources()).toEqual([]);
      await store.close();
    },
  );
});

describe('beginShardFile()', () => {
  const options = { profiles: [], lockTimeoutSeconds: 0 };
  const mark = { shard: 1, shardCount: 1, listSha256: 'a' };

  it('begins what a dead process left anew, and refuses what a live one holds', async () => {
    const left = openSqliteStore(at('b.db.part'), { create: true });
    await left.beginImport({ toolVersion: '1', argv: [], lockTimeoutSeconds: 0 });
    await expect(beginShardFile(at('b.db'), options)).rejects.toMatchObject({ code: 'locked' });
    await left.close();
    const file = await beginShardFile(at('b.db'), options);
    expect((await file.store.status()).imports).toEqual([]);
    await file.finish(mark);
    expect(shardMarkOf(at('b.db'))).toEqual(mark);
    expect(existsSync(at('b.db.part'))).toBe(false);
  });

  it('puts nothing in place that another process began under the same name', async () => {
    const first = await beginShardFile(at('c.db'), options);
    for (const ending of ['', '-wal', '-shm']) rmSync(at(`c.db.part${ending}`), { force: true });
    const second = await beginShardFile(at('c.db'), options);
    await expect(first.finish(mark)).rejects.toMatchObject({ code: 'locked' });
    expect(existsSync(at('c.db'))).toBe(false);
    await second.finish({ ...mark, shard: 1 });
    expect(shardMarkOf(at('c.db'))).toEqual(mark);
  });
});
