import type { ArchiveReader } from '../model/query.js';
import { type ParsedQuery, parseQuery, phraseWords } from './parse-query.js';
import { spellingsOf } from './spellings.js';

/** Reads a query as `parseQuery` does, with the spellings that the archive has for the words of phrases. */
export async function readQuery(reader: Pick<ArchiveReader, 'firstWord'>, text: string): Promise<ParsedQuery> {
  const spellings = new Map<string, readonly string[]>();
  for (const word of phraseWords(text)) {
    spellings.set(word, await spellingsOf(word, async (beginning) => (await reader.firstWord?.(beginning)) ?? null));
  }
  return parseQuery(text, spellings);
}
