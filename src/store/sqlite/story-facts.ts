import type { Database } from 'better-sqlite3';
import type { SettleRules, StoryFacts } from '../../model/settle.js';
import { TITLE_KEY } from './rows.js';

interface FactRow {
  readonly capture_id: number;
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
  SELECT capture_id, host, story_key, site_told, kind_detail, native_id, url_key, day, ${TITLE_KEY} AS title_key, body_key, slugs
  FROM capture_records JOIN captures ON captures.id = capture_id JOIN sites ON sites.id = story_site_id`;
const OF_ALL = `${FACTS} WHERE story_key IS NOT NULL ORDER BY story_site_id, story_key`;
const OF_STORY = `${FACTS} WHERE (story_site_id, story_key) =
  (SELECT story_site_id, story_key FROM capture_records WHERE capture_id = ?)`;

/**
 * What the captures of the stories say that may join them with others. The stories of an archive are many and nearly all have nothing in
 * common with another: those are left out, known by the hashes of their links alone.
 */
export function readStoryFacts(db: Database, linksOf: SettleRules['linksOf']): readonly StoryFacts[] {
  const ofStory = db.prepare<[number], FactRow>(OF_STORY);
  return linkedStories(db, linksOf).map((captureId) => toFacts(ofStory.all(captureId)));
}

/** The stories that share a link with another, each by one of its captures. */
function linkedStories(db: Database, linksOf: SettleRules['linksOf']): readonly number[] {
  const [captures, links]: [number[], number[]] = [[], []];
  for (const rows of rowsByStory(db)) {
    for (const link of linksOf(toFacts(rows))) {
      captures.push(rows[0]?.capture_id ?? 0);
      links.push(link);
    }
  }
  const sorted = Uint32Array.from(links).sort();
  const shared = new Set(sorted.filter((link, index) => link === sorted[index + 1]));
  return [...new Set(captures.filter((_, index) => shared.has(links[index] ?? 0)))];
}

function* rowsByStory(db: Database): Generator<readonly FactRow[]> {
  let rows: FactRow[] = [];
  for (const row of db.prepare<[], FactRow>(OF_ALL).iterate()) {
    const [first] = rows;
    if (first !== undefined && (first.host !== row.host || first.story_key !== row.story_key)) {
      yield rows;
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield rows;
}

function toFacts(rows: readonly FactRow[]): StoryFacts {
  const { host = '', story_key: key = '' } = rows[0] ?? {};
  const own = rows.filter(({ kind_detail }) => kind_detail === null);
  const isAddressed = rows.some(({ native_id, url_key }) => native_id !== null || url_key !== null);
  // A text without address that joined the story says nothing of its address.
  const slugged = isAddressed ? rows.filter(({ url_key }) => url_key !== null) : rows;
  return {
    site: host,
    key,
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
