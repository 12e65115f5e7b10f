import { searchExtra } from '../text/search-words.js';
import type { MergedArticle } from './merge-captures.js';

/** What the search index holds of an article beside its words: their folded forms. */
export function searchExtraOf({ text, fields }: MergedArticle): string {
  const isInBody = fields.lead === null || text.body.startsWith(fields.lead);
  return searchExtra(text.headline, isInBody ? null : fields.lead, text.body);
}
