import type { PageElement } from './page-node.js';

/** An empty line, and the white space behind it. */
const EMPTY_LINE = /(\n[ \t\r]*\n\s*)/;
const PRESERVED = /white-space\s*:\s*(?:pre|break-spaces)/i;
/** `<pre><font size="3">`: how many elements may stand between. */
const HIGHEST = 3;

/** Whether an element shows the lines of its text as they are written. */
export function isPreformatted(element: PageElement | null): boolean {
  let up = element;
  for (let steps = 0; up !== null && steps < HIGHEST; steps += 1, up = up.parent) {
    if (up.tag === 'pre' || PRESERVED.test(up.attribute('style') ?? '')) return true;
  }
  return false;
}

/** Whether white space holds an empty line, which parts paragraphs where lines are shown as written. */
export function hasEmptyLine(space: string): boolean {
  return space.indexOf('\n') !== space.lastIndexOf('\n') && EMPTY_LINE.test(space);
}

/** A text cut behind its empty lines; the pieces together are the text. */
export function cutAtEmptyLines(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const [index, piece] of text.split(EMPTY_LINE).entries()) {
    if (index % 2 === 0) pieces.push(piece);
    else pieces.push(`${pieces.pop() ?? ''}${piece}`);
  }
  return pieces.filter((piece) => piece !== '');
}
