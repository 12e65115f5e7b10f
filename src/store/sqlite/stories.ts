import type { Database } from 'better-sqlite3';
import type { ArticleCapture } from '../../archive/article-capture.js';
import type { CaptureKeys } from '../../archive/identity.js';
import { mergeCaptures } from '../../archive/merge-captures.js';
import type { CaptureRecord } from '../../model/extraction.js';
import { type ArticlePlace, ArticleTable, type TextRow } from './articles.js';
import type { CaptureTable } from './captures.js';
import { RestoredTexts } from './restored-texts.js';
import { asArticleCapture, withCounters } from './rows.js';
import type { SiteTable } from './sites.js';
import { type GroupedCapture, type StoredStory, StoryGroups } from './story-groups.js';
import { StoryJoinTable } from './story-joins.js';

/** A capture that came or was read anew in this transaction. */
export interface ChangedCapture extends GroupedCapture {
  readonly capture: ArticleCapture;
  /** False where the archive knew the capture before. */
  readonly isNew: boolean;
}

/** What happened to the captures of a transaction that show stories. */
export interface Changes {
  readonly changed: ReadonlyMap<number, ChangedCapture>;
  /** Keys of all captures that came, changed (before and after) or went. */
  readonly seeds: readonly CaptureKeys[];
  /** Articles that lost a capture. */
  readonly bereft: ReadonlySet<number>;
}

/** What became of them. */
export interface Settled {
  /** New captures that brought a new article. */
  readonly inserted: ReadonlySet<number>;
  /** Captures that were there before and now stand under another article. */
  readonly moved: readonly number[];
}

/** An article to be written anew, and the captures that come to it. */
interface Work extends ArticlePlace {
  readonly arrivals: number[];
}

/** A capture and the article it belongs to. */
interface Placed {
  readonly capture: GroupedCapture;
  readonly place: StoredStory;
}

/** Keeps articles what they are: a function of their captures. */
export class StoryTable {
  readonly #captures: CaptureTable;
  readonly #sites: SiteTable;
  readonly #articles: ArticleTable;
  readonly #groups: StoryGroups;
  readonly #joins: StoryJoinTable;
  readonly #restored: RestoredTexts;
  readonly #placeOf;

  constructor(db: Database, tables: { readonly captures: CaptureTable; readonly sites: SiteTable }) {
    this.#captures = tables.captures;
    this.#sites = tables.sites;
    this.#articles = new ArticleTable(db);
    this.#groups = new StoryGroups(db);
    this.#joins = new StoryJoinTable(db);
    this.#restored = new RestoredTexts(db);
    this.#placeOf = db.prepare<[number], { siteId: number; key: string }>(
      'SELECT site_id AS siteId, key FROM articles WHERE id = ?',
    );
  }

  /** Keys and article of a stored capture that shows a story. */
  keysOf(captureId: number): GroupedCapture | null {
    return this.#groups.keysOf(captureId);
  }

  /** The record of a stored capture as its page was read. */
  recordOf(captureId: number): CaptureRecord {
    const row = this.#captures.row(captureId);
    if (row === null) throw new Error(`capture ${captureId} has no record`);
    const articleId = this.#groups.keysOf(captureId)?.articleId ?? null;
    const texts = articleId === null ? [] : this.#articles.texts(articleId);
    return this.#captures.load(row, (sha256) => texts.find((text) => text.text_sha256 === sha256) ?? null);
  }

  /** Gives every capture its story and writes anew each article that gained, changed or lost one. */
  settle(changes: Changes): Settled {
    this.#groups.reset();
    const affected = this.#groups.affected([...changes.changed.values()], changes.seeds);
    return this.#regroup(
      [...affected.values()].map((capture) => this.#placed(capture)),
      changes,
    );
  }

  /** Writes anew the articles of stories that are joined with others than before, and others as well. */
  rejoin(stories: readonly StoredStory[], articles: ReadonlySet<number>): Settled {
    const placed = stories.flatMap((story) =>
      this.#groups.ofStory(story).map((capture) => ({ capture, place: this.#joins.targetOf(story) })),
    );
    return this.#regroup(placed, { changed: new Map(), bereft: articles });
  }

  #placed(capture: GroupedCapture): Placed {
    const { site, key } = this.#groups.storyOf(capture);
    const story = { siteId: this.#sites.idOf(site), key };
    if (capture.story?.siteId !== story.siteId || capture.story.key !== key) this.#groups.note(capture.id, story);
    return { capture, place: this.#joins.targetOf(story) };
  }

  #regroup(placed: readonly Placed[], changes: Pick<Changes, 'changed' | 'bereft'>): Settled {
    const works = this.#plan(placed, changes);
    for (const { id } of works) if (id !== null) this.#restored.takeOff(id);
    const texts = this.#textsOf(works);
    const moved = this.#detach(works, changes);
    const firsts = this.#articles.indexAfter(() => works.map((work) => this.#write(work, changes, texts)));
    return { inserted: new Set(firsts.filter((first) => first !== null)), moved };
  }

  #plan(placed: readonly Placed[], changes: Pick<Changes, 'changed' | 'bereft'>): readonly Work[] {
    const works = new Map<string, Work>();
    const touched = new Set(changes.bereft);
    for (const { capture, place } of placed) {
      const name = `${place.siteId} ${place.key}`;
      const work = works.get(name) ?? this.#workAt(place.siteId, place.key);
      works.set(name, work);
      if (work.id === null || work.id !== capture.articleId) {
        work.arrivals.push(capture.id);
        if (capture.articleId !== null) touched.add(capture.articleId);
      } else if (changes.changed.has(capture.id)) touched.add(work.id);
    }
    const wanted = [...works.values()].filter(({ id, arrivals }) => arrivals.length > 0 || touched.has(id ?? 0));
    const planned = new Set(wanted.map(({ id }) => id));
    return [...wanted, ...[...touched].filter((id) => !planned.has(id)).flatMap((id) => this.#workOf(id))];
  }

  #workAt(siteId: number, key: string): Work {
    return { id: this.#articles.find(siteId, key), siteId, key, arrivals: [] };
  }

  #workOf(id: number): readonly Work[] {
    const place = this.#placeOf.get(id);
    return place === undefined ? [] : [{ id, ...place, arrivals: [] }];
  }

  /** Every text that the articles to be written hold now, by its hash. */
  #textsOf(works: readonly Work[]): ReadonlyMap<string, TextRow> {
    const rows = works.flatMap(({ id }) => (id === null ? [] : this.#articles.texts(id)));
    return new Map(rows.map((row) => [row.text_sha256, row]));
  }

  #detach(works: readonly Work[], { changed }: Pick<Changes, 'changed'>): readonly number[] {
    const moved = works.flatMap(({ arrivals }) => arrivals).filter((id) => changed.get(id)?.isNew !== true);
    for (const id of moved) this.#captures.detach(id);
    return moved;
  }

  /** Writes an article; gives the capture that brought it, where it is new. */
  #write(work: Work, { changed }: Pick<Changes, 'changed'>, texts: ReadonlyMap<string, TextRow>): number | null {
    const { id, arrivals, siteId } = work;
    const arrived = new Set(arrivals);
    const members = [...(id === null ? [] : this.#captures.ofArticle(id)), ...arrivals].sort((a, b) => a - b);
    const captures = members.map((member) => changed.get(member)?.capture ?? this.#load(member, texts));
    const [first, ...rest] = captures;
    if (first === undefined) {
      if (id !== null) this.#articles.remove(id);
      return null;
    }
    const ids = new Map(captures.map((capture, index) => [capture, members[index] ?? 0]));
    const articleId = this.#articles.write(work, mergeCaptures([first, ...rest]), (capture) => ids.get(capture) ?? 0);
    for (const [capture, member] of ids) {
      if (!changed.has(member) && !arrived.has(member)) continue;
      this.#captures.assign(member, { articleId, siteId: capture.site === null ? siteId : null });
      if (capture.repairs.length > 0) this.#captures.assignRepairs(member, articleId);
    }
    const isNew = id === null && members.every((member) => changed.get(member)?.isNew === true);
    return isNew ? (members[0] ?? null) : null;
  }

  #load(id: number, texts: ReadonlyMap<string, TextRow>): ArticleCapture {
    const row = this.#captures.row(id);
    const record = row === null ? null : this.#captures.load(row, (sha256) => texts.get(sha256) ?? null);
    const capture = record === null || row === null ? null : asArticleCapture(withCounters(record, row));
    if (capture === null) throw new Error(`capture ${id} has no article in its record`);
    return capture;
  }
}
