import type { ReportFigures } from '../../model/report.js';
import { columnsOf, hint, moreOf, section, table } from '../elements.js';
import { type Content, type Html, html, quoted } from '../html.js';
import type { Language } from '../language.js';
import type { TextName } from '../texts/en.js';

/** Host of the pages whose site cannot be told. */
const UNKNOWN_SITE = 'unknown';
const BAD = new Set(['failed', 'interrupted']);

/** What the archive holds, in words. */
export function leadOf({ totals, published, captured }: ReportFigures, { say, day }: Language): Html {
  if (totals.sources === 0 && totals.articles === 0) return html`<p class="lead">${say('leadEmpty')}</p>\n`;
  const holds = say('leadHolds', {
    articles: say('leadArticles', { n: totals.articles }),
    sites: say('leadSites', { n: totals.sites }),
    captures: say('leadCaptures', { n: totals.captures }),
    sources: say('leadSources', { n: totals.sources }),
    issues: totals.issues === 0 ? say('issuesNone') : say('leadIssues', { n: totals.issues }),
  });
  const span = (name: TextName, { first, last }: ReportFigures['published']): string =>
    first === null || last === null ? '' : ` ${say(name, { first: day(first), last: day(last) })}`;
  const dates = span('leadPublished', published);
  const crawled = captured.first === null ? ` ${say('leadUncaptured')}` : span('leadCaptured', captured);
  return html`<p class="lead">${holds}${dates}${crawled}</p>\n`;
}

/** What an archivist should look at first, with the way to it. */
export function lookOf({ totals, imports }: ReportFigures, { say }: Language): Html | null {
  if (totals.sources === 0 && totals.articles === 0) return null;
  const ended = imports.filter(({ status }) => BAD.has(status)).length;
  const entries: readonly (readonly [TextName, number, string])[] = [
    ['lookMissing', totals.missingIssues, 'issues'],
    ['lookRejects', totals.rejects, 'rejects'],
    ['lookDamaged', totals.damagedArticles, 'damage'],
    ['lookUndated', totals.undatedArticles, 'newspapers'],
    ['lookUnfinished', totals.unfinishedSources, 'imports'],
    ['lookImports', ended, 'imports'],
  ];
  const items = entries
    .filter(([, n]) => n > 0)
    .map(([name, n, id]) => html`<li><a href="#${id}">${say(name, { n })}</a></li>\n`);
  const content = items.length === 0 ? html`<p>${say('lookNothing')}</p>` : html`<ul>${items}</ul>`;
  return html`<section class="look" aria-labelledby="look-heading"><h2 id="look-heading">${say('look')}</h2>${content}</section>\n`;
}

/** The four figures that say how large the archive is. */
export function sizesOf({ totals }: ReportFigures, { say, number }: Language): Html {
  const sizes: readonly (readonly [TextName, number])[] = [
    ['dumps', totals.sources],
    ['captures', totals.captures],
    ['articles', totals.articles],
    ['issues', totals.issues],
  ];
  return html`<dl class="sizes">${sizes.map(([name, n]) => html`<div><dt>${say(name)}</dt><dd>${number(n)}</dd></div>`)}</dl>\n`;
}

/** The newspapers, and what there is of each. */
export function newspapersPart({ sites, totals }: ReportFigures, language: Language): Html {
  const { say, number, shortDay } = language;
  const columns = columnsOf(
    language,
    ['newspaper', 'articles', 'undated', 'issues'],
    ['text', 'number', 'number', 'number'],
  );
  const rows = sites
    .filter(({ articles, issues }) => articles + issues > 0)
    .map(({ host, name, articles, undated, issues, published }): readonly Content[] => [
      [
        quoted(name ?? host),
        html`<small>${name === null ? null : quoted(host)} ${daysOf(published, shortDay)}</small>`,
      ],
      number(articles),
      number(undated),
      number(issues),
    ]);
  return section('newspapers', say('newspapers'), [
    hint(say('newspapersHint')),
    table(say('newspapers'), columns, rows),
    moreOf(language, rows.length, totals.sites),
    sites.some(({ host }) => host === UNKNOWN_SITE) ? hint(say('newspapersUnknown', { host: UNKNOWN_SITE })) : null,
  ]);
}

function daysOf({ first, last }: ReportFigures['published'], shortDay: Language['shortDay']): string {
  return first === null || last === null ? '' : `${shortDay(first)} – ${shortDay(last)}`;
}
