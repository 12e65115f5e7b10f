import { decode } from './decode/decode.js';
import { extract } from './extract/extract.js';
import { openDocument } from './extract/open-document.js';
import type { Capture } from './model/capture.js';
import type { CaptureRecord, Evidence, Extraction, Placement } from './model/extraction.js';
import { ImporterError } from './model/importer-error.js';
import type { DecodedPage } from './model/page.js';
import type { Repair, RepairStep } from './model/repair-step.js';
import type { SiteProfile } from './model/site-profile.js';
import { repairSegments } from './repair/repair.js';
import { foldedLength } from './text/fold.js';
import { WorkExceeded, withWork } from './text/work.js';

/** What a run says of all its pages. */
export interface PageOptions {
  /** Charset label that overrides all evidence. */
  readonly charset: string | null;
  /** Name of a profile, or host of a site, that the pages belong to. */
  readonly site: string | null;
  /** Address against which relative addresses resolve, and whose host is the site, where a page has no address. */
  readonly baseUrl: string | null;
  readonly profiles: readonly SiteProfile[];
  /** Steps of work that a page may take; more than any page of a paper where nothing is said. */
  readonly mostWork?: number;
}

/** Every stage of one page, for `inspect`. */
export interface PageStages {
  readonly decoded: DecodedPage;
  /** Segments as found, before repair. */
  readonly segments: readonly string[];
  readonly steps: readonly RepairStep[];
  readonly extraction: Extraction;
  readonly record: CaptureRecord;
}

/** Steps of work that a page may take (`text/work.ts`): some seconds. Pages of papers take less than a hundredth of it. */
const MOST_WORK = 500_000_000;

/**
 * Reads one page: decode, repair, extract. A function of the page and the options, of nothing else. Bad data is read as it is; only a page
 * made to be costly throws `ImporterError` `input-unusable`.
 */
export function readPage(capture: Capture, options: PageOptions): CaptureRecord {
  return capture.isRecord ? recordOf(capture) : readPageInStages(capture, options).record;
}

/** A record that was read before stands as it is, at the place where it lies now. */
function recordOf({ payload, source }: Capture): CaptureRecord {
  const record: Omit<CaptureRecord, 'source'> = JSON.parse(Buffer.from(payload).toString('utf8'));
  return { source, ...record };
}

/** The same reading with every intermediate value kept. */
export function readPageInStages(capture: Capture, options: PageOptions): PageStages {
  try {
    return withWork(options.mostWork ?? MOST_WORK, () => readStages(capture, options));
  } catch (error) {
    if (!(error instanceof WorkExceeded)) throw error;
    const remedy = 'Look at the page: no paper prints such a one. The rest of the dump is read.';
    throw new ImporterError('input-unusable', 'The page takes more work than any page of a paper.', remedy);
  }
}

function readStages(capture: Capture, options: PageOptions): PageStages {
  const { mediaType } = capture;
  const decoded = decode(capture.payload, { given: options.charset, declared: capture.charsetDeclared, mediaType });
  const document = openDocument(decoded.text, mediaType);
  const { texts, steps } = repairSegments(document.segments);
  const extraction = extract(document, texts, {
    url: capture.url,
    capturedAt: capture.capturedAt,
    site: options.site,
    baseUrl: options.baseUrl,
    profiles: options.profiles,
    unmendable: new Set(steps.filter((step) => !step.applied).map((step) => step.segment)),
  });
  const folded = steps.map((step) => foldStart(step, texts[step.segment] ?? ''));
  const record = toRecord(capture, decoded, folded, asAnswered(extraction, capture.httpStatus));
  return { decoded, segments: document.segments, steps, extraction, record };
}

/** A server that answers with an error shows no article, whatever the page looks like. */
function asAnswered(extraction: Extraction, httpStatus: number | null): Extraction {
  if (httpStatus === null || httpStatus < 300 || httpStatus === 304) return extraction;
  return { ...extraction, kind: 'error', kindDetail: String(httpStatus), article: null, attributions: [] };
}

function toRecord(
  capture: Capture,
  decoded: DecodedPage,
  steps: readonly RepairStep[],
  extraction: Extraction,
): CaptureRecord {
  return {
    source: capture.source,
    url: capture.url ?? extraction.url,
    capturedAt: capture.capturedAt ?? extraction.capturedAt,
    capturedAtBasis: capture.capturedAt === null ? extraction.capturedAtBasis : capture.capturedAtBasis,
    capturedBetween: capture.capturedAt === null ? extraction.capturedBetween : null,
    httpStatus: capture.httpStatus,
    mediaType: capture.mediaType,
    contentSha256: capture.contentSha256,
    recordId: capture.recordId,
    kind: extraction.kind,
    kindDetail: extraction.kindDetail,
    site: extraction.site,
    profile: extraction.profile,
    charset: decoded.charset,
    article: extraction.article,
    issues: extraction.issues,
    calendar: extraction.calendar,
    attributions: extraction.attributions,
    repairs: placeSteps(steps, extraction.placements),
    evidence: namesOf(extraction.evidence, (evidence) => evidence.rule),
    evidenceLayers: namesOf(extraction.evidence, (evidence) => evidence.layer),
    diagnostics: [...capture.diagnostics, ...extraction.diagnostics],
  };
}

/** Reading entities is no repair (design: `product.md`, "The record"): they are how a page writes letters. */
const ENTITIES = 'html-entities';

/** A step counted in the folded text of its segment. What stands before it is final, since steps go from left to right. */
function foldStart(step: RepairStep, text: string): RepairStep {
  return step.start === 0 ? step : { ...step, start: foldedLength([...text].slice(0, step.start).join('')) };
}

/** Puts each repair into the field that holds its segment. */
function placeSteps(steps: readonly RepairStep[], placements: readonly Placement[]): readonly Repair[] {
  const places = new Map(placements.map((placement) => [placement.segment, placement]));
  return steps
    .filter(({ method }) => method !== ENTITIES)
    .map(({ segment, ...step }, index) => placeStep(step, index + 1, places.get(segment) ?? null));
}

/** A step in its field, without the signs before the field's text that it left as they were (the marks of a breadcrumb). */
function placeStep(step: Omit<RepairStep, 'segment'>, seq: number, place: Placement | null): Repair {
  const { start, before, after, ...rest } = step;
  const from = (place?.start ?? 0) + start;
  const outside = [...before].slice(0, Math.max(0, -from)).join('');
  const isLeft = after === null || after.startsWith(outside);
  const [cut, at] = isLeft ? [outside.length, Math.max(0, from)] : [0, from];
  return {
    field: place?.field ?? 'page',
    seq,
    start: at,
    before: before.slice(cut),
    after: after?.slice(cut) ?? null,
    ...rest,
  };
}

function namesOf(
  evidence: Readonly<Record<string, Evidence>>,
  name: (evidence: Evidence) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(evidence).map(([field, value]) => [field, name(value)]));
}
