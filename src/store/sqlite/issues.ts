import type { Database, Statement } from 'better-sqlite3';
import { type Issue, issueName, issueOf, mergeIssues } from '../../archive/issue-of.js';
import type { StoredRecord } from '../../archive/stored-record.js';
import type { IssueMention } from '../../model/issue.js';
import type { PageKind } from '../../model/page.js';
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

/** Rows of `issues` and `capture_issues`: an issue is what the captures that mention it say together. */
export class IssueTable {
  readonly #insert: Statement<Value[]>;
  readonly #update: Statement<Value[]>;
  readonly #link: Statement<[number, number, number]>;
  readonly #unlink: Statement<[number], { issue_id: number }>;
  readonly #ofSite: Statement<[number], IssueRow>;
  readonly #mentions: Statement<[number], MentionRow>;
  readonly #drop: Statement<[number]>;
  readonly #lost = new Set<number>();
  /** Site id → issue by name. */
  #sites = new Map<number, Map<string, Known>>();

  constructor(db: Database) {
    this.#insert = db.prepare<Value[]>(insertSql('issues', ['site_id'], ISSUE_COLUMNS));
    this.#update = db.prepare<Value[]>(updateSql('issues', 'id', ISSUE_COLUMNS));
    this.#link = db.prepare('INSERT INTO capture_issues (capture_id, issue_id, position) VALUES (?, ?, ?)');
    this.#unlink = db.prepare('DELETE FROM capture_issues WHERE capture_id = ? RETURNING issue_id');
    this.#ofSite = db.prepare('SELECT * FROM issues WHERE site_id = ? AND inferred = 0');
    this.#mentions = db.prepare(`
      SELECT record, kind, position FROM capture_issues
      JOIN captures ON captures.id = capture_issues.capture_id
      JOIN capture_records ON capture_records.capture_id = captures.id
      WHERE issue_id = ?`);
    this.#drop = db.prepare('DELETE FROM issues WHERE id = ?');
  }

  /** Enters the issues that a capture mentions; `position` counts from 0. */
  link(captureId: number, siteId: number, mentions: readonly IssueMention[], kind: PageKind): void {
    for (const [position, mention] of mentions.entries()) {
      const issue = issueOf(mention, kind);
      if (issue !== null) this.#link.run(captureId, this.#idOf(siteId, issue), position);
    }
  }

  /** Takes the mentions of a capture out; `settle` must follow. */
  unlink(captureId: number): void {
    for (const { issue_id } of this.#unlink.all(captureId)) this.#lost.add(issue_id);
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
    const id = Number(this.#insert.run(siteId, ...valuesOf(ISSUE_COLUMNS, issue)).lastInsertRowid);
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
    if (merged === null) this.#drop.run(id);
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
