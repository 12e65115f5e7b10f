import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes beside the file and puts it in place at the end: what is there is always whole. */
export async function writeWhole(pieces: AsyncIterable<string | Uint8Array>, path: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw await explained(error, path);
  }
}

/** Pieces of one text. */
export async function* oneOf(text: string): AsyncGenerator<string> {
  yield text;
}

async function explained(error: unknown, path: string): Promise<unknown> {
  const { ImporterError } = await import('../index.js');
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof ImporterError || code === undefined) return error;
  const kind = code === 'EACCES' || code === 'EPERM' ? 'permission' : 'io';
  return new ImporterError(kind, `${path}: ${message}`, 'Name another file with -o.', { cause: error });
}
