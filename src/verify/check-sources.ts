import type { ReadResult } from '../model/capture.js';
import type { Damage, SourcePlaces } from '../model/verify.js';

/** Reads one dump again. */
export type DumpReader = (path: string, format: string | null) => AsyncIterable<ReadResult>;

/** What reading dumps again showed. */
export interface SourceCheck {
  /** Dumps that were read again, and captures found in them as the archive has them. */
  readonly sources: number;
  readonly captures: number;
  /** Captures whose dump is gone, or was standard input, and whose pages the archive itself keeps. */
  readonly kept: number;
  /** Dumps that moved or vanished, all of whose captures are kept. */
  readonly moved: readonly MovedDump[];
  /** Captures of standard input that are not kept: nothing can prove them. */
  readonly unchecked: number;
  readonly damages: readonly Damage[];
}

/** A dump that is no longer where it was imported from. */
export interface MovedDump {
  readonly path: string;
  readonly captures: number;
  readonly message: string;
}

/** What one dump holds now, by locator. */
interface Found {
  readonly failure: string | null;
  readonly sha256: string | null;
  readonly format: string | null;
  readonly contents: ReadonlyMap<string, string | null>;
}

const STANDARD_INPUT = '-';

/**
 * Reads every source again and looks for its captures, by place and hash of their bytes. Where a dump is gone, the pages that the archive
 * keeps prove them, without those that are `broken` (by hash).
 */
export async function checkSources(
  sources: AsyncIterable<SourcePlaces>,
  readDump: DumpReader,
  broken: ReadonlySet<string>,
): Promise<SourceCheck> {
  const total = { sources: 0, captures: 0, kept: 0, unchecked: 0 };
  const moved: MovedDump[] = [];
  const damages: Damage[] = [];
  for await (const source of sources) {
    const places = [...source.places.values()];
    const kept = places.filter(({ isKept, contentSha256 }) => isKept && !broken.has(contentSha256)).length;
    const found = source.path === STANDARD_INPUT ? null : await readAgain(source, readDump);
    if (found === null) {
      total.kept += kept;
      total.unchecked += kept < places.length ? 1 : 0;
    } else if (found.failure !== null) {
      total.kept += kept;
      if (kept === places.length)
        moved.push({ path: source.path, captures: kept, message: gone(source, found.failure) });
      else damages.push(sourceDamage(source.id, `${gone(source, found.failure)}${keptPart(kept, places.length)}`));
    } else {
      const wrong = wrongCaptures(source, found);
      total.sources += 1;
      total.captures += places.length - wrong.length;
      damages.push(...changed(source, found), ...wrong);
    }
  }
  return { ...total, moved, damages };
}

function keptPart(kept: number, captures: number): string {
  return kept === 0 ? '' : `; of its ${captures} captures, ${kept} are proven by kept pages`;
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

function gone({ path, twin }: SourcePlaces, why: string): string {
  const hint = twin === null ? '' : `; the same bytes were imported from ${twin}`;
  return `${path}: the dump has moved or vanished (${why})${hint}`;
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
