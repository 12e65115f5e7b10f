import type { Extraction } from '../../model/extraction.js';
import type { IssueMention } from '../../model/issue.js';
import { boundsOfCrawl, localDay } from '../captured.js';
import type { ExtractContext } from '../extract-context.js';
import { findIssueCitations, withCited } from '../fields/issue-citation.js';
import { hostOf } from './address-shape.js';
import { type CalendarWidget, readCalendarWidget } from './calendar-widget.js';
import { chooseLayout, chooseProfile } from './choose-profile.js';
import { classifyPage, type PageClass } from './classify.js';
import { readComments } from './comments.js';
import { readCounters } from './counters.js';
import { readEngine } from './engine.js';
import { type HtmlArticle, toHtmlArticle } from './html-article.js';
import { readIssueMentions, readIssuePage } from './issue-widget.js';
import type { HtmlDocument } from './open-html.js';
import { readPageAddress } from './page-address.js';
import { readPageClock } from './page-clock.js';
import type { PageTree } from './page-tree.js';
import { anchorHeadings } from './printed-headlines.js';
import { readStoryDate } from './publication-date.js';
import type { Reading } from './reading.js';
import { readSiteNames } from './site-names.js';
import { readStory } from './story.js';
import { storyAddress } from './story-address.js';
import { placeOf } from './story-place.js';
import { readStructuredData } from './structured-data.js';
import { readZones } from './zones.js';

/** Name of the profile where none fits. */
const GENERIC = 'generic';

/** Reads everything a page of markup says of itself. `texts` are its segments after repair, one for each. */
export function extractHtml(document: HtmlDocument, texts: readonly string[], context: ExtractContext): Extraction {
  const tree = document.tree.withTexts(texts);
  const widget = readCalendarWidget(tree);
  const opened = openReading(tree, context, widget);
  const story = readStory(opened);
  const place = placeOf(opened, story);
  const clock = readPageClock(opened, place);
  const reading = { ...opened, today: opened.today ?? clock };
  const dates = readStoryDate(reading, place);
  const comments = readComments(reading);
  const counters = readCounters(reading, place, comments.length);
  const pageClass = classifyPage(reading, {
    headline: story.headline?.value.text.text ?? null,
    isPrinted: story.headline?.value.element != null,
    body: place.body,
    bodyLength: story.paragraphs.reduce((sum, { text }) => sum + text.length, 0),
    hasDate: dates.chosen !== null,
    comments: comments.length,
    hasCounters: counters.views !== null || counters.commentCount !== null,
  });
  const article =
    pageClass.kind === 'article' ? toHtmlArticle(reading, { story, place, dates, comments, counters }) : null;
  const headline = story.headline?.value.text.text ?? '';
  const own = pageClass.kind === 'issue' ? readIssuePage(reading, headline, dates.chosen?.value.date ?? null) : null;
  const mentioned = readIssueMentions(reading, article === null && own === null ? null : place.body);
  return toExtraction(reading, pageClass, {
    article,
    widget,
    clock,
    listed: own === null ? mentioned : withListed(own, mentioned),
    cited: findIssueCitations(article?.article.articleBody ?? [], reading.siteNames),
  });
}

interface Parts {
  readonly article: HtmlArticle | null;
  readonly widget: CalendarWidget | null;
  /** ISO 8601 day that the clock of the site shows. */
  readonly clock: string | null;
  readonly listed: readonly IssueMention[];
  /** Issues that the story speaks of: no evidence of the crawl. */
  readonly cited: readonly IssueMention[];
}

function openReading(tree: PageTree, context: ExtractContext, widget: CalendarWidget | null): Reading {
  const data = readStructuredData(tree);
  const engine = readEngine(tree);
  const address = readPageAddress(tree, data, context);
  const known = chooseProfile(context, address.host, engine);
  const siteNames = readSiteNames(tree, data, known);
  const timeZone = known.site?.timeZone ?? known.profile?.timeZone ?? null;
  // The day that the site itself takes for today is the one its relative dates count from.
  const today = widget?.calendar.day ?? localDay(context.capturedAt, timeZone);
  return {
    tree,
    context,
    data,
    engine,
    address,
    known,
    layout: chooseLayout(tree, known.profile, today ?? context.capturedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null),
    zones: readZones(tree, anchorHeadings(tree, siteNames)),
    today,
    siteNames,
  };
}

/** The issue of the page before those of its margin, itself not twice. */
function withListed(own: IssueMention, listed: readonly IssueMention[]): readonly IssueMention[] {
  return [own, ...listed.filter(({ number, serial }) => number !== own.number || serial !== own.serial)];
}

function toExtraction(
  reading: Reading,
  { kind, detail }: PageClass,
  { article, widget, clock, listed, cited }: Parts,
): Extraction {
  const { known, context } = reading;
  const url = storyAddress(reading, kind, article?.article ?? null);
  const capture = captureOf(reading, { widget, clock, listed });
  const evidence = {
    ...article?.evidence,
    ...(widget !== null && { calendar: { rule: 'calendar-table', layer: 'engine' } }),
  };
  return {
    kind,
    kindDetail: detail,
    url,
    site: known.site?.host ?? reading.address.host ?? hostOf(url) ?? hostLike(context.site),
    profile: known.profile?.name ?? GENERIC,
    ...capture,
    article: article?.article ?? null,
    issues: withCited(listed, cited),
    calendar: widget?.calendar ?? null,
    attributions: article?.attributions ?? [],
    evidence:
      listed.length + cited.length > 0
        ? { ...evidence, issues: { rule: issueRule(kind, listed), layer: 'heuristic' } }
        : evidence,
    diagnostics: article?.diagnostics ?? [],
    placements: article?.placements ?? [],
  };
}

function issueRule(kind: PageClass['kind'], listed: readonly IssueMention[]): string {
  if (kind === 'issue') return 'issue-page';
  return listed.length > 0 ? 'issue-list' : 'issue-cited';
}

/** What calendar, clock and list of issues prove of the day of the crawl. */
function captureOf(
  { context }: Reading,
  { widget, clock, listed }: Omit<Parts, 'article' | 'cited'>,
): Pick<Extraction, 'capturedAt' | 'capturedAtBasis' | 'capturedBetween'> {
  const marked = widget?.calendar.day ?? null;
  const day = marked ?? clock;
  if (day !== null)
    return { capturedAt: day, capturedAtBasis: marked === null ? 'page-clock' : 'calendar-day', capturedBetween: null };
  const printed = listed.map(({ datePublished }) => datePublished);
  const days = [...printed, ...(widget?.calendar.daysWithNews ?? [])].filter((date) => date !== null);
  const month = widget?.isCurrent === true ? widget.calendar.month : null;
  const bounds = context.capturedAt === null ? boundsOfCrawl(days, month) : null;
  return { capturedAt: null, capturedAtBasis: null, capturedBetween: bounds };
}

/** A host that the user names without a profile. */
function hostLike(site: string | null): string | null {
  return site !== null && /^[\w-]+(?:\.[\w-]+)+$/.test(site) ? site.toLowerCase() : null;
}
