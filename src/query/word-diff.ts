/** A run of words that two texts share, or that only the earlier or the later has. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Words with the white space behind them. */
const WORD = /\S+\s*/g;
/** Cells of the table that finds what two texts share; where it would be larger, what differs is shown as a whole. */
const MOST_CELLS = 4_000_000;

/** What changed between two texts, word by word: the parts that are not new make `before`, those that are not gone `after`. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const [a, b] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const middle = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))]);
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  if (a.length * b.length > MOST_CELLS) return [...gone(a), ...added(b)];
  const shared = sharedLengths(a, b);
  const width = b.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const down = i < a.length ? (shared[(i + 1) * width + j] ?? 0) : -1;
    const right = j < b.length ? (shared[i * width + j + 1] ?? 0) : -1;
    const [x = '', y = ''] = [a[i], b[j]];
    const isShared = i < a.length && j < b.length && x === y;
    parts.push(
      isShared ? { kind: 'same', text: x } : down >= right ? { kind: 'gone', text: x } : { kind: 'new', text: y },
    );
    if (isShared || down >= right) i += 1;
    if (isShared || down < right) j += 1;
  }
  return parts;
}

/** Length of the longest common subsequence of `a` from i and `b` from j on, at `i * (b.length + 1) + j`. */
function sharedLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[i] === b[j]
          ? 1 + (table[(i + 1) * width + j + 1] ?? 0)
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

function same(words: readonly string[]): readonly DiffPart[] {
  return words.map((text) => ({ kind: 'same', text }));
}

function gone(words: readonly string[]): readonly DiffPart[] {
  return words.map((text) => ({ kind: 'gone', text }));
}

function added(words: readonly string[]): readonly DiffPart[] {
  return words.map((text) => ({ kind: 'new', text }));
}

/** Runs of one kind as one part. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: { kind: DiffPart['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
