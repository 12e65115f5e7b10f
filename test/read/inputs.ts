import type { ReadResult } from '../../src/model/capture.js';
import { ByteReader } from '../../src/read/byte-reader.js';
import type { DumpInput, ReadEnd, ReadRecord, RecordOptions } from '../../src/read/dump-input.js';
import { readSniffed, sniffInput } from '../../src/read/read-input.js';

/** Bytes as a stream of pieces of these sizes, over and over. */
export async function* inPieces(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(from, from + size);
    from += size;
  }
}

export interface ReadAll {
  readonly format: string;
  readonly records: readonly ReadRecord[];
  readonly end: ReadEnd;
}

/** Reads a dump from memory, as a stream of pieces (one piece where no sizes are given). */
export async function readBytes(
  bytes: Uint8Array,
  {
    name = 'dump',
    sizes = [bytes.length || 1],
    ...options
  }: Partial<RecordOptions> & { name?: string; sizes?: readonly number[] } = {},
): Promise<ReadAll> {
  const input: Omit<DumpInput, 'format'> = {
    path: name,
    name,
    tree: null,
    prefix: null,
    depth: 0,
    reader: new ByteReader(inPieces(bytes, sizes)),
    random: null,
  };
  const sniffed = await sniffInput(input, null);
  const stream = readSniffed(sniffed, sniffed.format, { capturedAt: null, ...options });
  const records: ReadRecord[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done) return { format: sniffed.format, records, end: next.value };
    records.push(next.value);
  }
}

/** Each result in a few words. */
export function told(results: readonly (ReadRecord | ReadResult)[]): readonly string[] {
  return results.map((result) => {
    if (result.kind === 'capture') return `capture ${result.capture.source.locator}`;
    if (result.kind === 'unreadable') return `unreadable ${result.locator} ${result.code}`;
    if (result.kind === 'skipped') return `skipped ${result.locator} ${result.detail}`;
    if (result.kind === 'failed') return `failed ${result.code}`;
    return result.kind === 'end' ? `end ${result.state}` : result.kind;
  });
}
