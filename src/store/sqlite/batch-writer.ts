import type { Database } from 'better-sqlite3';
import { storable } from '../../archive/storable.js';
import type { StoredRecord } from '../../archive/stored-record.js';
import type { SettleReport, SettleRules } from '../../model/settle.js';
import type { SiteProfile } from '../../model/site-profile.js';
import type { ForgetReport, ForgetSelection, SourceBatch, StoreItem, Tally, WriteResult } from '../../model/store.js';
import { CaptureTable } from './captures.js';
import { Forgetting } from './forgetting.js';
import { checkLock } from './import-lock.js';
import type { ImportTable } from './imports.js';
import { Intake, type Tables } from './intake.js';
import { IssueTable } from './issues.js';
import { KeptPages } from './kept-pages.js';
import { RestoredTexts } from './restored-texts.js';
import { Revisiting } from './revisiting.js';
import { type RevisitRow, RevisitTable } from './revisits.js';
import { Settling } from './settling.js';
import { SiteFields } from './site-fields.js';
import { SiteTable } from './sites.js';
import { StoryTable } from './stories.js';

type Ending = Exclude<keyof Tally, 'read'>;

/** The tally of one batch while it is counted. */
interface Count {
  readonly tally: { -readonly [E in keyof Tally]: number };
  readonly skippedKinds: Record<string, number>;
  repairs: number;
}

/** What one transaction gathers. */
interface Run {
  readonly intake: Intake;
  /** New captures, and where they are counted. */
  readonly arrivals: Map<number, Count>;
  /** Revisits that came, and where they are counted. */
  readonly revisits: { readonly row: RevisitRow; readonly count: Count }[];
}

/** Writes batches of records, one transaction a call. */
export class BatchWriter {
  readonly #db: Database;
  readonly #imports: ImportTable;
  readonly #tables: Tables;
  readonly #settling: Settling;
  readonly #restored: RestoredTexts;
  readonly #revisits: RevisitTable;
  readonly #kept: KeptPages;
  readonly #fields: SiteFields;

  constructor(db: Database, imports: ImportTable, profiles: readonly SiteProfile[]) {
    const captures = new CaptureTable(db);
    const sites = new SiteTable(db, profiles);
    this.#db = db;
    this.#imports = imports;
    this.#tables = { captures, sites, stories: new StoryTable(db, { captures, sites }), issues: new IssueTable(db) };
    this.#restored = new RestoredTexts(db);
    this.#revisits = new RevisitTable(db);
    this.#kept = new KeptPages(db);
    this.#fields = new SiteFields(db);
    this.#settling = new Settling(db, { ...this.#tables, relink: (moved) => this.#relink(moved) });
  }

  /** One result a batch, in order. */
  write(importId: number, batches: readonly SourceBatch[], force: boolean): readonly WriteResult[] {
    try {
      return this.#db.transaction(() => this.#write(importId, batches, force)).immediate();
    } catch (error) {
      this.#reset();
      throw error;
    }
  }

  /** Settles what only the whole archive can tell. */
  settle(rules: SettleRules): SettleReport {
    try {
      return this.#db.transaction(() => this.#deferred(() => this.#settling.settle(rules))).immediate();
    } catch (error) {
      this.#reset();
      throw error;
    }
  }

  /** What was settled last. */
  settled(): SettleReport {
    return this.#settling.report();
  }

  /** Takes captures out of the archive. */
  forget(selection: ForgetSelection): ForgetReport {
    try {
      return this.#db.transaction(() => this.#deferred(() => this.#forget(selection))).immediate();
    } finally {
      this.#reset();
    }
  }

  /** What `look` sees of the archive without its settled layer and without restored words. */
  unsettled<T>(look: () => T): T {
    if (!this.#settling.isOn() && !this.#restored.isOn()) return look();
    const [begin, undo] = this.#db.inTransaction
      ? ['SAVEPOINT unsettled', 'ROLLBACK TO unsettled; RELEASE unsettled']
      : ['BEGIN IMMEDIATE', 'ROLLBACK'];
    this.#db.exec(begin);
    try {
      this.#restored.takeOffAll();
      this.#deferred(() => this.#settling.takeOff());
      return look();
    } finally {
      this.#db.exec(undo);
      this.#tables.sites.reset();
      this.#tables.issues.reset();
    }
  }

  /** Captures, articles and issues point at each other; what counts is that all is well at the end. */
  #deferred<T>(action: () => T): T {
    this.#db.pragma('defer_foreign_keys = ON');
    return action();
  }

  #reset(): void {
    this.#imports.reset();
    this.#fields.reset();
    this.#tables.sites.reset();
    this.#tables.captures.reset();
    this.#tables.issues.reset();
  }

  #write(importId: number, batches: readonly SourceBatch[], force: boolean): readonly WriteResult[] {
    checkLock(this.#db, importId);
    return this.#deferred(() => this.#writeAll(importId, batches, force));
  }

  #writeAll(importId: number, batches: readonly SourceBatch[], force: boolean): readonly WriteResult[] {
    this.#tables.captures.reset();
    const intake = new Intake(this.#tables, { force, toolVersion: this.#imports.toolVersionOf(importId) });
    const run: Run = { intake, arrivals: new Map(), revisits: [] };
    const counts = batches.map((batch) => this.#takeBatch(importId, batch, run));
    this.#settleRevisits(run);
    const { inserted, moved } = this.#tables.stories.settle(intake);
    for (const [id, { tally }] of run.arrivals) tally[inserted.has(id) ? 'inserted' : 'updated'] += 1;
    this.#settleIssues(intake, moved);
    if (intake.unlinked.size + intake.seeds.length > 0) this.#db.prepare('UPDATE settling SET is_due = 1').run();
    for (const { tally, skippedKinds } of counts) {
      this.#imports.addTally(importId, tally);
      this.#imports.addSkipped(importId, skippedKinds);
    }
    this.#fields.write(importId);
    return counts;
  }

  #forget(selection: ForgetSelection): ForgetReport {
    const intake = new Intake(this.#tables, { force: false, toolVersion: '' });
    const forgetting = new Forgetting(this.#db);
    const sources = forgetting.sourcesOf(selection);
    const { gone, kept } =
      'articleId' in selection
        ? { gone: forgetting.ofArticle(selection.articleId), kept: [] }
        : forgetting.takePlaces(sources);
    for (const id of gone) {
      this.#kept.leave(id);
      intake.drop(id);
    }
    for (const id of kept) intake.reconsider(id);
    new Revisiting(this.#tables, this.#revisits, intake).settle([]);
    const { moved } = this.#tables.stories.settle(intake);
    this.#settleIssues(intake, moved);
    forgetting.clear(selection, sources);
    this.#kept.clear();
    this.#tables.captures.clear();
    this.#db.prepare('UPDATE settling SET is_due = 1').run();
    return { sources: sources.length, captures: gone.length };
  }

  #takeBatch(importId: number, batch: SourceBatch, run: Run): Count {
    const sourceId = this.#imports.sourceOf(importId, batch);
    const count = emptyCount();
    for (const item of batch.items) {
      count.tally.read += 1;
      if (item.kind === 'reject') {
        this.#imports.addReject(importId, sourceId, item.reject);
        if (item.kept) this.#kept.keep({ sourceId, locator: item.reject.locator }, item.kept);
        count.tally.rejected += 1;
      } else if (item.kind === 'skipped') this.#takeSkipped(item, sourceId, { ...run, count });
      else this.#takeRecord(item, sourceId, { ...run, count });
    }
    this.#imports.addToSource(sourceId, batch);
    return count;
  }

  #takeSkipped(
    { locator, detail, revisit }: Extract<StoreItem, { kind: 'skipped' }>,
    sourceId: number,
    { revisits, count }: Run & { readonly count: Count },
  ): void {
    const row = revisit === undefined ? null : this.#revisits.add(sourceId, locator, revisit);
    if (row === null) countSkipped(count, detail);
    else revisits.push({ row, count });
  }

  /** Revisits that came are counted by what they made; those of earlier imports were counted then. */
  #settleRevisits({ intake, arrivals, revisits }: Run): void {
    const outcomes = new Revisiting(this.#tables, this.#revisits, intake).settle(revisits.map(({ row }) => row));
    for (const { row, count } of revisits) {
      const outcome = outcomes.get(row.id) ?? { kind: 'skipped' };
      if (outcome.kind === 'new') arrivals.set(outcome.captureId, count);
      else if (outcome.kind === 'skipped') countSkipped(count, 'revisit');
      else count.tally[outcome.kind satisfies Ending] += 1;
    }
  }

  #takeRecord(
    item: Extract<StoreItem, { kind: 'record' }>,
    sourceId: number,
    run: Run & { readonly count: Count },
  ): void {
    const record = storable(item.record);
    const { payloadDigest = null, rulesVersion = null } = item;
    const outcome = run.intake.take(record, sourceId, { payloadDigest, rulesVersion });
    if (item.kept) this.#kept.keep({ sourceId, locator: record.source.locator }, item.kept);
    const isNew = outcome.kind === 'new' || outcome.kind === 'skipped';
    if (isNew) run.count.repairs += record.repairs.filter((repair) => repair.applied).length;
    if (outcome.kind === 'new' || outcome.kind === 'updated')
      this.#fields.count(this.#tables.sites.idOf(record.site, record.profile), record);
    if (outcome.kind === 'new') run.arrivals.set(outcome.captureId, run.count);
    else if (outcome.kind === 'skipped') countSkipped(run.count, record.kind);
    else run.count.tally[outcome.kind satisfies Ending] += 1;
  }

  /** Enters the issues that captures mention under the site at which the captures now stand. */
  #settleIssues(intake: Intake, moved: readonly number[]): void {
    const { issues, captures } = this.#tables;
    for (const [id, { record, siteId }] of intake.unlinked) {
      issues.link(id, record.site === null ? captures.siteOf(id) : siteId, record.issues, record.kind);
    }
    this.#relink(moved.filter((capture) => !intake.unlinked.has(capture)));
  }

  /** Enters the issues of captures under the site at which they now stand. */
  #relink(moved: readonly number[]): void {
    const { issues, captures } = this.#tables;
    for (const id of moved) {
      const row = captures.row(id);
      if (row === null) continue;
      issues.unlink(id);
      const stored: StoredRecord = JSON.parse(row.record);
      issues.link(id, captures.siteOf(id), stored.issues, row.kind);
    }
    issues.settle();
  }
}

function emptyCount(): Count {
  const tally = { read: 0, inserted: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
  return { tally, skippedKinds: {}, repairs: 0 };
}

function countSkipped(count: Count, kind: string): void {
  count.tally.skipped += 1;
  count.skippedKinds[kind] = (count.skippedKinds[kind] ?? 0) + 1;
}
