import { decode } from './decode/decode.js';
import { learnSelectors } from './extract/html/learn-selectors.js';
import type { LabelledTree, LearntField } from './extract/html/learnt.js';
import { openHtml } from './extract/html/open-html.js';
import type { DumpOptions } from './import/options.js';
import type { FailedDump } from './import/report.js';
import type { Capture } from './model/capture.js';
import type { PageTruth } from './model/page-truth.js';
import type { Layout, SiteProfile } from './model/site-profile.js';
import { readPage } from './page.js';
import { read } from './read/read.js';
import { repairSegments } from './repair/repair.js';
import { TruthIndex } from './score/match-pages.js';

/** A profile proposed from labelled pages, and how well each field could be learnt. */
export interface LearntProfile {
  /** Null where no selector was found for the headline or the body: a layout needs both. */
  readonly profile: SiteProfile | null;
  readonly fields: readonly LearntField[];
  /** Labelled pages that were looked at. */
  readonly pages: number;
  /** Labels whose page is not among the dumps, or holds no markup. */
  readonly notFound: readonly PageTruth[];
  readonly failedDumps: readonly FailedDump[];
}

/** Name of the layout that is proposed. */
const LAYOUT = 'current';
const HTML = /html/;
const NOT_KEBAB = /[^a-z0-9]+/g;

/** Proposes selectors from a few labelled pages of one design. */
export async function learnProfile(
  dumps: readonly string[],
  truths: readonly PageTruth[],
  options: DumpOptions,
): Promise<LearntProfile> {
  const index = new TruthIndex(truths);
  const labelled = new Map<PageTruth, LabelledTree>();
  const hosts: (string | null)[] = [];
  const failedDumps: FailedDump[] = [];
  for await (const result of read(dumps, options)) {
    if (result.kind === 'failed') failedDumps.push(result);
    if (result.kind !== 'capture' || !HTML.test(result.capture.mediaType)) continue;
    const record = readPage(result.capture, options);
    const truth = index.of({ ...record.source, url: record.url });
    if (truth === null || labelled.has(truth)) continue;
    labelled.set(truth, { tree: openTree(result.capture, options), truth });
    hosts.push(record.site);
  }
  const stories = [...labelled.values()].filter(({ truth }) => (truth.values.kind ?? 'article') === 'article');
  const fields = learnSelectors(stories);
  return {
    profile: toProfile(fields, mostFrequent(hosts)),
    fields,
    pages: labelled.size,
    notFound: truths.filter((truth) => !labelled.has(truth)),
    failedDumps,
  };
}

function openTree({ payload, mediaType, charsetDeclared }: Capture, options: DumpOptions): LabelledTree['tree'] {
  const { text } = decode(payload, { given: options.charset, declared: charsetDeclared, mediaType });
  const document = openHtml(text);
  return document.tree.withTexts(repairSegments(document.segments).texts);
}

function toProfile(fields: readonly LearntField[], host: string | null): SiteProfile | null {
  const found = Object.fromEntries(
    fields.filter(({ selectors }) => selectors.length > 0).map(({ field, selectors }) => [field, selectors]),
  ) as Partial<Layout>;
  if (found.headline === undefined || found.articleBody === undefined) return null;
  const bare = host?.replace(/^www\./, '') ?? null;
  return {
    name: bare?.replace(NOT_KEBAB, '-').replace(/^-|-$/g, '') || 'my-newspaper',
    sites: bare === null ? [] : [{ host: bare, name: bare }],
    layouts: [{ name: LAYOUT, ...found }],
  };
}

function mostFrequent(hosts: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const host of hosts) if (host !== null) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
