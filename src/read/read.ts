import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReadResult, Source } from '../model/capture.js';
import { type DetectedFormat, detectFormat, SNIFF_BYTES } from './detect-format.js';
import { type DumpFile, dumpFiles, failureAt } from './dump-files.js';
import type { DumpInput, RecordOptions } from './dump-input.js';
import { readJsonLines } from './jsonl.js';
import { readPageFile } from './page-file.js';

type Reader = (input: DumpInput, format: string, options: RecordOptions) => AsyncIterable<ReadResult>;

const readers: ReadonlyMap<string, Reader> = new Map([
  ['html', readPageFile],
  ['text', readPageFile],
  ['jsonl', readJsonLines],
]);

/** Names of the formats that can be read. */
export const formats: readonly string[] = [...readers.keys()];

export interface ReadOptions extends RecordOptions {
  /** Name of a format, where the user says it; else it is sniffed. */
  readonly format: string | null;
  /** Told of each file before its records are read; true when they need not be. Asked first without, then with the file's hash. */
  readonly isKnown?: (source: Source) => Promise<boolean>;
}

/** Reads dumps, in the order given: files, folders, `-` for standard input. Never throws for what a dump holds. */
export async function* read(dumps: readonly string[], options: ReadOptions): AsyncGenerator<ReadResult> {
  for (const dump of dumps) {
    if (dump === '-') yield* readStandardInput(options);
    else for await (const file of dumpFiles([dump])) yield* readFile(file, options);
  }
}

async function* readFile(file: DumpFile, options: ReadOptions): AsyncGenerator<ReadResult> {
  if (file.kind === 'failed') {
    yield file;
    return;
  }
  try {
    const head = await headOf(file.path);
    const found = detect(head, file.path, options.format);
    const format = found.kind === 'no-page' ? found.detail : found.format;
    const unhashed: Source = { path: file.path, format, bytes: file.bytes, modifiedAt: file.modifiedAt, sha256: null };
    if (await options.isKnown?.(unhashed)) {
      yield { kind: 'unchanged', source: unhashed };
      return;
    }
    const source = { ...unhashed, sha256: await hashOf(file.path) };
    if (await options.isKnown?.(source)) {
      yield { kind: 'unchanged', source };
      return;
    }
    yield { kind: 'source', source };
    yield* readRecords({ path: file.path, bytes: file.bytes, chunks: createReadStream(file.path) }, found, options);
  } catch (error) {
    yield failureAt(file.path, error);
  }
}

async function* readStandardInput(options: ReadOptions): AsyncGenerator<ReadResult> {
  const stream = process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const parts: Uint8Array[] = [];
  let size = 0;
  let isDone = false;
  while (size < SNIFF_BYTES && !isDone) {
    const next = await stream.next();
    isDone = next.done === true;
    if (!next.done) {
      parts.push(next.value);
      size += next.value.length;
    }
  }
  const head = Buffer.concat(parts);
  const found = detect(head.subarray(0, SNIFF_BYTES), '-', options.format);
  const format = found.kind === 'no-page' ? found.detail : found.format;
  yield { kind: 'source', source: { path: '-', format, bytes: size, modifiedAt: null, sha256: null } };
  const chunks = isDone ? chunksOf(head) : chunksOf(head, stream);
  yield* readRecords({ path: '-', bytes: null, chunks }, found, options);
}

async function* readRecords(
  input: DumpInput,
  found: DetectedFormat | Empty,
  options: ReadOptions,
): AsyncGenerator<ReadResult> {
  if (found.kind === 'no-page') {
    yield { kind: 'skipped', locator: 'file', detail: found.detail };
    yield { kind: 'end', state: 'done' };
    return;
  }
  const reader = found.kind === 'dump' ? readers.get(found.format) : undefined;
  if (reader) {
    yield* reader(input, found.format, options);
    return;
  }
  yield { kind: 'unreadable', locator: 'file', excerpt: null, ...reasonOf(found) };
  yield { kind: 'end', state: 'failed' };
}

/** A file of no bytes: rejected, since a page was expected. */
interface Empty {
  readonly kind: 'empty';
  readonly format: string;
}

function reasonOf(found: Exclude<DetectedFormat, { kind: 'no-page' }> | Empty): {
  readonly code: string;
  readonly message: string;
} {
  if (found.kind === 'empty') return { code: 'empty', message: 'The file is empty.' };
  return { code: 'unsupported-format', message: `This is a ${found.format} file; unpack it and import the folder.` };
}

function detect(head: Uint8Array, name: string, format: string | null): DetectedFormat | Empty {
  if (head.length === 0) return { kind: 'empty', format: format ?? 'empty' };
  return format === null ? detectFormat(head, name) : { kind: 'dump', format };
}

async function headOf(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of createReadStream(path, { end: SNIFF_BYTES - 1 })) parts.push(chunk as Uint8Array);
  return Buffer.concat(parts);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function* chunksOf(head: Uint8Array, rest?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  if (!rest) return;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
