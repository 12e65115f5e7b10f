import type { DumpOptions } from './import/options.js';
import type { FailedDump, ReportedReject } from './import/report.js';
import { parseDumps } from './importer.js';
import type { CaptureRecord } from './model/extraction.js';
import type { PageTruth } from './model/page-truth.js';
import { TruthIndex } from './score/match-pages.js';
import { type JudgedField, scoreRecord } from './score/score-record.js';
import { type FieldTally, tallyFields } from './score/tally.js';

/** A page on which something is not as labelled. */
export interface FailedPage {
  readonly path: string;
  readonly locator: string;
  readonly profile: string;
  readonly faults: readonly JudgedField[];
}

/** How well a profile reads labelled pages. */
export interface ProfileTest {
  /** Labelled pages that were read. */
  readonly pages: number;
  readonly fields: readonly FieldTally[];
  readonly failedPages: readonly FailedPage[];
  /** Labels whose page is not among the dumps. */
  readonly notFound: readonly PageTruth[];
  readonly rejects: readonly ReportedReject[];
  readonly failedDumps: readonly FailedDump[];
}

/** Reads pages as import would, and compares those that have labels with them. */
export async function testProfile(
  dumps: readonly string[],
  truths: readonly PageTruth[],
  options: DumpOptions,
): Promise<ProfileTest> {
  const index = new TruthIndex(truths);
  const seen = new Set<PageTruth>();
  const judged: JudgedField[] = [];
  const [failedPages, rejects, failedDumps] = [[] as FailedPage[], [] as ReportedReject[], [] as FailedDump[]];
  for await (const item of parseDumps(dumps, options)) {
    if (item.kind === 'reject') rejects.push(item.reject);
    if (item.kind === 'failed') failedDumps.push(item.failure);
    const truth = item.kind === 'record' ? truthOf(index, item.record) : null;
    if (item.kind !== 'record' || truth === null || seen.has(truth)) continue;
    seen.add(truth);
    const { source, profile } = item.record;
    const fields = scoreRecord(item.record, truth);
    const faults = fields.filter(({ outcome }) => outcome !== 'right');
    judged.push(...fields);
    if (faults.length > 0) failedPages.push({ path: source.path, locator: source.locator, profile, faults });
  }
  const notFound = truths.filter((truth) => !seen.has(truth));
  return { pages: seen.size, fields: tallyFields(judged), failedPages, notFound, rejects, failedDumps };
}

function truthOf(index: TruthIndex, { source, url }: CaptureRecord): PageTruth | null {
  return index.of({ path: source.path, locator: source.locator, url });
}
