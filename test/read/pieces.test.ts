import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/model/capture.js';
import { read } from '../../src/read/read.js';
import { hashDumpList, isInShard } from '../../src/read/shard.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OPTIONS = { format: null, capturedAt: null };

function warcRecord(id: number, body: string | Uint8Array, type = 'text/html'): Buffer {
  const block = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`), Buffer.from(body)]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bastau.example/${id}.html\r\nWARC-Date: 2024-03-24T10:00:00Z\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}

const page = (id: number): string =>
  `<html><head><title>${id}</title></head><body><p>${'Көктем келді. '.repeat(1 + ((id * 7) % 40))}</p></body></html>`;
const records = Array.from({ length: 40 }, (_, id) => warcRecord(id, page(id)));
const packed = (parts: readonly Uint8Array[], level = 6): Buffer =>
  Buffer.concat(parts.map((part) => gzipSync(part, { level })));

/** A packed WARC that a crawler fetched like any file: stored, because nothing makes it shorter. */
const withinRecord = packed(records.slice(0, 12).map((record, id) => warcRecord(900 + id, record)));
const lines = records.map((_, id) => JSON.stringify({ url: `https://bastau.example/${id}.html`, html: page(id) }));

const dumps: readonly (readonly [fact: string, name: string, bytes: Buffer])[] = [
  ['a WARC', 'plain.warc', Buffer.concat(records)],
  ['a packed WARC', 'packed.warc.gz', packed(records)],
  ['a packed WARC with several records a member', 'joined.warc.gz', packed(inTwos(records))],
  ['a WARC in one member', 'one.warc.gz', gzipSync(Buffer.concat(records))],
  [
    'a WARC whose pages are WARC themselves',
    'quoting.warc',
    Buffer.concat(
      records.map((record, id) => (id % 5 === 2 ? warcRecord(500 + id, Buffer.concat([record, record])) : record)),
    ),
  ],
  [
    'a packed WARC that holds packed WARC',
    'nested.warc.gz',
    Buffer.concat(
      records.map((record, id) =>
        id % 6 === 1
          ? gzipSync(warcRecord(700 + id, withinRecord, 'application/warc'), { level: 0 })
          : gzipSync(record),
      ),
    ),
  ],
  ['a packed WARC with a damaged member', 'damaged.warc.gz', damaged(packed(records), 0.4)],
  ['a cut WARC', 'cut.warc', Buffer.concat(records).subarray(0, -300)],
  ['a cut packed WARC', 'cut.warc.gz', packed(records).subarray(0, -30)],
  ['JSON Lines', 'lines.jsonl', Buffer.from(`${lines.join('\n')}\n`)],
  [
    'JSON Lines with faults, a byte order mark and CRLF',
    'faults.jsonl',
    Buffer.from(`\ufeff${lines.join('\r\nno JSON\r\n\r\n')}`),
  ],
  ['packed JSON Lines, which cannot be cut', 'lines.jsonl.gz', gzipSync(lines.join('\n'))],
];

function inTwos(parts: readonly Buffer[]): readonly Buffer[] {
  return parts.flatMap((_, index) => (index % 2 === 0 ? [Buffer.concat(parts.slice(index, index + 2))] : []));
}

function damaged(bytes: Buffer, share: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xaa, Math.floor(copy.length * share), Math.floor(copy.length * share) + 40);
  return copy;
}

async function wordsOf(results: AsyncIterable<ReadResult>): Promise<readonly string[]> {
  const words: string[] = [];
  for await (const result of results) {
    if (result.kind === 'capture') words.push(`${result.capture.source.locator} ${result.capture.contentSha256}`);
    else if (result.kind === 'unreadable') words.push(`${result.locator} ${result.code}`);
    else if (result.kind === 'skipped') words.push(`${result.locator} ${result.detail}`);
    else if (result.kind === 'end' && result.state !== 'done') words.push(result.state);
    else if (result.kind === 'failed') words.push(result.message);
  }
  return words.sort();
}

describe('read() with a shard', () => {
  it.each(dumps)('gives each record of %s once, at its place, however it is cut', async (_fact, name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const whole = await wordsOf(read([path], OPTIONS));
    expect(whole.length).toBeGreaterThan(20);
    const sizes = fc.tuple(fc.integer({ min: 200, max: bytes.length + 10 }), fc.integer({ min: 1, max: 5 }));
    await fc.assert(
      fc.asyncProperty(sizes, async ([pieceBytes, count]) => {
        const shares = Array.from({ length: count }, (_, index) =>
          wordsOf(read([path], { ...OPTIONS, shard: { index: index + 1, count, pieceBytes } })),
        );
        expect((await Promise.all(shares)).flat().sort()).toEqual(whole);
      }),
      { numRuns: 12, examples: [[[400, 3]], [[bytes.length, 2]]] },
    );
  });

  it('shares the pieces of one dump out', async () => {
    // Below a folder its name is the same in every run, and so are the shares.
    const only = { ...OPTIONS, include: ['packed.warc.gz'] };
    const counts = [1, 2, 3].map(async (index) => {
      const shard = { index, count: 3, pieceBytes: 1000 };
      return (await wordsOf(read([folder], { ...only, shard }))).length;
    });
    for (const count of await Promise.all(counts)) expect(count).toBeGreaterThan(0);
  });

  it('names the piece and no hash of the whole, and passes over what globs exclude', async () => {
    const path = join(folder, 'lines.jsonl');
    const shard = { index: 1, count: 1, pieceBytes: 4000 };
    const sources: (string | null | undefined)[] = [];
    for await (const result of read([path], { ...OPTIONS, shard }))
      if (result.kind === 'source') sources.push(result.source.part, result.source.sha256);
    const count = sources.length / 2;
    expect(count).toBeGreaterThan(2);
    expect(sources).toEqual(Array.from({ length: count }, (_, index) => [`${index + 1}/${count}`, null]).flat());
    expect(await wordsOf(read([folder], { ...OPTIONS, shard, exclude: ['**'] }))).toEqual([]);
  });
});

describe('isInShard()', () => {
  it('puts each dump into one shard, and as many into each', () => {
    const units = Array.from({ length: 3000 }, (_, id) => `2019/${id}.html`);
    const sizes = [1, 2, 3].map(
      (index) => units.filter((unit) => isInShard(unit, { index, count: 3, pieceBytes: 1 })).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(3000);
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(120);
  });
});

describe('hashDumpList()', () => {
  const shard = { index: 1, count: 2, pieceBytes: 1000 };
  const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  const list = (dumps: readonly string[], changes = {}): string =>
    hashDumpList(dumps, { ...OPTIONS, ...changes }, shard);

  it('is the same in any order, and another for other dumps, sizes and flags', () => {
    writeFileSync(a, 'Су');
    writeFileSync(b, 'Жер');
    const before = list([a, b]);
    expect(list([b, a])).toBe(before);
    const others = [list([a]), list([a, a]), list([a, b], { site: 'bastau.example' }), list([a, join(folder, 'none')])];
    writeFileSync(b, 'Жерұйық');
    expect(new Set([before, ...others, list([a, b])]).size).toBe(6);
  });
});
