import type { Database } from 'better-sqlite3';
import type { StoredStory } from './story-groups.js';

/** A row of `story_joins`. */
export interface JoinRow {
  readonly story: StoredStory;
  readonly into: StoredStory;
  readonly rule: string;
}

interface Row {
  readonly site_id: number;
  readonly key: string;
  readonly into_site_id: number;
  readonly into_key: string;
  readonly rule: string;
}

/** Rows of `story_joins`: stories that are shown as part of others. */
export class StoryJoinTable {
  readonly #target;
  readonly #all;
  readonly #put;
  readonly #drop;

  constructor(db: Database) {
    this.#target = db.prepare<[number, string], StoredStory>(
      'SELECT into_site_id AS siteId, into_key AS key FROM story_joins WHERE site_id = ? AND key = ?',
    );
    this.#all = db.prepare<[], Row>('SELECT * FROM story_joins ORDER BY site_id, key');
    this.#put = db.prepare<[number, string, number, string, string]>(`
      INSERT INTO story_joins (site_id, key, into_site_id, into_key, rule) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (site_id, key) DO UPDATE SET
        into_site_id = excluded.into_site_id, into_key = excluded.into_key, rule = excluded.rule`);
    this.#drop = db.prepare<[number, string]>('DELETE FROM story_joins WHERE site_id = ? AND key = ?');
  }

  /** The story as part of which a story is shown; itself where it was not joined. */
  targetOf(story: StoredStory): StoredStory {
    return this.#target.get(story.siteId, story.key) ?? story;
  }

  /** Makes the joins those given; gives the stories that are now shown as part of another than before. */
  replace(joins: readonly JoinRow[]): readonly StoredStory[] {
    const before = new Map(this.#all.all().map((row) => [nameOf({ siteId: row.site_id, key: row.key }), row]));
    const changed: StoredStory[] = [];
    for (const { story, into, rule } of joins) {
      const known = before.get(nameOf(story));
      before.delete(nameOf(story));
      const isSame = known?.into_site_id === into.siteId && known.into_key === into.key;
      if (isSame && known.rule === rule) continue;
      this.#put.run(story.siteId, story.key, into.siteId, into.key, rule);
      if (!isSame) changed.push(story);
    }
    for (const { site_id: siteId, key } of before.values()) {
      this.#drop.run(siteId, key);
      changed.push({ siteId, key });
    }
    return changed;
  }
}

function nameOf({ siteId, key }: StoredStory): string {
  return `${siteId} ${key}`;
}
