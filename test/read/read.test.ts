import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/model/capture.js';
import { type ReadOptions, read } from '../../src/read/read.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function readAll(dumps: readonly string[], options: Partial<ReadOptions> = {}): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const result of read(dumps, { format: null, capturedAt: null, ...options })) results.push(result);
  return results;
}

/** Each result in a few words. */
function told(results: readonly ReadResult[]): readonly string[] {
  return results.map((result) => {
    if (result.kind === 'capture') return `capture ${result.capture.source.locator}`;
    if (result.kind === 'unreadable') return `unreadable ${result.locator} ${result.code}`;
    if (result.kind === 'skipped') return `skipped ${result.detail}`;
    if (result.kind === 'failed') return `failed ${result.code}`;
    return result.kind === 'end' ? `end ${result.state}` : result.kind;
  });
}

describe('read()', () => {
  it('reads a text as one capture with the hash of its bytes', async () => {
    const results = await readAll([file('one.txt', 'Су келді')]);
    expect(told(results)).toEqual(['source', 'capture file', 'end done']);
    expect(results[1]).toMatchObject({
      capture: {
        mediaType: 'text/plain',
        contentSha256: createHash('sha256').update('Су келді', 'utf8').digest('hex'),
      },
    });
  });

  it('gives each file its own content where small files share their bytes', async () => {
    const contents = ['Су келді', 'а'.repeat(200_000), 'Қар', 'б'.repeat(700_000)];
    const dumps = contents.map((content, index) => file(`shared/${index}.txt`, content));
    const seen: string[] = [];
    for await (const result of read(dumps, { format: 'text', capturedAt: null, reusesBytes: true })) {
      if (result.kind === 'capture') seen.push(Buffer.from(result.capture.payload).toString('utf8'));
    }
    expect(seen).toEqual(contents);
    const kept = await readAll(dumps, { format: 'text' });
    const payloads = kept.flatMap((result) => (result.kind === 'capture' ? [result.capture.payload] : []));
    expect(payloads.map((payload) => Buffer.from(payload).toString('utf8'))).toEqual(contents);
  });

  it('walks a folder in the order of names and sorts out what is no page', async () => {
    file('tree/b.html', '<html><body>b</body></html>');
    file('tree/a/c.txt', 'c');
    file('tree/a/photo.html', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]));
    file('tree/z.txt', '');
    expect(told(await readAll([join(folder, 'tree')]))).toEqual([
      ...['source', 'capture file', 'end done'],
      ...['source', 'skipped image', 'end done'],
      ...['source', 'capture file', 'end done'],
      ...['source', 'unreadable file empty', 'end failed'],
    ]);
  });

  it('goes on after a path that does not exist and after an empty folder', async () => {
    mkdirSync(join(folder, 'empty'));
    const paths = [join(folder, 'missing.txt'), join(folder, 'empty'), file('two.txt', 'Су')];
    expect(told(await readAll(paths))).toEqual([
      'failed input-missing',
      'failed input-missing',
      'source',
      'capture file',
      'end done',
    ]);
  });

  it('does not walk in circles', async () => {
    file('circle/a.txt', 'Су');
    symlinkSync('..', join(folder, 'circle', 'up'));
    const results = await readAll([join(folder, 'circle')]);
    expect(results.filter((result) => result.kind === 'capture').length).toBeLessThan(50);
  });

  it('rejects lines of JSON Lines one by one, by their number', async () => {
    const path = file('crawl.jsonl', '{"html":"<p>a"}\n{"html":\n[1]\n\n{"url":"https://a.example/"}\n{"text":"b"}\n');
    expect(told(await readAll([path]))).toEqual([
      'source',
      'capture line:1',
      'unreadable line:2 invalid-json',
      'unreadable line:3 no-object',
      'unreadable line:5 no-content',
      'capture line:6',
      'end done',
    ]);
  });

  it('calls JSON Lines truncated when the last line is cut', async () => {
    const path = file('cut.jsonl', '{"html":"<p>a"}\n{"html":"<p>');
    expect(told(await readAll([path])).slice(-2)).toEqual(['unreadable line:2 truncated', 'end truncated']);
  });

  it('keeps the moment of the record and gives the others the moment that the user named', async () => {
    const path = file('dated.jsonl', '{"html":"<p>a","capturedAt":"2024-03-24T10:00:00Z"}\n{"html":"<p>b"}\n');
    const results = await readAll([path], { capturedAt: '2024-01-01' });
    const dates = results.flatMap((result) =>
      result.kind === 'capture' ? [[result.capture.capturedAt, result.capture.capturedAtBasis]] : [],
    );
    expect(dates).toEqual([
      ['2024-03-24T10:00:00Z', 'record'],
      ['2024-01-01', 'given'],
    ]);
  });

  it('does not open a file that is known by its size and times', async () => {
    const asked: unknown[] = [];
    const isKnown = async ({ fingerprint }: { readonly fingerprint?: string | null }): Promise<boolean> => {
      asked.push(fingerprint);
      return true;
    };
    expect(told(await readAll([new URL('../../LICENSE', import.meta.url).pathname], { isKnown }))).toEqual([
      'unchanged',
    ]);
    expect(asked).toEqual([expect.stringMatching(/^\d+-\d+-\d+-\d+$/)]);
  });

  it('relies on no times of a file that changed just now', async () => {
    const asked: unknown[] = [];
    const isKnown = async ({ fingerprint }: { readonly fingerprint?: string | null }): Promise<boolean> => {
      asked.push(fingerprint);
      return false;
    };
    await readAll([file('young.txt', 'Су')], { isKnown });
    expect(asked).toEqual([null, null]);
  });

  it('asks whether a source is known first without, then with its hash', async () => {
    const asked: (string | null)[] = [];
    const isKnown = async (source: { readonly sha256: string | null }): Promise<boolean> => {
      asked.push(source.sha256);
      return source.sha256 !== null;
    };
    expect(told(await readAll([file('known.txt', 'Су')], { isKnown }))).toEqual(['unchanged']);
    expect(asked).toEqual([null, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('reads a page of the format that the user says', async () => {
    expect(await readAll([file('odd.css', 'Су келді')], { format: 'text' })).toMatchObject([
      {},
      { kind: 'capture' },
      {},
    ]);
  });
});
