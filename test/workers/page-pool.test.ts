import { describe, expect, it } from 'vitest';
import type { Capture, ReadResult } from '../../src/model/capture.js';
import type { StoreItem } from '../../src/model/store.js';
import { PagePool } from '../../src/workers/page-pool.js';
import { chooseJobs, type PageResult, readInThreads, readPages } from '../../src/workers/read-pages.js';

const worker = new URL('./dying-worker.mjs', import.meta.url);
const options = { charset: null, site: null, baseUrl: null, profiles: [] };

function captureOf(text: string, place: number): Capture {
  return {
    source: { path: 'a.jsonl', format: 'jsonl', locator: `line:${place}` },
    ...{ url: null, capturedAt: null, capturedAtBasis: null, httpStatus: null, charsetDeclared: null, recordId: null },
    mediaType: 'text/plain',
    payload: Buffer.from(`xx${text}`).subarray(2),
    contentSha256: '',
    diagnostics: [],
  };
}

async function* resultsOf(texts: readonly string[]): AsyncGenerator<ReadResult> {
  for (const [index, text] of texts.entries()) {
    yield text === '-'
      ? { kind: 'skipped', locator: `line:${index}`, detail: 'image' }
      : { kind: 'capture', capture: captureOf(text, index) };
  }
}

const toldItem = (item: StoreItem): string =>
  item.kind === 'reject' ? item.reject.code : item.kind === 'skipped' ? item.detail : item.kind;
const told = (result: PageResult): string => (result.kind === 'page' ? toldItem(result.item) : result.kind);

async function readAll(texts: readonly string[], jobs: number): Promise<readonly string[]> {
  const pool = await PagePool.open(options, { jobs, worker, pageTimeout: 1500, careTimeout: 1500 });
  const read: string[] = [];
  for await (const result of readInThreads(resultsOf(texts), pool, jobs)) read.push(told(result));
  return read;
}

describe('PagePool', () => {
  const many = Array.from({ length: 200 }, (_, index) => (index % 7 === 0 ? '-' : `page ${index}`));
  const expected = many.map((text) => (text === '-' ? 'skipped' : text));

  it.each([1, 2, 3])('gives results in order with %i workers', async (jobs) => {
    expect(await readAll(many, jobs)).toEqual(expected);
  });

  it.each([
    ['ends its thread', 'exit', 'worker-died'],
    ['throws in its thread', 'throw', 'worker-died'],
    ['never ends', 'hang', 'timeout'],
  ])('rejects the one page that %s', async (_fact, text, code) => {
    expect(await readAll([...many, text, ...many], 2)).toEqual([...expected, code, ...expected]);
  });

  it('rejects each of several bad pages by its own reason', async () => {
    expect(await readAll(['exit', 'a', 'hang', 'b', 'exit'], 1)).toEqual([
      'worker-died',
      'a',
      'timeout',
      'b',
      'worker-died',
    ]);
  });
});

describe('readPages()', () => {
  it('reads in process with one job', async () => {
    const read: string[] = [];
    for await (const result of readPages(resultsOf(['Су', '-']), options, 1)) read.push(told(result));
    expect(read).toEqual(['record', 'skipped']);
  });

  it('lets go of the reader when nobody reads on', async () => {
    let isOpen = true;
    const results = (async function* (): AsyncGenerator<ReadResult> {
      try {
        yield* resultsOf(['Су', 'От']);
      } finally {
        isOpen = false;
      }
    })();
    for await (const _ of readPages(results, options, 1)) break;
    expect(isOpen).toBe(false);
  });
});

describe('chooseJobs()', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [64, 3],
  ])('takes for %i cores %i', (cores, jobs) => {
    expect(chooseJobs(cores)).toBe(jobs);
  });
});
