import type { FieldTally, JudgedField, LearntProfile, ProfileTest, SiteProfile } from '../index.js';
import { counted, number, oneLine, table } from './terminal.js';

/** Characters shown of a value. */
const WIDTH = 70;
/** Pages, and labels without a page, that are named. */
const MOST_SHOWN = 100;

/** One line a profile: its name, what it is for, its hosts. */
export function profileTable(profiles: readonly SiteProfile[]): string {
  const rows = profiles.map(({ name, engine, sites, layouts }) => [
    name,
    counted(layouts.length, 'layout'),
    sites.length === 0 ? '–' : counted(sites.length, 'paper'),
    sites.length === 0 ? `any site made with ${engine ?? 'it'}` : sites.map(({ host }) => host).join(', '),
  ]);
  return table([['profile', 'layouts', 'papers', 'hosts'], ...rows], '');
}

/** Accuracy by field, then every page that fails, and how. */
export function testText(test: ProfileTest, name: string): string {
  const { pages, fields, failedPages, notFound } = test;
  const whole = pages - failedPages.length;
  return [
    `${name}: ${counted(pages, 'labelled page')}, ${number(whole)} wholly right\n\n`,
    fieldTable(fields),
    ...failedPages.slice(0, MOST_SHOWN).map(({ path, locator, profile, faults }) => {
      const place = locator === 'file' ? path : `${path} (${locator})`;
      return `\n${oneLine(place, 2 * WIDTH)}, read by ${profile}\n${faults.map(faultText).join('')}`;
    }),
    failedPages.length > MOST_SHOWN ? `\nand ${counted(failedPages.length - MOST_SHOWN, 'more page')}\n` : '',
    notFoundText(notFound),
  ].join('');
}

/** Field by field what was learnt, for the person; the profile itself goes to standard output. */
export function learntText({ pages, fields, notFound }: LearntProfile): string {
  const rows = fields.map(({ field, selectors, right, labelled }) => [
    field,
    `${right} of ${labelled}`,
    oneLine(selectors.length === 0 ? 'no selector gives the labelled value' : selectors.join(' | '), WIDTH),
  ]);
  return `Learnt from ${counted(pages, 'labelled page')}:\n${table([['field', 'right', 'selectors'], ...rows])}${notFoundText(notFound)}`;
}

function fieldTable(fields: readonly FieldTally[]): string {
  const rows = fields.map(({ field, labelled, right, wrong, missing, invented, score }) => [
    field,
    ...[labelled, right, wrong, missing, invented].map(number),
    percent(right / labelled) + (field === 'articleBody' ? `  (words: F1 ${score.toFixed(3)})` : ''),
  ]);
  return table([['field', 'labelled', 'right', 'wrong', 'missing', 'invented', 'accuracy'], ...rows], '');
}

function faultText({ field, outcome, expected, found, rule, score }: JudgedField): string {
  const [right, given] = [shown(expected), shown(found)];
  if (field === 'articleBody' && outcome === 'wrong')
    return `  ${field}: words F1 ${score.toFixed(3)}, from ${rule ?? '–'}${differenceOf(expected, found)}\n`;
  const said = outcome === 'missing' ? 'not found' : `«${given}», from ${rule ?? '–'}`;
  return `  ${field}: ${said}; ${outcome === 'invented' ? 'there is none' : `right is «${right}»`}\n`;
}

/** The first paragraph that only one of two bodies has. */
function differenceOf(expected: unknown, found: unknown): string {
  const [right, given] = [linesOf(expected), linesOf(found)];
  const lost = right.find((line) => !given.includes(line));
  const added = given.find((line) => !right.includes(line));
  return [
    ...(lost === undefined ? [] : [`\n    lacks «${shown(lost)}»`]),
    ...(added === undefined ? [] : [`\n    has «${shown(added)}»`]),
  ].join('');
}

function linesOf(body: unknown): readonly string[] {
  return Array.isArray(body) ? body.map(String) : [];
}

function shown(value: unknown): string {
  return oneLine(Array.isArray(value) ? value.join(', ') : String(value ?? ''), WIDTH);
}

function notFoundText(truths: ProfileTest['notFound']): string {
  if (truths.length === 0) return '';
  const names = truths.slice(0, MOST_SHOWN).map(({ file, url }) => `  ${oneLine(file ?? url ?? '', 2 * WIDTH)}\n`);
  return `\n${counted(truths.length, 'label')} without a page among the dumps:\n${names.join('')}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
