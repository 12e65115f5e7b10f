import { createHash } from 'node:crypto';
import type { QueuedProfile } from './model/queue.js';
import type { SiteProfile } from './model/site-profile.js';
import { profiles as known } from './sites/profiles.js';

/** The profiles that are none of the known ones, in their order, as a job of the queue names them. */
export function ownProfiles(profiles: readonly SiteProfile[]): readonly QueuedProfile[] {
  return profiles
    .filter((profile) => !known.includes(profile))
    .map((profile) => ({
      name: profile.name,
      sha256: createHash('sha256').update(JSON.stringify(profile)).digest('hex'),
    }));
}

/** What parts the profiles that a job asks for from those of a worker, in words; null where they are the same. */
export function profileDifference(asked: readonly QueuedProfile[], given: readonly QueuedProfile[]): string | null {
  if (JSON.stringify(asked) === JSON.stringify(given)) return null;
  const [wanted, had] = [namesOf(asked), namesOf(given)];
  if (wanted === had) return `enqueued with ${wanted}, of which this worker has another content`;
  return `enqueued with ${wanted}, but this worker has ${had}`;
}

function namesOf(profiles: readonly QueuedProfile[]): string {
  const names = profiles.map(({ name }) => `"${name}"`).join(', ');
  if (profiles.length === 0) return 'no profile of its own';
  return profiles.length === 1 ? `the profile ${names}` : `the profiles ${names}`;
}
