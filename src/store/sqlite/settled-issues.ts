import type { Database } from 'better-sqlite3';
import type { IssueReading, SettledIssue, SettleRules } from '../../model/settle.js';
import { type Column, insertSql, updateSql, type Value, valuesOf } from './rows.js';

interface ReadingRow extends Omit<IssueReading, 'numberEnd' | 'serialEnd' | 'publishedOn'> {
  readonly site_id: number;
  readonly issue_id: number;
  readonly number_end: number | null;
  readonly serial_end: number | null;
  readonly published_on: string | null;
}

const COLUMNS: readonly Column<SettledIssue>[] = [
  ['year', (issue) => issue.year],
  ['number', (issue) => issue.number],
  ['number_end', (issue) => issue.numberEnd],
  ['serial', (issue) => issue.serial],
  ['serial_end', (issue) => issue.serialEnd],
  ['edition', (issue) => issue.edition],
  ['published_on', (issue) => issue.publishedOn],
  ['label', (issue) => issue.label],
  ['url', (issue) => issue.url],
  ['status', (issue) => issue.status],
  ['inferred', (issue) => Number(issue.inferred)],
];
const NAMES = COLUMNS.map(([name]) => name).join(', ');

/** Rows of `issues`: each issue of a paper once, as all its readings together show it. */
export class SettledIssueTable {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#statements = prepare(db);
  }

  settle({ settleIssues }: SettleRules): void {
    for (const siteId of this.#statements.sites.all()) {
      const rows = this.#statements.readings.all(siteId);
      this.#write(siteId, rows, settleIssues(rows.map(toReading)));
    }
  }

  #write(siteId: number, rows: readonly ReadingRow[], issues: readonly SettledIssue[]): void {
    const { insert, update, hide, move, moveMentions, drop, ofSite } = this.#statements;
    const issueOf = new Map(rows.map((row) => [row.id, row.issue_id]));
    const stored = new Map(ofSite.all(siteId).map(({ id, ...values }) => [id, JSON.stringify(Object.values(values))]));
    const free = new Set(stored.keys());
    const placed = issues.map((issue) => ({
      issue,
      id: claim(issue, issueOf, free),
      values: valuesOf(COLUMNS, issue),
    }));
    const changed = placed.filter(({ id, values }) => id === null || stored.get(id) !== JSON.stringify(values));
    // No two issues may have one identity, not even between two steps.
    for (const { id } of changed) if (id !== null) hide.run(id);
    for (const id of free) hide.run(id);
    for (const { id, values } of changed) if (id !== null) update.run(...values, id);
    for (const { id, issue, values } of placed) {
      const place = id ?? Number(insert.run(siteId, ...values).lastInsertRowid);
      for (const reading of issue.readings) {
        if (issueOf.get(reading) === place) continue;
        move.run(place, reading);
        moveMentions.run(place, reading);
      }
    }
    for (const id of free) drop.run(id);
  }
}

/** The row that the first of its readings has had, so that an issue keeps its id. */
function claim(issue: SettledIssue, issueOf: ReadonlyMap<number, number>, free: Set<number>): number | null {
  for (const reading of issue.readings) {
    const id = issueOf.get(reading);
    if (id !== undefined && free.delete(id)) return id;
  }
  return null;
}

function prepare(db: Database) {
  return {
    sites: db.prepare<[], number>('SELECT site_id FROM issue_readings UNION SELECT site_id FROM issues').pluck(),
    readings: db.prepare<[number], ReadingRow>('SELECT * FROM issue_readings WHERE site_id = ? ORDER BY id'),
    ofSite: db.prepare<[number], { readonly id: number }>(`SELECT id, ${NAMES} FROM issues WHERE site_id = ?`),
    insert: db.prepare<Value[]>(insertSql('issues', ['site_id'], COLUMNS)),
    update: db.prepare<Value[]>(updateSql('issues', 'id', COLUMNS)),
    hide: db.prepare<[number]>("UPDATE issues SET edition = 'being settled ' || id WHERE id = ?"),
    move: db.prepare<[number, number]>('UPDATE issue_readings SET issue_id = ? WHERE id = ?'),
    moveMentions: db.prepare<[number, number]>('UPDATE capture_issues SET issue_id = ? WHERE reading_id = ?'),
    drop: db.prepare<[number]>('DELETE FROM issues WHERE id = ?'),
  };
}

function toReading(row: ReadingRow): IssueReading {
  const {
    site_id: _,
    issue_id: __,
    number_end: numberEnd,
    serial_end: serialEnd,
    published_on: publishedOn,
    ...rest
  } = row;
  return { ...rest, numberEnd, serialEnd, publishedOn };
}
