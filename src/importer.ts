import { keptDumps } from './archive/kept-dumps.js';
import { ImportRun } from './import/import-run.js';
import type { DumpOptions, ImportOptions, ImportStore } from './import/options.js';
import type { FailedDump, ImportReport, ReportedReject } from './import/report.js';
import { toItem } from './import/to-item.js';
import type { SourceState } from './model/capture.js';
import type { CaptureRecord } from './model/extraction.js';
import type { ArchiveReader } from './model/query.js';
import type { StoreItem } from './model/store.js';
import { read } from './read/read.js';
import { readPages } from './workers/read-pages.js';

/** Reads dumps into an archive: read, page, store in batches. */
export async function importDumps(
  store: ImportStore,
  dumps: readonly string[],
  options: ImportOptions,
): Promise<ImportReport> {
  return runImport(store, options, (run) => run.readDumps(dumps));
}

/** Reads the pages again that an archive keeps; `archive` is a reader of the same. Other records of their sources stay as they are. */
export async function importKeptPages(
  store: ImportStore,
  archive: Pick<ArchiveReader, 'sources'>,
  options: ImportOptions,
): Promise<ImportReport> {
  const results = keptDumps(archive.sources({ onlyKept: true }));
  return runImport(store, { ...options, force: true, keepPages: false }, (run) => run.readAll(results));
}

async function runImport(
  store: ImportStore,
  options: ImportOptions,
  readAll: (run: ImportRun) => Promise<void>,
): Promise<ImportReport> {
  const started = performance.now();
  const { toolVersion, argv, lockTimeoutSeconds } = options;
  const importId = await store.beginImport({ toolVersion, argv, lockTimeoutSeconds });
  const run = new ImportRun(store, importId, options);
  try {
    await readAll(run);
  } catch (error) {
    await store.finishImport(importId, 'failed');
    throw error;
  }
  return run.finish(started);
}

/** What `parse` meets: a record, a reject, a dump that could not be read, the end of a source. */
export type ParseResult =
  | { readonly kind: 'record'; readonly record: CaptureRecord }
  | { readonly kind: 'reject'; readonly reject: ReportedReject }
  | { readonly kind: 'failed'; readonly failure: FailedDump }
  | { readonly kind: 'end'; readonly state: SourceState };

/** Reads dumps without an archive: every record, reject and failure in order. Files that are no page give nothing. */
export async function* parseDumps(dumps: readonly string[], options: DumpOptions): AsyncGenerator<ParseResult> {
  let path = '';
  for await (const result of readPages(read(dumps, { ...options, reusesBytes: true }), options, 1)) {
    if (result.kind === 'source') path = result.source.path;
    else if (result.kind === 'failed') yield { kind: 'failed', failure: result };
    else if (result.kind === 'end') yield result;
    else if (result.kind !== 'unchanged') yield* toParseResult(toItem(result), path);
  }
}

function* toParseResult(item: StoreItem, path: string): Generator<ParseResult> {
  if (item.kind === 'record') yield item;
  else if (item.kind === 'reject') yield { kind: 'reject', reject: { ...item.reject, path } };
}
