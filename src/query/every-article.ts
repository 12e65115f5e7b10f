import type { ArticleFilter } from '../model/query.js';

/** The filter that rules nothing out. */
export const everyArticle: ArticleFilter = {
  from: null,
  to: null,
  source: null,
  section: null,
  site: null,
  damaged: false,
};
