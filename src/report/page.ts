import { createHash } from 'node:crypto';
import type { ReportFigures } from '../model/report.js';
import { type Html, html, quoted, trusted } from './html.js';
import type { Language } from './language.js';
import { calendarPart } from './parts/calendar.js';
import { charsetsPart, originsPart, sectionsPart } from './parts/contents.js';
import { importsPart, rejectsPart } from './parts/imports.js';
import { issuesPart } from './parts/issues.js';
import { leadOf, lookOf, newspapersPart, sizesOf } from './parts/overview.js';
import { damagePart, repairsPart } from './parts/repairs.js';
import { viewsPart } from './parts/views.js';
import { STYLE } from './style.js';
import type { TextName } from './texts/en.js';

/** What stands on a report besides its figures. */
export interface ReportHead {
  /** What the archive is called, such as the name of its file. */
  readonly archive: string;
  /** Day or moment of the report, ISO 8601. */
  readonly madeAt: string;
  /** Version of the program. */
  readonly version: string;
}

type Part = (figures: ReportFigures, language: Language) => Html;
/** The parts in their order: the id of each, the text that heads it, and what makes it. */
const PARTS: readonly (readonly [id: string, heading: TextName, part: Part])[] = [
  ['newspapers', 'newspapers', newspapersPart],
  ['calendar', 'calendar', calendarPart],
  ['issues', 'issues', issuesPart],
  ['sections', 'sections', sectionsPart],
  ['origins', 'origins', originsPart],
  ['views', 'views', viewsPart],
  ['charsets', 'charsets', charsetsPart],
  ['repairs', 'repairs', repairsPart],
  ['damage', 'damage', damagePart],
  ['rejects', 'rejects', rejectsPart],
  ['imports', 'imports', importsPart],
];

/** Nothing may be loaded and nothing run; of styles only this one, told by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The whole page. An empty archive has nothing but its first paragraph. */
export function toPage(figures: ReportFigures, head: ReportHead, language: Language): string {
  const { say, day, code } = language;
  const isEmpty = figures.totals.sources === 0 && figures.totals.articles === 0;
  const links = PARTS.map(([id, heading]) => html`<li><a href="#${id}">${say(heading)}</a></li>\n`);
  const contents = html`<nav id="contents" aria-label="${say('contents')}"><ul>
${links}</ul></nav>
${PARTS.map(([, , part]) => part(figures, language))}`;
  return html`<!DOCTYPE html>
<html lang="${code}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${say('title')}: ${head.archive}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
${isEmpty ? null : html`<a class="skip" href="#contents">${say('skip')}</a>\n`}<header>
<h1>${say('title')}: ${quoted(head.archive)}</h1>
<p class="made">${say('madeOn', { day: day(head.madeAt), version: head.version })}</p>
${leadOf(figures, language)}</header>
<main>
${lookOf(figures, language)}${isEmpty ? null : [sizesOf(figures, language), contents]}</main>
<footer><p>${say('footer')}</p></footer>
</body>
</html>
`.html;
}
