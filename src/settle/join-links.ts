import type { StoryFacts } from '../model/settle.js';
import { fullAddress, storyAddresses } from './join-addresses.js';

/**
 * Hashes (32 bits, not negative) of all by which a story may be joined with another: its addresses, and those that it may be a page or a
 * form of, headlines, texts, slugs. A story that shares none of them with another is joined with none, and keeps no other two from it.
 */
export function linksOf({ addresses, titles, bodies, slugs, isCompanion }: StoryFacts): readonly number[] {
  const full = addresses.flatMap((address) => fullAddress(address) ?? []);
  const stories = isCompanion ? addresses.flatMap(storyAddresses) : [];
  return [...new Set([...addresses, ...full, ...stories, ...titles, ...bodies, ...slugs].map(hashOf))];
}

/** FNV-1a over the code units of a text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
