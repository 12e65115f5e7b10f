import { type BigIntStats, existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { DumpFailure } from '../model/capture.js';
import type { TreePath } from './dump-input.js';

/** A file to read, or a path at which there is none. */
export type DumpFile =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly bytes: number;
      readonly modifiedAt: string;
      /** What no change leaves as it is; null where the file changed just now and may change again unseen. */
      readonly fingerprint: string | null;
      /** Where it lies in the folder that the user named; null for a file named itself. */
      readonly tree: TreePath | null;
    }
  | { readonly kind: 'failed'; readonly path: string; readonly code: DumpFailure; readonly message: string };

/** What the operating system says, in words, and what it means for the run. */
const failures: Readonly<Record<string, { readonly code: DumpFailure; readonly message: string }>> = {
  ENOENT: { code: 'input-missing', message: 'no such file or folder' },
  ENOTDIR: { code: 'input-missing', message: 'a part of the path is no folder' },
  ENAMETOOLONG: { code: 'input-missing', message: 'the path is too long to exist' },
  EACCES: { code: 'permission', message: 'permission denied' },
  EPERM: { code: 'permission', message: 'permission denied' },
};

/**
 * Finds the files of the dumps that the user named: files as they are, folders with all below them in the order of their names, globs.
 * `tops` tells the folder in which a file was found before, where it is named by itself now.
 */
export function* dumpFiles(
  paths: readonly string[],
  tops: ReadonlyMap<string, string> = new Map(),
): Generator<DumpFile> {
  for (const path of paths) {
    let found = 0;
    for (const file of filesOf(path, tops.get(path) ?? path)) {
      found += 1;
      yield file;
    }
    if (found === 0) yield { kind: 'failed', path, code: 'input-missing', message: 'no files there' };
  }
}

/** What a path names; a glob only where no file has that very name. */
function* filesOf(path: string, top: string): Generator<DumpFile> {
  const { base, isGlob } = picomatch.scan(path);
  if (!isGlob || existsSync(path)) {
    yield* filesAt(path, walkFrom(path, top));
    return;
  }
  const matches = picomatch(path.replace(/^\.\//, ''), { dot: true });
  for (const file of filesAt(base === '' ? '.' : base, walkFrom(base, base))) {
    if (file.kind === 'failed' || matches(file.path.replace(/^\.\//, ''))) yield file;
  }
}

/** Turns an error of the operating system into a failure of one path. */
export function failureAt(path: string, error: unknown): DumpFile & { readonly kind: 'failed' } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = failures[code] ?? {
    code: 'io' as const,
    message: error instanceof Error ? error.message : String(error),
  };
  return { kind: 'failed', path, ...(code === 'ENOENT' && path.includes('\ufffd') ? STRANGE_NAME : known) };
}

/** The name of a file is bytes; one that is no text cannot be kept as the path of a source. */
const STRANGE_NAME = {
  code: 'input-missing' as const,
  message: 'the name is not UTF-8; rename the file, `convmv` knows how',
};

/** The folder that the user named, and the folders above the one in hand. */
interface Walk {
  /** Name of the folder that the user named. */
  readonly top: string;
  /** Path below it of what is in hand, its parts joined by `/`. */
  readonly below: string;
  readonly above: ReadonlySet<string>;
}

/** Resolving paths costs more than anything else of a file that is known: it is done once. */
function walkFrom(path: string, top: string): Walk {
  return { top: basename(resolve(top)), below: relative(top, path).split(sep).join('/'), above: new Set() };
}

function* filesAt(path: string, walk: Walk): Generator<DumpFile> {
  try {
    const entry = statSync(path, { bigint: true });
    if (entry.isDirectory()) {
      yield* filesIn(path, walk);
    } else if (entry.isFile()) {
      yield {
        kind: 'file',
        path,
        bytes: Number(entry.size),
        modifiedAt: entry.mtime.toISOString(),
        fingerprint: fingerprintOf(entry),
        tree: walk.below === '' ? null : { top: walk.top, path: walk.below },
      };
    } else {
      // A pipe or a device would block the run or never end.
      yield { kind: 'failed', path, code: 'input-unusable', message: 'neither a file nor a folder' };
    }
  } catch (error) {
    yield failureAt(path, error);
  }
}

function* filesIn(folder: string, { top, below: folderBelow, above }: Walk): Generator<DumpFile> {
  const real = realpathSync(folder);
  // A link to a folder above would be walked for ever.
  if (above.has(real)) return;
  const names: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    // Pipes and devices that happen to lie in a folder are no dumps; links are followed to see what they are.
    if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) names.push(entry.name);
  }
  const within = new Set([...above, real]);
  const start = folderBelow === '' ? '' : `${folderBelow}/`;
  for (const name of names.sort()) {
    yield* filesAt(join(folder, name), { top, below: `${start}${name}`, above: within });
  }
}

/** Clocks of file systems tick some times a second: a younger file may change once more without being seen to. */
const YOUNG = 2000;

/** Size, times and place of a file. No program can set the time of the last change of its state (`ctime`). */
function fingerprintOf({ size, mtimeNs, ctimeNs, ctimeMs, ino }: BigIntStats): string | null {
  return Date.now() - Number(ctimeMs) < YOUNG ? null : [size, mtimeNs, ctimeNs, ino].join('-');
}
