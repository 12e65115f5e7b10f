import type { Attribution } from '../../model/attribution.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Evidence, Extraction } from '../../model/extraction.js';
import { boundsOfCrawl, localDay } from '../captured.js';
import type { ExtractContext } from '../extract-context.js';
import { findAttributions } from '../fields/attribution.js';
import { findIssueCitations, withCited } from '../fields/issue-citation.js';
import { readAddressShape } from '../html/address-shape.js';
import { findAnchor } from './anchor.js';
import { issueOfPage } from './issue-page.js';
import { toLines } from './lines.js';
import { type Margin, readMargin } from './margin.js';
import { kindOf } from './page-kind.js';
import type { PageView } from './page-view.js';
import { placementsOf } from './placements.js';
import { readStory, type Story } from './story.js';
import { bylineAttributions, toArticle } from './text-article.js';
import { chooseSite, type PageSite, siteByName } from './text-site.js';

/** Name of the profile where none fits. */
const GENERIC = 'generic';

/** Reads a text dump by its lines. `texts` are the lines of the page after repair, one for each segment. */
export function extractText(texts: readonly string[], context: ExtractContext): Extraction {
  const lines = toLines(texts, context.unmendable);
  const anchor = findAnchor(lines);
  const margin = readMargin(lines, anchor);
  const site = chooseSite(context, margin.siteLine);
  const story = readStory(margin.story, anchor, {
    counters: { order: site.counterOrder ?? 'views-comments', certain: site.counterOrder !== null },
    reference: localDay(context.capturedAt, site.timeZone) ?? margin.clockDay,
  });
  return toExtraction({ lines, anchor, margin, story, address: readAddressShape(context.url) }, site, context);
}

function toExtraction(view: PageView, site: PageSite, context: ExtractContext): Extraction {
  const { anchor, margin, story, address } = view;
  const { kind, detail } = kindOf(view);
  const read = kind === 'article' ? toArticle(story, anchor, address) : null;
  const attributions = read === null ? [] : attributionsOf(story, site, context);
  const citedIssues = findIssueCitations(read?.article.articleBody ?? [], site.names);
  const paper = site.host === null ? paperOf(attributions, context) : site;
  const bounds = margin.clockDay === null ? boundsOfCrawl(margin.days, margin.month) : null;
  return {
    kind,
    kindDetail: detail,
    url: null,
    site: paper.host,
    profile: profileOf(paper, view, context),
    capturedAt: margin.clockDay,
    capturedAtBasis: margin.clockDay === null ? null : 'page-clock',
    capturedBetween: bounds,
    article: read?.article ?? null,
    issues: kind === 'issue' ? issueOfPage(story, margin.issues) : withCited(margin.issues, citedIssues),
    calendar: margin.month === null ? null : { month: margin.month, day: null, daysWithNews: [] },
    attributions,
    evidence: { ...read?.evidence, ...citedEvidence(citedIssues), ...marginEvidence(margin) },
    diagnostics: [...margin.diagnostics, ...boundsDiagnostics(margin, bounds), ...(read?.diagnostics ?? [])],
    placements: read === null ? [] : placementsOf(story, anchor?.crumb ?? null),
  };
}

/** Sources that the story and the credits beside it name, and its byline. */
function attributionsOf(story: Story, site: PageSite, context: ExtractContext): readonly Attribution[] {
  const { paragraphs, credits } = story.body;
  const papers = context.profiles.flatMap((profile) => profile.sites.map(({ name }) => name));
  const texts = [...paragraphs.map(({ text }) => text), ...credits.map(({ text }) => text)];
  const found = findAttributions(texts, site.names.length > 0 ? site.names : papers);
  return [...found, ...bylineAttributions(story)];
}

/** A page that names no address may be told by the paper that passes an agency's text on. */
function paperOf(attributions: readonly Attribution[], context: ExtractContext): PageSite {
  const papers = attributions
    .filter(({ role }) => role === 'relay')
    .flatMap(({ name }) => siteByName(name, context.profiles) ?? []);
  return papers.length === 1 && papers[0] !== undefined ? papers[0] : chooseSite(context, null);
}

function profileOf(site: PageSite, { anchor, margin }: PageView, context: ExtractContext): string {
  if (site.profile !== null) return site.profile.name;
  // A breadcrumb of bare signs, or the calendar, is what the DataLife Engine leaves in a text.
  const isFamily = anchor?.crumb?.text.startsWith('»') === true || margin.month !== null;
  return (isFamily && context.profiles.find(({ engine }) => engine === 'dle')?.name) || GENERIC;
}

function marginEvidence({ issues, month, clockDay }: Margin): Readonly<Record<string, Evidence>> {
  const layer = 'line-grammar';
  return {
    ...(issues.length > 0 && { issues: { rule: 'issue-list', layer } }),
    ...(month !== null && { calendar: { rule: 'calendar-days', layer } }),
    ...(clockDay !== null && { capturedAt: { rule: 'page-clock', layer } }),
  };
}

function citedEvidence(cited: readonly unknown[]): Readonly<Record<string, Evidence>> {
  return cited.length > 0 ? { issues: { rule: 'issue-cited', layer: 'line-grammar' } } : {};
}

function boundsDiagnostics({ days, month, clockDay }: Margin, bounds: unknown): readonly Diagnostic[] {
  if (clockDay !== null || bounds !== null || days.length === 0 || month === null) return [];
  const message = `The newest entry of the issue list is later than the month of the calendar, ${month}.`;
  return [{ code: 'crawl-bounds-contradict', message }];
}
