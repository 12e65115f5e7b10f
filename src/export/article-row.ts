import type { AttributionRole } from '../model/attribution.js';
import type { StoredArticle } from '../model/query.js';

export type Cell = string | number | null;

/** A column of a table of articles. */
export interface Column {
  readonly name: string;
  readonly isNumber: boolean;
  readonly cell: (article: StoredArticle) => Cell;
}

const VERSION_DIGITS = 12;

const text = (name: string, cell: (article: StoredArticle) => string | null): Column => ({
  name,
  isNumber: false,
  cell,
});
const count = (name: string, cell: (article: StoredArticle) => number | null): Column => ({
  name,
  isNumber: true,
  cell,
});
const named =
  (role: AttributionRole) =>
  ({ attributions }: StoredArticle): string =>
    listed(attributions.filter((attribution) => attribution.role === role).map(({ canonicalName }) => canonicalName));

const COLUMNS: readonly Column[] = [
  text('site', ({ site }) => site.host),
  text('key', ({ key }) => key),
  text('version', ({ textSha256 }) => textSha256.slice(0, VERSION_DIGITS)),
  text('newspaper', ({ site }) => site.name),
  text('url', ({ url }) => url),
  text('headline', ({ headline }) => headline),
  text('lead', ({ lead }) => lead),
  text('body', ({ paragraphs }) => paragraphs.join('\n\n')),
  text('section', ({ section }) => section),
  text('author', ({ author }) => author),
  text('language', ({ language }) => language),
  text('published_on', ({ publishedOn }) => publishedOn),
  text('published_time', ({ publishedTime }) => publishedTime),
  text('modified_on', ({ modifiedOn }) => modifiedOn),
  text('date_text', ({ dateText }) => dateText),
  count('views', ({ views }) => views),
  count('comment_count', ({ commentCount }) => commentCount),
  text('first_captured_at', ({ firstCapturedAt }) => firstCapturedAt),
  text('last_captured_at', ({ lastCapturedAt }) => lastCapturedAt),
  count('version_count', ({ versionCount }) => versionCount),
  text('keywords', ({ keywords }) => listed(keywords)),
  text('origins', named('origin')),
  text('relays', named('relay')),
  text('photos', named('photo')),
  text('bylines', named('byline')),
  text('images', ({ images }) => listed(images.map(({ url }) => url))),
  count('repairs', ({ repairCount }) => repairCount),
  count('damaged_places', ({ damageCount }) => damageCount),
];

/** Names of commenters and what they wrote, as JSON: only where they are asked for. */
const COMMENTS = text('comments', ({ comments }) => JSON.stringify(comments));

/** The columns of a table of articles, one row an article. */
export function articleColumns(withComments: boolean): readonly Column[] {
  return withComments ? [...COLUMNS, COMMENTS] : COLUMNS;
}

/** Several values in one cell. */
function listed(values: readonly string[]): string {
  return [...new Set(values)].join('; ');
}
