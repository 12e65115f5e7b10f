import type { Database } from 'better-sqlite3';
import type { StoryFacts } from '../../model/settle.js';

interface FactRow {
  readonly host: string;
  readonly story_key: string;
  readonly site_told: number;
  readonly kind_detail: string | null;
  readonly native_id: string | null;
  readonly url_key: string | null;
  readonly day: string | null;
  readonly title_key: string | null;
  readonly body_key: string | null;
  readonly slugs: string | null;
}

const FACTS = `
  SELECT DISTINCT host, story_key, site_told, kind_detail, native_id, url_key, day, title_key, body_key, slugs
  FROM capture_records JOIN captures ON captures.id = capture_id JOIN sites ON sites.id = story_site_id
  WHERE story_key IS NOT NULL ORDER BY story_site_id, story_key`;

/** What the captures of every story say that may join it with another. */
export function readStoryFacts(db: Database): readonly StoryFacts[] {
  const stories: StoryFacts[] = [];
  let rows: FactRow[] = [];
  for (const row of db.prepare<[], FactRow>(FACTS).iterate()) {
    const [first] = rows;
    if (first !== undefined && (first.host !== row.host || first.story_key !== row.story_key)) {
      stories.push(toFacts(first, rows));
      rows = [];
    }
    rows.push(row);
  }
  const [first] = rows;
  if (first !== undefined) stories.push(toFacts(first, rows));
  return stories;
}

function toFacts({ host, story_key }: FactRow, rows: readonly FactRow[]): StoryFacts {
  const own = rows.filter(({ kind_detail }) => kind_detail === null);
  const isAddressed = rows.some(({ native_id, url_key }) => native_id !== null || url_key !== null);
  // A text without address that joined the story says nothing of its address.
  const slugged = isAddressed ? rows.filter(({ url_key }) => url_key !== null) : rows;
  return {
    site: host,
    key: story_key,
    isSiteTold: rows.some(({ site_told }) => site_told === 1),
    isAddressed,
    isCompanion: own.length === 0,
    nativeIds: distinct(rows.map(({ native_id }) => native_id)),
    addresses: distinct(rows.map(({ url_key }) => url_key)),
    days: distinct(rows.map(({ day }) => day)),
    titles: distinct(rows.map(({ title_key }) => title_key)),
    // The text of a later page is not the story's.
    bodies: distinct((own.length === 0 ? rows : own).map(({ body_key }) => body_key)),
    slugs: distinct(slugged.flatMap(({ slugs }) => slugs?.split(' ') ?? [])),
  };
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return values.length === 1
    ? values[0] == null
      ? []
      : [values[0]]
    : [...new Set(values.filter((value) => value !== null))];
}
