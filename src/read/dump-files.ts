import { opendir, realpath, stat } from 'node:fs/promises';
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

/** Finds the files of the dumps that the user named: files as they are, folders with all below them in the order of their names, globs. */
export async function* dumpFiles(paths: readonly string[]): AsyncGenerator<DumpFile> {
  for (const path of paths) {
    let found = 0;
    for await (const file of filesOf(path)) {
      found += 1;
      yield file;
    }
    if (found === 0) yield { kind: 'failed', path, code: 'input-missing', message: 'no files there' };
  }
}

/** What a path names; a glob only where no file has that very name. */
async function* filesOf(path: string): AsyncGenerator<DumpFile> {
  const { base, isGlob } = picomatch.scan(path);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere || !isGlob) {
    yield* filesAt(path, { top: path, above: new Set() });
    return;
  }
  const matches = picomatch(path.replace(/^\.\//, ''), { dot: true });
  for await (const file of filesAt(base === '' ? '.' : base, { top: base, above: new Set() })) {
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
  return { kind: 'failed', path, ...known };
}

/** The folder that the user named, and the folders above the one in hand. */
interface Walk {
  readonly top: string;
  readonly above: ReadonlySet<string>;
}

async function* filesAt(path: string, walk: Walk): AsyncGenerator<DumpFile> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) {
      yield* filesIn(path, walk);
    } else if (entry.isFile()) {
      yield {
        kind: 'file',
        path,
        bytes: entry.size,
        modifiedAt: entry.mtime.toISOString(),
        tree: treePathOf(path, walk.top),
      };
    } else {
      // A pipe or a device would block the run or never end.
      yield { kind: 'failed', path, code: 'input-unusable', message: 'neither a file nor a folder' };
    }
  } catch (error) {
    yield failureAt(path, error);
  }
}

async function* filesIn(folder: string, { top, above }: Walk): AsyncGenerator<DumpFile> {
  const real = await realpath(folder);
  // A link to a folder above would be walked for ever.
  if (above.has(real)) return;
  const names: string[] = [];
  for await (const entry of await opendir(folder)) {
    // Pipes and devices that happen to lie in a folder are no dumps; links are followed to see what they are.
    if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) names.push(entry.name);
  }
  const below = new Set([...above, real]);
  for (const name of names.sort()) yield* filesAt(join(folder, name), { top, above: below });
}

function treePathOf(path: string, top: string): TreePath | null {
  const below = relative(top, path);
  return below === '' ? null : { top: basename(resolve(top)), path: below.split(sep).join('/') };
}
