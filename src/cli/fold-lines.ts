/** Words with the white space before them; colours count as part of the word they stand at. */
const PIECE = /\s*[^\s]+|\s+$/g;
const COLOUR = /\u001b\[[\d;]*m/g;
const INDENT = /^ */;
/** How much further a line goes in that continues another. */
const HANGING = 4;

/** Lines longer than `width` columns broken between words, with what continues them set in; a longer word stays whole, to be copied. */
export function foldLines(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (columnsOf(line) <= width ? line : foldLine(line, width)))
    .join('\n');
}

function foldLine(line: string, width: number): string {
  const depth = INDENT.exec(line)?.[0].length ?? 0;
  const indent = ' '.repeat(Math.min(depth + HANGING, Math.floor(width / 2)));
  const lines: string[] = [];
  let current = '';
  let taken = 0;
  for (const piece of line.match(PIECE) ?? []) {
    const columns = columnsOf(piece);
    const hasWords = current.trim() !== '';
    if (hasWords && taken + columns > width) {
      lines.push(current);
      current = indent + piece.trim();
      taken = columnsOf(current);
    } else {
      current += piece;
      taken += columns;
    }
  }
  return [...lines, current].join('\n');
}

function columnsOf(text: string): number {
  return [...text.replace(COLOUR, '')].length;
}
