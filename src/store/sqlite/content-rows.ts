import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { DigestRow, DigestValue } from '../../archive/digest.js';
import type { ContentRow, SourcePlaces } from '../../model/verify.js';
import { digestRows } from './digest-rows.js';
import { TITLE_KEY } from './rows.js';

const OF_ARTICLE = 'JOIN sites ON sites.id = articles.site_id';

/** What stands in an archive beside the rows of its digest: keys, words for the search, and the settled layer. */
const SETTLED: readonly (readonly [table: string, select: string])[] = [
  [
    'captures',
    `SELECT content_sha256, coalesce(captures.url, ''), coalesce(captured_at, ''), CASE WHEN site_told THEN sites.host ELSE '' END,
      counters_swapped, native_id, url_key, headline_key, day, ${TITLE_KEY}, body_key, slugs, stories.host, story_key
      FROM captures JOIN sites ON sites.id = captures.site_id JOIN capture_records ON capture_id = captures.id
      LEFT JOIN sites AS stories ON stories.id = story_site_id`,
  ],
  ['articles', `SELECT host, key, search_extra, text_sha256, own_paragraphs FROM articles ${OF_ARTICLE}`],
  [
    'story_joins',
    `SELECT sites.host, key, targets.host, into_key, rule FROM story_joins JOIN sites ON sites.id = site_id
      JOIN sites AS targets ON targets.id = into_site_id`,
  ],
  [
    'counter_orders',
    'SELECT host, counter_order, rule, votes, against FROM counter_orders JOIN sites ON sites.id = site_id',
  ],
  [
    'issues',
    `SELECT host, year, number, number_end, serial, serial_end, edition, published_on, label, issues.url, status, inferred
      FROM issues JOIN sites ON sites.id = site_id`,
  ],
  [
    'issue_readings',
    `SELECT sites.host, readings.label, readings.year, readings.number, readings.serial, readings.published_on, issues.year, issues.number,
      issues.serial, issues.edition, issues.published_on FROM issue_readings AS readings JOIN issues ON issues.id = issue_id
      JOIN sites ON sites.id = readings.site_id`,
  ],
  [
    'article_sketches',
    `SELECT host, key, hex(sketch) FROM article_sketches JOIN articles ON articles.id = article_id ${OF_ARTICLE}`,
  ],
  [
    'article_reprints',
    `SELECT sites.host, articles.key, first_sites.host, firsts.key, shared, is_order_known FROM article_reprints
      JOIN articles ON articles.id = article_id ${OF_ARTICLE}
      JOIN articles AS firsts ON firsts.id = reprint_of JOIN sites AS first_sites ON first_sites.id = firsts.site_id`,
  ],
];

/** Values that name a row, at most. */
const NAMING = 4;

/** Every row of content and of the settled layer, as it stands, in an order that is the same in archives of equal captures. */
export function* contentRows(db: Database): Generator<ContentRow> {
  for (const row of digestRows(db)) yield toContentRow(row);
  for (const [table, select] of SETTLED) {
    const positions = db
      .prepare(select)
      .columns()
      .map((_, index) => index + 1);
    const rows = db.prepare<[], DigestValue[]>(`${select} ORDER BY ${positions.join(', ')}`).raw();
    for (const values of rows.iterate()) yield toContentRow([table, ...values]);
  }
}

function toContentRow([table, ...values]: DigestRow): ContentRow {
  const row = values
    .slice(0, NAMING)
    .filter((value) => value !== null && value !== '')
    .join(' ');
  return { table, row, hash: createHash('sha256').update(JSON.stringify(values)).digest('base64') };
}

type SourceRow = Omit<SourcePlaces, 'places'>;
interface PlaceRow {
  readonly locator: string;
  readonly captureId: number;
  readonly contentSha256: string;
  readonly kept: number;
}

/** Every source with captures, and where in it they were found. */
export function* sourcePlaces(db: Database): Generator<SourcePlaces> {
  const sources = db.prepare<[], SourceRow>(`
    SELECT id, path, format, sha256, (SELECT path FROM sources AS twins WHERE twins.sha256 = sources.sha256
      AND twins.path <> sources.path ORDER BY id DESC LIMIT 1) AS twin
    FROM sources WHERE EXISTS (SELECT 1 FROM capture_locations WHERE source_id = sources.id) ORDER BY id`);
  const places = db.prepare<[number], PlaceRow>(`
    SELECT locator, captures.id AS captureId, content_sha256 AS contentSha256,
      EXISTS (SELECT 1 FROM kept_pages WHERE kept_pages.content_sha256 = captures.content_sha256) AS kept
    FROM capture_locations JOIN captures ON captures.id = capture_id WHERE source_id = ?`);
  for (const source of sources.all()) {
    const found = places.all(source.id).map(({ locator, kept, ...capture }) => {
      return [locator, { ...capture, isKept: kept === 1 }] as const;
    });
    yield { ...source, places: new Map(found) };
  }
}
