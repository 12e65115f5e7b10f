import { isArticleCapture } from '../../archive/article-capture.js';
import { type CaptureKeys, keysOf } from '../../archive/identity.js';
import { joinKeysOf } from '../../archive/join-keys.js';
import { partsOf } from '../../archive/record-parts.js';
import { toStoredRecord } from '../../archive/stored-record.js';
import type { CaptureRecord } from '../../model/extraction.js';
import type { CaptureTable, Place } from './captures.js';
import type { IssueTable } from './issues.js';
import { type CaptureInput, readingJson, readingOf } from './rows.js';
import type { SiteTable } from './sites.js';
import { isBetter, standingOfInput } from './standing.js';
import type { ChangedCapture, Changes, StoryTable } from './stories.js';

/** The tables that a record goes into. */
export interface Tables {
  readonly sites: SiteTable;
  readonly captures: CaptureTable;
  readonly stories: StoryTable;
  readonly issues: IssueTable;
}

/** What a run says of its records. */
export interface IntakeOptions {
  /** Read again what the archive holds already. */
  readonly force: boolean;
  readonly toolVersion: string;
}

/** What is known of a record beside it. */
export interface RecordOrigin {
  /** The hash by which a revisit names its capture. */
  readonly payloadDigest: string | null;
  /** Version of the rules that read it; null where it came as a record. */
  readonly rulesVersion: number | null;
}

const UNKNOWN: RecordOrigin = { payloadDigest: null, rulesVersion: null };

/** What became of a record: `new` is a capture that shows a story, whose article is found when the batch is settled. */
export type Outcome =
  | { readonly kind: 'unchanged' | 'updated' | 'skipped' }
  | { readonly kind: 'new'; readonly captureId: number };

/** Takes the records of one transaction into the tables of captures, and keeps what articles and issues must learn of it. */
export class Intake implements Changes {
  readonly changed = new Map<number, ChangedCapture>();
  readonly seeds: CaptureKeys[] = [];
  readonly bereft = new Set<number>();
  /** Captures whose mentions of issues must be entered. */
  readonly unlinked = new Map<number, CaptureInput>();
  readonly #tables: Tables;
  readonly #options: IntakeOptions;

  constructor(tables: Tables, options: IntakeOptions) {
    this.#tables = tables;
    this.#options = options;
  }

  /** Takes a record that was found in a source. */
  take(record: CaptureRecord, sourceId: number, { payloadDigest, rulesVersion } = UNKNOWN): Outcome {
    const { captures, sites } = this.#tables;
    const { locator } = record.source;
    const located = captures.at(sourceId, locator);
    const isSame = located !== null && located.content_sha256 === record.contentSha256;
    if (isSame && !this.#options.force) return { kind: 'unchanged' };
    const siteId = record.site === null ? 0 : sites.idOf(record.site, record.profile);
    const twin = captures.find(record, siteId);
    const known = twin ?? (isSame && captures.locationCount(located.id) === 1 ? located.id : null);
    const id = known ?? this.#add(record, rulesVersion);
    captures.addLocation(id, { sourceId, locator }, payloadDigest);
    if (isSame && located.id !== id && captures.locationCount(located.id) === 0) this.drop(located.id);
    if (known === null) return isArticleCapture(record) ? { kind: 'new', captureId: id } : { kind: 'skipped' };
    const isRenewed = this.#renew(id, this.#inputOf(record, rulesVersion), { sourceId, locator });
    return { kind: isRenewed && this.#options.force ? 'updated' : 'unchanged' };
  }

  /** Whether a capture reads as this record does. */
  isSame(id: number, record: CaptureRecord): boolean {
    const row = this.#tables.captures.row(id);
    const isSameCapture =
      row?.content_sha256 === record.contentSha256 && row.url === record.url && row.captured_at === record.capturedAt;
    const { content } = standingOfInput(this.#inputOf(record, null));
    return isSameCapture && this.#tables.captures.standingOf(id).content === content;
  }

  /** Takes a capture out of the archive. */
  drop(id: number): void {
    this.#release(id);
    this.changed.delete(id);
    this.unlinked.delete(id);
    this.#tables.issues.unlink(id);
    this.#tables.captures.remove(id);
  }

  #add(record: CaptureRecord, rulesVersion: number | null): number {
    const input = this.#inputOf(record, rulesVersion);
    const id = this.#tables.captures.add(input);
    this.#note(id, input, { articleId: null, isNew: true });
    return id;
  }

  /** Puts a record in the place of the one there, if it is another; two readings of one capture settle by what they say, unless forced. */
  #renew(id: number, input: CaptureInput, place: Place): boolean {
    const { captures, stories } = this.#tables;
    const before = captures.standingOf(id);
    const after = standingOfInput(input);
    if (after.content === before.content) {
      captures.confirm(id, input);
      return false;
    }
    const isForced = this.#isRenewal(id, input);
    if (!isForced && !isBetter(after, before)) {
      captures.keepReading(place, readingJson(input.record));
      return false;
    }
    if (!isForced) captures.keepStanding(id, place, readingJson(this.unlinked.get(id)?.record ?? stories.recordOf(id)));
    this.#rewrite(id, input);
    return true;
  }

  /** Lets the best of the readings stand that the places of a capture keep, after it lost the place whose reading stood. */
  reconsider(id: number): void {
    const { captures } = this.#tables;
    const readings = captures.readingsOf(id).flatMap((reading) => reading ?? []);
    if (readings.length < captures.readingsOf(id).length) return;
    const readBy = captures.readBy(id);
    const found = readings.map((reading) => {
      const input = { ...this.#inputOf(readingOf(reading), readBy.rulesVersion), ...readBy };
      return { reading, input, standing: standingOfInput(input) };
    });
    const [best] = found.sort((a, b) => (isBetter(a.standing, b.standing) ? -1 : 1));
    if (best === undefined) return;
    this.#rewrite(id, best.input);
    captures.release(id, best.reading);
  }

  #rewrite(id: number, input: CaptureInput): void {
    const { captures, issues } = this.#tables;
    const articleId = this.#release(id);
    issues.unlink(id);
    captures.rewrite(id, input);
    this.#note(id, input, { articleId, isNew: this.changed.get(id)?.isNew ?? false });
  }

  /** True where the new reading counts whatever it says: forced, and no second place that the same rules read speaks against it. */
  #isRenewal(id: number, { rulesVersion }: CaptureInput): boolean {
    const { captures } = this.#tables;
    if (!this.#options.force) return false;
    if (captures.locationCount(id) === 1) return true;
    return rulesVersion !== null && captures.readBy(id).rulesVersion !== rulesVersion;
  }

  /** Tells the rest of the archive that a capture goes or changes; gives the article it stands under. */
  #release(id: number): number | null {
    const keys = this.#tables.stories.keysOf(id);
    if (keys === null) return null;
    this.seeds.push(keys);
    if (keys.articleId !== null) this.bereft.add(keys.articleId);
    return keys.articleId;
  }

  #note(id: number, input: CaptureInput, was: Pick<ChangedCapture, 'articleId' | 'isNew'>): void {
    const { record, keys } = input;
    this.unlinked.set(id, input);
    if (keys === null || !isArticleCapture(record)) {
      this.changed.delete(id);
      if (was.articleId !== null) this.#tables.captures.detach(id);
      return;
    }
    this.seeds.push(keys);
    this.changed.set(id, { ...keys, ...was, id, capture: record, story: null });
  }

  #inputOf(record: CaptureRecord, rulesVersion: number | null): CaptureInput {
    const keys = isArticleCapture(record) ? { ...keysOf(record), ...joinKeysOf(record) } : null;
    const siteId = this.#tables.sites.idOf(record.site, record.profile);
    const { toolVersion } = this.#options;
    return { record, siteId, keys, toolVersion, rulesVersion, parts: partsOf(toStoredRecord(record)) };
  }
}
