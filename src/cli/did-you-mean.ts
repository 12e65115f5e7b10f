/** Letters that may be wrong in a word of this many. */
const mistakesIn = (length: number): number => Math.max(1, Math.floor(length * 0.34));

/** ` Did you mean import?`, where one of the words is near enough to what was typed; else empty. */
export function didYouMean(typed: string, words: readonly string[]): string {
  const rated = words
    .map((word) => ({ word, mistakes: distance(typed.toLowerCase().slice(0, 60), word.toLowerCase()) }))
    .filter(({ word, mistakes }) => mistakes <= mistakesIn(word.length))
    .sort((a, b) => a.mistakes - b.mistakes);
  const [best] = rated;
  return best === undefined ? '' : ` Did you mean ${best.word}?`;
}

/** Letters put in, left out, taken for another, or swapped with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const options = [at(last, column) + 1, at(line, column - 1) + 1, at(last, column - 1) + (isSame ? 0 : 1)];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwapped) options.push(at(before, column - 2) + 1);
      line.push(Math.min(...options));
    }
    [before, last] = [last, line];
  }
  return at(last, b.length);
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? Number.POSITIVE_INFINITY;
}
