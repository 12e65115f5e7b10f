import { openStore } from '../src/open-archive.js';

/** The digest of an archive: a file, or one on a server. */
export async function digestOf(archive: string): Promise<string> {
  const store = await openStore(archive, { create: false });
  try {
    return await store.digest();
  } finally {
    await store.close();
  }
}
