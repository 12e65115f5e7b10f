import type { Database } from 'better-sqlite3';
import type { CounterReading, SettledOrder, SettleRules } from '../../model/settle.js';
import type { SiteTable } from './sites.js';

interface ReadingRow {
  readonly id: number;
  readonly article_id: number;
  readonly captured_at: string | null;
  /** As stored: settled. */
  readonly views: number;
  readonly comment_count: number;
  readonly counters_swapped: number;
  /** 1 where the page prints the greater figure last. */
  readonly is_flagged: number;
  readonly shown: number | null;
}

/** What the front ends call two figures without labels of which the greater was taken for the views. */
const BY_SIZE = 'counter-order-by-size';
/** What they call a row of figures that can be split in two ways: it says nothing of the order. */
const AMBIGUOUS = 'ambiguous-counters';

/** Rules by which figures without labels are read: at the end of the story, or under its headline. */
const UNLABELLED = "('footer', 'below-headline')";

const READINGS = `
  SELECT captures.id, article_id, captured_at, views, comment_count, counters_swapped,
    EXISTS (SELECT 1 FROM diagnostics WHERE diagnostics.capture_id = captures.id AND code = '${BY_SIZE}') AS is_flagged,
    json_array_length(record, '$.article.comments') AS shown
  FROM captures JOIN capture_records ON capture_records.capture_id = captures.id
  WHERE site_id = ? AND article_id IS NOT NULL AND views IS NOT NULL AND comment_count IS NOT NULL
    AND json_extract(coalesce((SELECT json FROM record_parts WHERE hash = reading_part), record), '$.evidence.views') IN ${UNLABELLED}
    AND NOT EXISTS (SELECT 1 FROM diagnostics WHERE diagnostics.capture_id = captures.id AND code = '${AMBIGUOUS}')
  ORDER BY captures.id`;

/** Rows of `counter_orders`: the order in which sites print their counters where no profile tells it, and the captures read the other way. */
export class CounterOrderTable {
  readonly #db: Database;
  readonly #sites: SiteTable;

  constructor(db: Database, sites: SiteTable) {
    this.#db = db;
    this.#sites = sites;
  }

  /** Settles the order of every site whose pages leave it open; gives the articles whose counters are now others. */
  settle({ settleOrder }: SettleRules): ReadonlySet<number> {
    const touched = new Set<number>();
    for (const siteId of this.#openSites()) {
      const rows = this.#db.prepare<[number], ReadingRow>(READINGS).all(siteId);
      const settled = settleOrder(rows.map(toReading));
      this.#note(siteId, settled);
      for (const row of rows) if (this.#set(row, settled)) touched.add(row.article_id);
    }
    return touched;
  }

  /** Gives every capture its counters as they were read; gives the articles whose counters are now others. */
  clear(): ReadonlySet<number> {
    this.#db.exec('DELETE FROM counter_orders');
    const swapped = this.#db
      .prepare<[], number>(`
        UPDATE captures SET views = comment_count, comment_count = views, counters_swapped = 0
        WHERE counters_swapped = 1 RETURNING article_id`)
      .pluck();
    return new Set(swapped.all());
  }

  /** Sites with a page whose counters were told apart by their size, and those settled before. */
  #openSites(): readonly number[] {
    const found = this.#db
      .prepare<[string], { id: number; host: string }>(`
        SELECT id, host FROM sites WHERE id IN (
          SELECT site_id FROM diagnostics JOIN captures ON captures.id = capture_id WHERE code = ?
          UNION SELECT site_id FROM counter_orders)`)
      .all(BY_SIZE);
    return found.flatMap(({ id, host }) => (this.#sites.isOrderKnown(host) ? [] : [id]));
  }

  #note(siteId: number, settled: SettledOrder | null): void {
    if (settled === null) {
      this.#db.prepare('DELETE FROM counter_orders WHERE site_id = ?').run(siteId);
      return;
    }
    const { order, rule, votes, against } = settled;
    this.#db
      .prepare(
        'INSERT OR REPLACE INTO counter_orders (site_id, counter_order, rule, votes, against) VALUES (?, ?, ?, ?, ?)',
      )
      .run(siteId, order, rule, votes, against);
  }

  /** Swaps the counters of a capture that was read in the other order; true where that changes them. */
  #set(row: ReadingRow, settled: SettledOrder | null): boolean {
    const readAs = row.is_flagged === 1 ? 'comments-views' : 'views-comments';
    const wanted = settled !== null && settled.order !== readAs && row.views !== row.comment_count ? 1 : 0;
    if (wanted === row.counters_swapped) return false;
    this.#db
      .prepare('UPDATE captures SET views = comment_count, comment_count = views, counters_swapped = ? WHERE id = ?')
      .run(wanted, row.id);
    return true;
  }
}

/** The two figures as the page prints them. */
function toReading(row: ReadingRow): CounterReading {
  const isSwapped = (row.is_flagged === 1) !== (row.counters_swapped === 1);
  const [first, second] = isSwapped ? [row.comment_count, row.views] : [row.views, row.comment_count];
  return {
    captureId: row.id,
    story: String(row.article_id),
    first,
    second,
    shown: row.shown,
    capturedAt: row.captured_at,
  };
}
