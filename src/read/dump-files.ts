import { opendir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DumpFailure } from '../model/capture.js';

/** A file to read, or a path at which there is none. */
export type DumpFile =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number; readonly modifiedAt: string }
  | { readonly kind: 'failed'; readonly path: string; readonly code: DumpFailure; readonly message: string };

/** What the operating system says, in words, and what it means for the run. */
const failures: Readonly<Record<string, { readonly code: DumpFailure; readonly message: string }>> = {
  ENOENT: { code: 'input-missing', message: 'no such file or folder' },
  ENOTDIR: { code: 'input-missing', message: 'a part of the path is no folder' },
  ENAMETOOLONG: { code: 'input-missing', message: 'the path is too long to exist' },
  EACCES: { code: 'permission', message: 'permission denied' },
  EPERM: { code: 'permission', message: 'permission denied' },
};

/** Finds the files of the dumps that the user named: files as they are, folders with all below them in the order of their names. */
export async function* dumpFiles(paths: readonly string[]): AsyncGenerator<DumpFile> {
  for (const path of paths) {
    let found = 0;
    for await (const file of filesAt(path, new Set())) {
      found += 1;
      yield file;
    }
    if (found === 0) yield { kind: 'failed', path, code: 'input-missing', message: 'the folder holds no files' };
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

async function* filesAt(path: string, above: ReadonlySet<string>): AsyncGenerator<DumpFile> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) {
      yield* filesIn(path, above);
    } else if (entry.isFile()) {
      yield { kind: 'file', path, bytes: entry.size, modifiedAt: entry.mtime.toISOString() };
    } else {
      // A pipe or a device would block the run or never end.
      yield { kind: 'failed', path, code: 'input-unusable', message: 'neither a file nor a folder' };
    }
  } catch (error) {
    yield failureAt(path, error);
  }
}

async function* filesIn(folder: string, above: ReadonlySet<string>): AsyncGenerator<DumpFile> {
  const real = await realpath(folder);
  // A link to a folder above would be walked for ever.
  if (above.has(real)) return;
  const names: string[] = [];
  for await (const entry of await opendir(folder)) {
    // Pipes and devices that happen to lie in a folder are no dumps; links are followed to see what they are.
    if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) names.push(entry.name);
  }
  const below = new Set([...above, real]);
  for (const name of names.sort()) yield* filesAt(join(folder, name), below);
}
