import { readIssueLabel } from '../fields/issue-label.js';
import { isStandingHeadline } from '../fields/standing-page.js';
import { parseAddress } from './address-shape.js';
import { textIn } from './folded-text.js';
import { leadsToStory, storyLinks } from './listed-stories.js';
import type { Reading } from './reading.js';
import type { StorySigns } from './story-signs.js';

/** `/sport/`, `/ruhani-omir/`: each part is a word or two, as in the addresses of sections. */
const SECTION_PATH = /^(?:\/[\p{L}_]{2,30}(?:-[\p{L}_]{2,20})?){1,2}\/$/u;
/** Words of a section's name. */
const MOST_WORDS = 3;
/** Letters that a page of a section holds at the most, where nothing else shows what it is. */
const SHORTEST_STORY = 140;
/** The end of a lead that a list cuts, and the letters of a lead. */
const CUT = /(?:\.{3,}|…)$/;
const SHORTEST_LEAD = 40;
const FEWEST_LEADS = 2;
/** More issues than the margin of a page lists. */
const FEWEST_ISSUES = 5;
const LONGEST_ARCHIVE = 600;
const MOST_LINKS = 500;

/**
 * Whether a page is that of a section, whose name is its headline: by its address, with little text or a heading that leads
 * to a story of it; without an address by leads that end with «...».
 */
export function isSection(reading: Reading, { headline, body, bodyLength }: StorySigns): boolean {
  const { tree, zones, address } = reading;
  if (headline === null || isStandingHeadline(headline) || headline.split(' ').length > MOST_WORDS) return false;
  if (address.page === null) return cutLeads(reading) >= FEWEST_LEADS;
  if (!SECTION_PATH.test(parseAddress(address.page)?.pathname ?? '')) return false;
  if (bodyLength < SHORTEST_STORY) return true;
  return tree.find('h1, h2, h3, h4').some((heading) => {
    const link = tree.find('a', heading)[0];
    const isAbove = body === null || heading.index <= body.end;
    return isAbove && zones.zoneOf(heading) === 'main' && link !== undefined && leadsToStory(link, address.base);
  });
}

/** Leads that end with «...», as many as there are links to stories. */
function cutLeads(reading: Reading): number {
  const { tree, zones } = reading;
  const cut = tree.nodes.filter(
    (node) =>
      node.kind === 'text' &&
      tree.lengthOf(node) >= SHORTEST_LEAD &&
      zones.zoneOf(node) === 'main' &&
      CUT.test(tree.trimmedTextOf(node)),
  ).length;
  return Math.min(cut, storyLinks(reading));
}

/** Whether a page lists print issues, each a link, and tells no story. */
export function isIssueArchive({ tree, zones }: Reading, bodyLength: number): boolean {
  const links = tree.find('a').slice(0, MOST_LINKS);
  const issues = links.filter((link) => zones.zoneOf(link) === 'main' && readIssueLabel(textIn(tree, link)) !== null);
  return bodyLength < LONGEST_ARCHIVE && issues.length >= FEWEST_ISSUES;
}
