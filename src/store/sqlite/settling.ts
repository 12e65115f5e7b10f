import type { Database } from 'better-sqlite3';
import type { SettleReport, SettleRules } from '../../model/settle.js';
import { CounterOrderTable } from './counter-orders.js';
import { ReprintTable } from './reprints.js';
import { SettledIssueTable } from './settled-issues.js';
import type { SiteTable } from './sites.js';
import type { StoryTable } from './stories.js';
import { readStoryFacts } from './story-facts.js';
import { StoryJoinTable } from './story-joins.js';

/** Stories and articles written anew at once, with all their texts in memory. */
const PORTION = 200;

/** What settling asks of the tables that captures and articles are kept in. */
export interface SettledTables {
  readonly sites: SiteTable;
  readonly stories: StoryTable;
  /** Enters the issues of captures anew that now stand at another site. */
  readonly relink: (captures: readonly number[]) => void;
}

/** The settled layer of an archive: what only all of it can tell. */
export class Settling {
  readonly #db: Database;
  readonly #tables: SettledTables;
  readonly #joins: StoryJoinTable;
  readonly #counters: CounterOrderTable;
  readonly #issues: SettledIssueTable;
  readonly #reprints: ReprintTable;

  constructor(db: Database, tables: SettledTables) {
    this.#db = db;
    this.#tables = tables;
    this.#joins = new StoryJoinTable(db);
    this.#counters = new CounterOrderTable(db, tables.sites);
    this.#issues = new SettledIssueTable(db);
    this.#reprints = new ReprintTable(db);
  }

  /** Settles anew, if anything changed since it was done last. */
  settle(rules: SettleRules): SettleReport {
    if (this.#isDue()) {
      this.#join(rules);
      this.#rewrite(this.#counters.settle(rules));
      this.#issues.settle(rules);
      this.#reprints.settle(rules);
      this.#db.prepare('UPDATE settling SET is_due = 0').run();
    }
    return this.report();
  }

  /** Takes the layer off captures and articles: they are again what their pages alone say. */
  takeOff(): void {
    this.#regroup(this.#joins.replace([]));
    this.#rewrite(this.#counters.clear());
    this.#db.prepare('UPDATE settling SET is_due = 1').run();
  }

  /** True where captures or articles are not what their pages alone say. */
  isOn(): boolean {
    const settled = 'SELECT EXISTS (SELECT 1 FROM story_joins) OR EXISTS (SELECT 1 FROM counter_orders)';
    return this.#db.prepare(settled).pluck().get() === 1;
  }

  #isDue(): boolean {
    return this.#db.prepare('SELECT is_due FROM settling').pluck().get() === 1;
  }

  #join(rules: SettleRules): void {
    const { sites } = this.#tables;
    const rowOf = ({ site, key }: { readonly site: string; readonly key: string }) => ({
      siteId: sites.idOf(site),
      key,
    });
    const joins = rules.joinStories(readStoryFacts(this.#db, rules.linksOf));
    const rows = joins.map(({ from, into, rule }) => ({ story: rowOf(from), into: rowOf(into), rule }));
    this.#regroup(this.#joins.replace(rows));
  }

  #rewrite(articles: ReadonlySet<number>): void {
    for (const some of inPortions([...articles])) this.#tables.stories.rejoin([], new Set(some));
  }

  #regroup(stories: Parameters<StoryTable['rejoin']>[0]): void {
    for (const some of inPortions(stories)) this.#tables.relink(this.#tables.stories.rejoin(some, new Set()).moved);
  }

  /** How much is settled. */
  report(): SettleReport {
    const count = (sql: string): number => Number(this.#db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get());
    return {
      joins: count('story_joins'),
      issuesInferred: count('issues WHERE inferred = 1'),
      countersSwapped: count('captures WHERE counters_swapped = 1'),
      reprints: count('article_reprints'),
    };
  }
}

function* inPortions<T>(values: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < values.length; at += PORTION) yield values.slice(at, at + PORTION);
}
