import { createWriteStream, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImporterError } from '../model/importer-error.js';

/** What is written to a file, and the archive that it comes from. */
export interface WrittenFile {
  readonly path: string;
  readonly archive: string;
}

/**
 * Writes beside the file, and puts it in place when it is on the disk: what is there is always whole. Nobody can read it who cannot read the archive;
 * the umask may narrow that further.
 */
export async function writeWhole(
  pieces: AsyncIterable<string | Uint8Array>,
  { path, archive }: WrittenFile,
): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await rm(partial, { force: true });
    await pipeline(Readable.from(pieces), createWriteStream(partial, { mode: rightsOf(archive), flush: true }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw await explained(error, path);
  }
}

/** Who may read and write the archive; of one on a server the umask alone decides. */
function rightsOf(archive: string): number {
  return (statSync(archive, { throwIfNoEntry: false })?.mode ?? 0o666) & 0o666;
}

/** Pieces of one text. */
export async function* oneOf(text: string): AsyncGenerator<string> {
  yield text;
}

async function explained(error: unknown, path: string): Promise<unknown> {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImporterError || code === undefined) return error;
  const kind = code === 'EACCES' || code === 'EPERM' ? 'permission' : 'io';
  const remedy = code === 'ENOSPC' ? 'Free some space and try again.' : 'Name another file with -o.';
  return new ImporterError(kind, `${path}: ${message}`, remedy, { cause: error });
}
