import type { Breadcrumb } from './breadcrumb.js';
import { type Candidate, chooseCandidate } from './candidate.js';
import { type FoldedText, foldedTextOf } from './folded-text.js';
import type { Reading } from './reading.js';
import { selectTexts } from './selected.js';
import { isBesideText, type StoryPlace } from './story-place.js';

/** Links to the story's category, as engines and themes name them. */
const CATEGORY_LINKS =
  '.category a, .argcat a, .meta_cat a, .icat a, .cat-links a, .cat_links a, .post-category a, .entry-category a, [itemprop="articleSection"], a[rel~="category"]';
const LONGEST = 80;

/** The deepest category as printed, else as the address writes it. */
export function readSection(reading: Reading, breadcrumb: Breadcrumb, place: StoryPlace): Candidate<FoldedText> | null {
  const { tree, layout, zones, data, address } = reading;
  const plain = (text: string): FoldedText => ({ text, starts: [] });
  const selected = selectTexts(tree, layout?.articleSection).at(-1);
  const links = tree
    .find(CATEGORY_LINKS)
    .filter((element) => zones.zoneOf(element) === 'main' && isBesideText(tree, place, element));
  const printed = links
    .slice(0, 5)
    .map((element) => foldedTextOf(tree, element))
    .filter(({ text }) => text !== '');
  const deepest = breadcrumb.categories.at(-1);
  const found: Candidate<FoldedText>[] = [];
  if (selected !== undefined)
    found.push({ value: selected.text, rule: `${layout?.name}-section`, layer: 'profile', score: 0.9 });
  if (deepest !== undefined) found.push({ value: plain(deepest), rule: 'breadcrumb', layer: 'heuristic', score: 0.8 });
  for (const value of printed.slice(-1)) found.push({ value, rule: 'category-link', layer: 'heuristic', score: 0.75 });
  if (data.section !== null)
    found.push({ value: plain(data.section), rule: 'section-data', layer: 'structured-data', score: 0.7 });
  if (address.shape.section !== null)
    found.push({ value: plain(address.shape.section), rule: 'address', layer: 'address', score: 0.2 });
  return chooseCandidate(
    found.filter(({ value }) => value.text.length <= LONGEST),
    ({ text }) => text.toLowerCase(),
  );
}
