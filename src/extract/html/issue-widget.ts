import type { IssueMention } from '../../model/issue.js';
import { findDates, readDate } from '../fields/date.js';
import { type IssueLabel, readIssueLabel } from '../fields/issue-label.js';
import { foldPieces, pieceOf, textIn } from './folded-text.js';
import { absolute } from './page-address.js';
import type { PageElement } from './page-tree.js';
import { closest, isWithin, type Reading } from './reading.js';

/** What a title of an issue begins with, or its weekday. */
const NUMBER_SIGN = /№|^(?:[N¹(]|[Нн]омер|[Нн]өмір)\s?\d/;
/** What the text before folding must hold. */
const MAY_HAVE_SIGN = /[№N¹(]/;
const LONGEST = 90;
const MOST = 200;
/** How far above its title the date of an issue may stand. */
const HIGHEST = 4;

/** Reads the list of print issues that a page shows in its margin, or lists as its stories, in the order of the page. */
export function readIssueMentions(reading: Reading, body: PageElement | null): readonly IssueMention[] {
  const found: { readonly mention: IssueMention; readonly element: PageElement }[] = [];
  for (const node of reading.tree.textNodes) {
    if (node.parent === null || found.length >= MOST) continue;
    if (!MAY_HAVE_SIGN.test(reading.tree.trimmedTextOf(node))) continue;
    if (isWithin(node, body) || reading.zones.zoneOf(node) === 'comments' || isSkipped(node.parent)) continue;
    const text = foldPieces([pieceOf(reading.tree, node)]).text;
    if (text.length > LONGEST || !NUMBER_SIGN.test(text)) continue;
    const label = readIssueLabel(text);
    if (label !== null) found.push({ mention: toMention(reading, node.parent, label, text), element: node.parent });
  }
  return distinct(found.map(({ mention }) => mention));
}

/** The issue that a page itself is, by its headline. */
export function readIssuePage(reading: Reading, headline: string, date: string | null): IssueMention | null {
  const label = readIssueLabel(headline);
  if (label === null) return null;
  const { number, numberEnd, serial, serialEnd } = label;
  const { address } = reading;
  return {
    number,
    numberEnd,
    serial,
    serialEnd,
    datePublished: label.datePublished ?? agreed(label, date),
    label: headline,
    url: address.canonical ?? address.page,
  };
}

function toMention(reading: Reading, element: PageElement, issue: IssueLabel, label: string): IssueMention {
  const { number, numberEnd, serial, serialEnd } = issue;
  const link = closest(element, ({ tag }) => tag === 'a');
  const href = link?.attributes.href;
  const url = href === undefined ? null : absolute(href, reading.address.base);
  return {
    number,
    numberEnd,
    serial,
    serialEnd,
    datePublished: issue.datePublished ?? agreed(issue, dateBeside(reading, element)),
    label,
    url,
  };
}

/** The date printed in the same item as the title: the nearest element above that holds one date and no second title. */
function dateBeside({ tree, zones, today }: Reading, element: PageElement): string | null {
  let up: PageElement | null = element;
  for (let step = 0; up !== null && step < HIGHEST; step += 1, up = up.parent) {
    if (zones.textLength(up).all > LONGEST * 3) break;
    const texts = textsBelow(tree, up);
    const dates = texts.flatMap(
      (text) => readDate(text, { reference: today })?.date ?? findDates(text).map(({ date }) => date),
    );
    if (dates.length === 1) return dates[0] ?? null;
    if (dates.length > 1) return null;
  }
  return nextDate(tree, element, today);
}

/** A title and its date may follow each other without an element of their own. */
function nextDate(tree: Reading['tree'], element: PageElement, today: string | null): string | null {
  let texts = 0;
  for (let index = element.end + 1; index < tree.nodes.length && texts < 1; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind !== 'text' || node.segment === null) continue;
    texts += 1;
    const text = tree.trimmedTextOf(node);
    if (text.length <= LONGEST) return readDate(text, { reference: today })?.date ?? null;
  }
  return null;
}

function textsBelow(tree: Reading['tree'], element: PageElement): readonly string[] {
  const nodes = tree.nodes.slice(element.index + 1, element.end + 1);
  const whole = textIn(tree, element);
  const texts = nodes
    .filter((node) => node.kind === 'text' && node.segment !== null)
    .map((node) => (node.kind === 'text' ? tree.trimmedTextOf(node) : ''));
  return texts.length === 0 ? [whole] : texts;
}

/** A date that the day in the title does not contradict. */
function agreed({ day }: IssueLabel, date: string | null): string | null {
  return date === null || day === null || Number(date.slice(8)) === day ? date : null;
}

/** A picture and its title lead to the same issue. */
function distinct(mentions: readonly IssueMention[]): readonly IssueMention[] {
  const seen = new Set<string>();
  return mentions.filter(({ number, serial, url, datePublished }) => {
    const key = JSON.stringify([number, serial, url ?? datePublished]);
    return !seen.has(key) && seen.add(key);
  });
}

function isSkipped(element: PageElement): boolean {
  return closest(element, ({ tag }) => tag === 'head' || tag === 'title' || tag === 'option') !== null;
}
