import type { Database } from 'better-sqlite3';
import { type CaptureKeys, type StoryKey, storyOf } from '../../archive/identity.js';

/** A capture, what tells its story, and the article it stands under now. */
export interface GroupedCapture extends CaptureKeys {
  readonly id: number;
  readonly articleId: number | null;
  /** The story it was found to show; null before that. */
  readonly story: StoredStory | null;
}

/** A story by the row of its site. */
export interface StoredStory {
  readonly siteId: number;
  readonly key: string;
}

interface KeyRow {
  readonly id: number;
  readonly site: string | null;
  readonly native_id: string | null;
  readonly url_key: string | null;
  readonly headline_key: string | null;
  readonly text_sha256: string;
  readonly article_id: number | null;
  readonly story_site_id: number | null;
  readonly story_key: string | null;
}

const KEYS = `
  SELECT captures.id, CASE WHEN site_told THEN sites.host END AS site, native_id, url_key, headline_key, text_sha256, article_id,
    story_site_id, story_key
  FROM capture_records JOIN captures ON captures.id = capture_id JOIN sites ON sites.id = captures.site_id`;

/**
 * Finds the captures whose story may have changed, and their stories. Looks only at captures that share an address or a headline with
 * those that came, changed or went.
 */
export class StoryGroups {
  readonly #statements: ReturnType<typeof prepare>;
  #byUrl = new Map<string, readonly CaptureKeys[]>();
  #byHeadline = new Map<string, readonly CaptureKeys[]>();

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  /** `changed` came or changed; `seeds` are the keys of all that came, changed (before and after) or went. By capture id. */
  affected(changed: readonly GroupedCapture[], seeds: readonly CaptureKeys[]): ReadonlyMap<number, GroupedCapture> {
    const { withoutId, withoutAddress } = this.#statements;
    const found = new Map(changed.map((capture) => [capture.id, capture]));
    const urls = new Set(seeds.flatMap((seed) => (seed.nativeId === null ? [] : (seed.urlKey ?? []))));
    for (const url of urls) add(found, withoutId.all(url));
    const headlines = new Set([...seeds, ...found.values()].flatMap((keys) => keys.headlineKey ?? []));
    for (const headline of headlines) add(found, withoutAddress.all(headline));
    return found;
  }

  /** Keys of a stored capture that shows a story. */
  keysOf(id: number): GroupedCapture | null {
    const row = this.#statements.one.get(id);
    return row === undefined ? null : toGrouped(row);
  }

  /** The captures that show a story. */
  ofStory({ siteId, key }: StoredStory): readonly GroupedCapture[] {
    return this.#statements.byStory.all(siteId, key).map(toGrouped);
  }

  /** Notes which story a capture shows. */
  note(captureId: number, { siteId, key }: StoredStory): void {
    this.#statements.note.run(siteId, key, captureId);
  }

  /** The story of a capture, by all captures that the archive holds now. */
  storyOf(capture: CaptureKeys): StoryKey {
    return storyOf(capture, this.#relatedTo(capture));
  }

  /** Forgets what it has looked up: to be called when captures were added, changed or removed. */
  reset(): void {
    this.#byUrl = new Map();
    this.#byHeadline = new Map();
  }

  #relatedTo(capture: CaptureKeys): readonly CaptureKeys[] {
    if (capture.nativeId !== null) return [];
    if (capture.urlKey !== null) return this.#sharingUrl(capture.urlKey);
    return capture.headlineKey === null ? [] : this.#sharingHeadline(capture.headlineKey);
  }

  #sharingUrl(url: string): readonly CaptureKeys[] {
    return remembered(this.#byUrl, url, () => distinct(this.#statements.byUrl.all(url).map(toGrouped)));
  }

  #sharingHeadline(headline: string): readonly CaptureKeys[] {
    return remembered(this.#byHeadline, headline, () => {
      const mates = this.#statements.byHeadline.all(headline).map(toGrouped);
      const urls = new Set(mates.flatMap((mate) => (mate.nativeId === null ? (mate.urlKey ?? []) : [])));
      return distinct([...mates, ...[...urls].flatMap((url) => this.#sharingUrl(url))]);
    });
  }
}

function prepare(db: Database) {
  return {
    one: db.prepare<[number], KeyRow>(`${KEYS} WHERE capture_id = ? AND text_sha256 IS NOT NULL`),
    byUrl: db.prepare<[string], KeyRow>(`${KEYS} WHERE url_key = ?`),
    byHeadline: db.prepare<[string], KeyRow>(`${KEYS} WHERE headline_key = ?`),
    byStory: db.prepare<[number, string], KeyRow>(`${KEYS} WHERE story_site_id = ? AND story_key = ?`),
    note: db.prepare<[number, string, number]>(
      'UPDATE capture_records SET story_site_id = ?, story_key = ? WHERE capture_id = ?',
    ),
    withoutId: db.prepare<[string], KeyRow>(`${KEYS} WHERE url_key = ? AND native_id IS NULL`),
    withoutAddress: db.prepare<[string], KeyRow>(
      `${KEYS} WHERE headline_key = ? AND native_id IS NULL AND url_key IS NULL`,
    ),
  };
}

function add(found: Map<number, GroupedCapture>, rows: readonly KeyRow[]): void {
  for (const row of rows) if (!found.has(row.id)) found.set(row.id, toGrouped(row));
}

function toGrouped(row: KeyRow): GroupedCapture {
  const { id, site, native_id, url_key, headline_key, text_sha256, article_id, story_site_id, story_key } = row;
  return {
    id,
    site,
    nativeId: native_id,
    urlKey: url_key,
    headlineKey: headline_key,
    textSha256: text_sha256,
    articleId: article_id,
    story: story_site_id === null || story_key === null ? null : { siteId: story_site_id, key: story_key },
  };
}

/** One of all captures that are alike to the rule: a page dumped a thousand times counts once. */
function distinct(captures: readonly CaptureKeys[]): readonly CaptureKeys[] {
  const nameOf = ({ site, nativeId, urlKey, headlineKey }: CaptureKeys): string =>
    JSON.stringify([site, nativeId, urlKey, headlineKey]);
  return [...new Map(captures.map((capture) => [nameOf(capture), capture])).values()];
}

function remembered<T>(known: Map<string, T>, key: string, look: () => T): T {
  const value = known.get(key) ?? look();
  known.set(key, value);
  return value;
}
