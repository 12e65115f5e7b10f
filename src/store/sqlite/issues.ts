import type { Database, Statement } from 'better-sqlite3';
import { type Issue, issueName, issueOf, mergeIssues } from '../../archive/issue-of.js';
import type { StoredRecord } from '../../archive/stored-record.js';
import type { IssueMention } from '../../model/issue.js';
import type { PageKind } from '../../model/page.js';
import { WHOLE_RECORD } from './record-parts.js';
import { ISSUE_COLUMNS, insertSql, updateSql, type Value, valuesOf } from './rows.js';

interface Known {
  readonly id: number;
  issue: Issue;
}

interface IssueRow {
  readonly id: number;
  readonly year: number | null;
  readonly number: number | null;
  readonly number_end: number | null;
  readonly serial: number | null;
  readonly serial_end: number | null;
  readonly edition: string | null;
  readonly published_on: string | null;
  readonly label: string;
  readonly url: string | null;
  readonly status: Issue['status'];
}

interface MentionRow {
  readonly record: string;
  readonly kind: PageKind;
  readonly position: number;
}

/** The issue with the same year, number, serial, edition and, where these are not known, day. */
const TWIN = `
  SELECT id FROM issues WHERE site_id = @siteId AND CASE WHEN number IS NULL THEN 0 ELSE coalesce(year, 0) END
      = CASE WHEN @number IS NULL THEN 0 ELSE coalesce(@year, 0) END
    AND coalesce(number, 0) = coalesce(@number, 0) AND coalesce(serial, 0) = coalesce(@serial, 0)
    AND coalesce(edition, '') = coalesce(@edition, '')
    AND CASE WHEN number IS NULL AND serial IS NULL THEN coalesce(published_on, '') ELSE '' END
      = CASE WHEN @number IS NULL AND @serial IS NULL THEN coalesce(@publishedOn, '') ELSE '' END`;

/** Rows of `issue_readings` and `capture_issues`: a reading is what the captures that name an issue alike say together. */
export class IssueTable {
  readonly #insert: Statement<Value[]>;
  readonly #update: Statement<Value[]>;
  readonly #insertIssue: Statement<Value[], { id: number }>;
  readonly #twin: Statement<[Readonly<Record<string, Value>>], number>;
  readonly #link: Statement<[number, number, number]>;
  readonly #unlink: Statement<[number], { reading_id: number }>;
  readonly #ofSite: Statement<[number], IssueRow>;
  readonly #mentions: Statement<[number], MentionRow>;
  readonly #drop: Statement<[number], { issue_id: number }>;
  readonly #dropIssue: Statement<[number]>;
  readonly #lost = new Set<number>();
  /** Site id → issue by name. */
  #sites = new Map<number, Map<string, Known>>();

  constructor(db: Database) {
    this.#insert = db.prepare<Value[]>(insertSql('issue_readings', ['site_id', 'issue_id'], ISSUE_COLUMNS));
    this.#update = db.prepare<Value[]>(updateSql('issue_readings', 'id', ISSUE_COLUMNS));
    this.#insertIssue = db.prepare<Value[], { id: number }>(
      `${insertSql('issues', ['site_id'], ISSUE_COLUMNS)} ON CONFLICT DO NOTHING RETURNING id`,
    );
    this.#twin = db.prepare<[Readonly<Record<string, Value>>], number>(TWIN).pluck();
    this.#link = db.prepare(`
      INSERT INTO capture_issues (capture_id, issue_id, reading_id, position)
      SELECT ?, issue_id, id, ? FROM issue_readings WHERE id = ?`);
    this.#unlink = db.prepare('DELETE FROM capture_issues WHERE capture_id = ? RETURNING reading_id');
    this.#ofSite = db.prepare('SELECT * FROM issue_readings WHERE site_id = ?');
    this.#mentions = db.prepare(`
      SELECT ${WHOLE_RECORD} AS record, kind, position FROM capture_issues
      JOIN captures ON captures.id = capture_issues.capture_id
      JOIN capture_records ON capture_records.capture_id = captures.id
      WHERE reading_id = ?`);
    this.#drop = db.prepare('DELETE FROM issue_readings WHERE id = ? RETURNING issue_id');
    this.#dropIssue = db.prepare(
      'DELETE FROM issues WHERE id = ? AND NOT EXISTS (SELECT 1 FROM issue_readings WHERE issue_id = issues.id)',
    );
  }

  /** Enters the issues that a capture mentions; `position` counts from 0. */
  link(captureId: number, siteId: number, mentions: readonly IssueMention[], kind: PageKind): void {
    for (const [position, mention] of mentions.entries()) {
      const issue = issueOf(mention, kind);
      if (issue !== null) this.#link.run(captureId, position, this.#idOf(siteId, issue));
    }
  }

  /** Takes the mentions of a capture out; `settle` must follow. */
  unlink(captureId: number): void {
    for (const { reading_id } of this.#unlink.all(captureId)) this.#lost.add(reading_id);
  }

  /** Says anew what the issues are that lost a mention. */
  settle(): void {
    for (const id of this.#lost) this.#resettle(id);
    if (this.#lost.size > 0) this.reset();
  }

  /** Forgets what it remembers, after a transaction was undone. */
  reset(): void {
    this.#sites = new Map();
    this.#lost.clear();
  }

  #idOf(siteId: number, issue: Issue): number {
    const issues = this.#sites.get(siteId) ?? this.#load(siteId);
    const name = issueName(issue);
    const known = issues.get(name);
    if (known === undefined) return this.#add(siteId, issue);
    const merged = mergeIssues(known.issue, issue);
    if (!sameRow(merged, known.issue)) this.#update.run(...valuesOf(ISSUE_COLUMNS, merged), known.id);
    known.issue = merged;
    return known.id;
  }

  #add(siteId: number, issue: Issue): number {
    const values = valuesOf(ISSUE_COLUMNS, issue);
    const { year, number, serial, edition, publishedOn } = issue;
    const issueId =
      this.#insertIssue.get(siteId, ...values)?.id ??
      this.#twin.get({ siteId, year, number, serial, edition, publishedOn });
    const id = Number(this.#insert.run(siteId, issueId ?? null, ...values).lastInsertRowid);
    this.#sites.get(siteId)?.set(issueName(issue), { id, issue });
    return id;
  }

  #load(siteId: number): Map<string, Known> {
    const issues = new Map(
      this.#ofSite.all(siteId).map((row) => {
        const issue = toIssue(row);
        return [issueName(issue), { id: row.id, issue }];
      }),
    );
    this.#sites.set(siteId, issues);
    return issues;
  }

  #resettle(id: number): void {
    let merged: Issue | null = null;
    for (const { record, kind, position } of this.#mentions.iterate(id)) {
      const stored: StoredRecord = JSON.parse(record);
      const mention = stored.issues[position];
      const issue = mention === undefined ? null : issueOf(mention, kind);
      if (issue !== null) merged = merged === null ? issue : mergeIssues(merged, issue);
    }
    if (merged === null) for (const { issue_id } of this.#drop.all(id)) this.#dropIssue.run(issue_id);
    else this.#update.run(...valuesOf(ISSUE_COLUMNS, merged), id);
  }
}

function sameRow(a: Issue, b: Issue): boolean {
  return ISSUE_COLUMNS.every(([, cellOf]) => cellOf(a) === cellOf(b));
}

function toIssue(row: IssueRow): Issue {
  const { number_end: numberEnd, serial_end: serialEnd, published_on: publishedOn, ...rest } = row;
  return { ...rest, numberEnd, serialEnd, publishedOn };
}
