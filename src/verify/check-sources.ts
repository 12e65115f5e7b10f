import type { ReadResult } from '../model/capture.js';
import type { Damage, SourcePlaces } from '../model/verify.js';

/** Reads one dump again. */
export type DumpReader = (path: string, format: string | null) => AsyncIterable<ReadResult>;

/** What reading dumps again showed. */
export interface SourceCheck {
  /** Dumps that were read again, and captures found in them as the archive has them. */
  readonly sources: number;
  readonly captures: number;
  /** Sources that cannot be read again: standard input. */
  readonly unchecked: number;
  readonly damages: readonly Damage[];
}

/** What one dump holds now, by locator. */
interface Found {
  readonly failure: string | null;
  readonly sha256: string | null;
  readonly format: string | null;
  readonly contents: ReadonlyMap<string, string | null>;
}

const STANDARD_INPUT = '-';

/** Reads every source again and looks for its captures, by place and hash of their bytes. */
export async function checkSources(sources: AsyncIterable<SourcePlaces>, readDump: DumpReader): Promise<SourceCheck> {
  const total = { sources: 0, captures: 0, unchecked: 0 };
  const damages: Damage[] = [];
  for await (const source of sources) {
    if (source.path === STANDARD_INPUT) {
      total.unchecked += 1;
      continue;
    }
    const found = await readAgain(source, readDump);
    const wrong = found.failure === null ? wrongCaptures(source, found) : [gone(source, found.failure)];
    if (found.failure === null) total.sources += 1;
    total.captures += found.failure === null ? source.places.size - wrong.length : 0;
    damages.push(...changed(source, found), ...wrong);
  }
  return { ...total, damages };
}

/** Reads as the format is told; where that is another one than before, once more as it was. */
async function readAgain(source: SourcePlaces, readDump: DumpReader): Promise<Found> {
  const found = await readOnce(readDump(source.path, null));
  if (found.failure !== null || found.format === source.format) return found;
  return readOnce(readDump(source.path, source.format));
}

async function readOnce(results: AsyncIterable<ReadResult>): Promise<Found> {
  let failure: string | null = null;
  let source: { readonly sha256: string | null; readonly format: string } | null = null;
  const contents = new Map<string, string | null>();
  for await (const result of results) {
    if (result.kind === 'failed') failure = result.message;
    else if (result.kind === 'source') source = result.source;
    else if (result.kind === 'capture') contents.set(result.capture.source.locator, result.capture.contentSha256);
    // A page that had not changed has no bytes of its own.
    else if (result.kind === 'skipped') contents.set(result.locator, null);
  }
  return { failure, sha256: source?.sha256 ?? null, format: source?.format ?? null, contents };
}

function gone({ id, path, twin }: SourcePlaces, why: string): Damage {
  const hint = twin === null ? '' : `; the same bytes were imported from ${twin}`;
  return sourceDamage(id, `${path}: the dump has moved or vanished (${why})${hint}`);
}

function changed({ id, path, sha256 }: SourcePlaces, found: Found): readonly Damage[] {
  if (found.failure !== null || sha256 === null || found.sha256 === null || found.sha256 === sha256) return [];
  return [sourceDamage(id, `${path}: the dump has changed since it was imported`)];
}

function sourceDamage(id: number, message: string): Damage {
  return { check: 'sources', table: 'sources', row: String(id), message };
}

function wrongCaptures({ path, places }: SourcePlaces, { contents }: Found): readonly Damage[] {
  return [...places].flatMap(([locator, { captureId, contentSha256 }]) => {
    const content = contents.get(locator);
    if (content === null || content === contentSha256) return [];
    const what = content === undefined ? 'nothing is' : 'other bytes are';
    const message = `${what} at ${locator} of ${path}`;
    return [{ check: 'sources', table: 'captures', row: String(captureId), message }];
  });
}
