/** Words a passage. */
const PASSAGE = 5;
/** Passages kept of a text: those with the smallest hashes, which are the same ones in every text that has them. */
const KEPT = 24;
/** A shorter text is a greeting or a heading, and says nothing of where it came from. */
const FEWEST_WORDS = 25;
const WORD = /[\p{L}\p{N}]+/gu;

/** The sketch of a text: hashes of the passages that stand for it, ascending; empty for a text too short to tell. */
export function sketchOf(body: string): readonly number[] {
  const words = (body.toLowerCase().match(WORD) ?? []).map(hashOf);
  if (words.length < FEWEST_WORDS) return [];
  const passages = new Set<number>();
  for (let index = 0; index + PASSAGE <= words.length; index += 1) {
    let hash = 0;
    for (let word = 0; word < PASSAGE; word += 1) hash = Math.imul(hash, 0x01000193) ^ (words[index + word] ?? 0);
    passages.add(mixed(hash));
  }
  return [...passages].sort((a, b) => a - b).slice(0, KEPT);
}

/** Share of passages that two texts have in common, from 0 to 1, as their sketches tell. */
export function sharedOf(a: readonly number[], b: readonly number[]): number {
  const all = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, Math.min(KEPT, Math.max(a.length, b.length)));
  const [inA, inB] = [new Set(a), new Set(b)];
  return all.length === 0 ? 0 : all.filter((passage) => inA.has(passage) && inB.has(passage)).length / all.length;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash;
}

/** Spreads a hash, so that the smallest ones are no one's neighbours; 32 bits, not negative. */
function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
