import { open } from 'node:fs/promises';
import type { SiteProfile } from '../index.js';
import { ImporterError } from '../model/importer-error.js';
import { unreadFile } from './unread-file.js';

/** Problems shown of one file. */
const MOST_SHOWN = 20;

/** Reads a profile file; a fault ends the run with all its problems, each with its place in the JSON. */
export async function readProfileFile(path: string): Promise<SiteProfile> {
  const { readProfileJson } = await import('../profile-file.js');
  const reading = readProfileJson(await readWhole(path));
  if (reading.kind === 'profile') return reading.profile;
  const lines = reading.problems
    .slice(0, MOST_SHOWN)
    .map(({ path: place, message }) => `\n  ${place === '' ? 'the profile' : place} ${message}`);
  throw new ImporterError(
    'usage',
    `${path} is no profile:${lines.join('')}`,
    'muragat sites schema prints what a profile may hold, muragat sites show dle an example.',
  );
}

/** Profiles of a run: those of files before the known ones, of which they replace their namesakes. */
export async function profilesWith(paths: readonly string[]): Promise<readonly SiteProfile[]> {
  const { profiles } = await import('../sites/profiles.js');
  const own: SiteProfile[] = [];
  for (const path of paths) {
    const profile = await readProfileFile(path);
    if (own.some(({ name }) => name === profile.name))
      throw new ImporterError('usage', `${path}: a profile "${profile.name}" was given already`, 'Rename one of them.');
    own.push(profile);
  }
  return [...own, ...profiles.filter(({ name }) => own.every((one) => one.name !== name))];
}

/** Reads one byte more than a profile may have, so that a large file is never read whole. */
async function readWhole(path: string): Promise<string> {
  const { LARGEST_PROFILE } = await import('../sites/read-profile.js');
  return readText(path, LARGEST_PROFILE + 1);
}

/** Text of a file, its first `most` bytes. */
export async function readText(path: string, most: number): Promise<string> {
  try {
    const file = await open(path);
    try {
      const parts: Buffer[] = [];
      let left = most;
      for await (const part of file.createReadStream({ end: most - 1 })) {
        parts.push(part as Buffer);
        left -= (part as Buffer).length;
        if (left <= 0) break;
      }
      return Buffer.concat(parts).toString('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadFile(path, error, 'Check the path and whether you may read it.');
  }
}
