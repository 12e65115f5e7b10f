import type { Placement } from '../../model/extraction.js';
import type { Paragraph } from './body.js';
import type { Line } from './lines.js';
import type { Story } from './story.js';

/** Between two paragraphs of `articleBody` stand two line feeds. */
const GAP = 2;

/**
 * Where each line ended: the field, and the code points from the field's beginning to the beginning of the line's text
 * as found. White space and markup dropped before a field make that place negative.
 */
export function placementsOf(story: Story, crumb: Line | null): readonly Placement[] {
  const { headline, body, facts } = story;
  const { credits } = body;
  const found = [facts.below, facts.above];
  const lineIn = (field: string, line: Line | undefined) => (line === undefined ? [] : placed(field, line, 0));
  return unique([
    ...(headline === null ? [] : placed('headline', headline.line, headlineStart(headline.line, headline.text))),
    // A breadcrumb ends with a copy of the headline.
    ...(crumb === null ? [] : placed('headline-copy', crumb, headlineStart(crumb, headline?.text ?? ''))),
    ...body.copies.flatMap((line) => placed('headline-copy', line, 0)),
    ...paragraphPlacements(body.paragraphs),
    ...(body.byline?.lines ?? []).flatMap((line) => placed('author', line, 0)),
    ...credits.flatMap((line) => placed('credit', line, 0)),
    ...found.flatMap((part) => lineIn('datePublished', part.date?.line)),
    ...found.flatMap((part) => lineIn('views', part.counters?.line)),
    ...found.flatMap((part) => lineIn('articleSection', part.section?.line)),
    ...found.flatMap((part) => lineIn('author', part.author?.line)),
  ]);
}

function placed(field: string, line: Line, start: number): readonly Placement[] {
  const more = line.more.map((piece) => ({ segment: piece.segment, field, start: start + piece.start }));
  return [{ segment: line.segment, field, start: start - line.dropped }, ...more];
}

/** A breadcrumb that holds the only headline begins with its signs. */
function headlineStart(line: Line, text: string): number {
  return line.text.endsWith(text) ? -[...line.text.slice(0, line.text.length - text.length)].length : 0;
}

function paragraphPlacements(paragraphs: readonly Paragraph[]): readonly Placement[] {
  let start = 0;
  return paragraphs.flatMap((paragraph) => {
    const at = start;
    start += [...paragraph.text].length + GAP;
    return paragraph.pieces.flatMap((piece) => placed('articleBody', piece.line, at + piece.start));
  });
}

/** A line serves one field: the first that names it. */
function unique(placements: readonly Placement[]): readonly Placement[] {
  const seen = new Set<number>();
  return placements.filter(({ segment }) => !seen.has(segment) && seen.add(segment));
}
