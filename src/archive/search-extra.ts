import { searchExtra } from '../text/search-words.js';
import type { MergedArticle } from './merge-captures.js';

/** What the search index holds of an article beside its words: their folded forms. */
export function searchExtraOf({ text, fields }: MergedArticle): string {
  return searchExtraOfWords({ headline: text.headline, lead: fields.lead, body: text.body });
}

/** The same for words that are no longer those of the captures. */
export function searchExtraOfWords(words: {
  readonly headline: string | null;
  readonly lead: string | null;
  readonly body: string;
}): string {
  const isInBody = words.lead === null || words.body.startsWith(words.lead);
  return searchExtra(words.headline, isInBody ? null : words.lead, words.body);
}
