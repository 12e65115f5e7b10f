import { LETTERS, toWord } from './letters.js';

const LAST = 0x40;
const FINAL = 0x80;
const CODE = 0x3f;

/** Words as the smallest graph of their letters. Edges of a state follow each other: code (6 bits), last edge, end of a word, target. */
export interface WordGraph {
  readonly edges: Uint32Array;
  /** First edge of the start; 0 where the graph is empty (edge 0 is never used). */
  readonly root: number;
}

interface Node {
  readonly edges: { readonly code: number; final: boolean; target: Node }[];
  id: number;
}

/** Graph of words in lower case; foreign letters are an error of the caller. Depends on the set of words only. */
export function buildWordGraph(words: Iterable<string>): WordGraph {
  const sorted = [...new Set(words)].filter((word) => word.length > 0).sort(byCodes);
  const minimal = new Map<string, Node>();
  const root: Node = { edges: [], id: 0 };
  let count = 0;
  const settle = (node: Node): Node => {
    const key = node.edges.map(({ code, final, target }) => `${code}${final ? '!' : ':'}${target.id}`).join(',');
    const known = minimal.get(key);
    if (known !== undefined) return known;
    count += 1;
    node.id = count;
    minimal.set(key, node);
    return node;
  };
  let path: Node[] = [root];
  let previous = '';
  const close = (depth: number): void => {
    for (let level = path.length - 1; level > depth; level -= 1) {
      const edge = path[level - 1]?.edges.at(-1);
      const node = path[level];
      if (edge !== undefined && node !== undefined) edge.target = settle(node);
    }
    path = path.slice(0, depth + 1);
  };
  for (const word of sorted) {
    let depth = 0;
    while (depth < previous.length && previous[depth] === word[depth]) depth += 1;
    close(depth);
    for (let index = depth; index < word.length; index += 1) {
      const target: Node = { edges: [], id: 0 };
      const code = LETTERS.indexOf(word[index] ?? '') + 1;
      path[index]?.edges.push({ code, final: index === word.length - 1, target });
      path.push(target);
    }
    previous = word;
  }
  close(0);
  return flatten(root);
}

function byCodes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let index = 0; index < shorter; index += 1) {
    if (a[index] !== b[index]) return LETTERS.indexOf(a[index] ?? '') - LETTERS.indexOf(b[index] ?? '');
  }
  return a.length - b.length;
}

function flatten(root: Node): WordGraph {
  const starts = new Map<Node, number>();
  const edges: number[] = [0];
  const place = (node: Node): number => {
    if (node.edges.length === 0) return 0;
    const known = starts.get(node);
    if (known !== undefined) return known;
    const targets = node.edges.map(({ target }) => place(target));
    const start = edges.length;
    starts.set(node, start);
    node.edges.forEach(({ code, final }, index) => {
      const last = index === node.edges.length - 1 ? LAST : 0;
      edges.push((code | last | (final ? FINAL : 0) | ((targets[index] ?? 0) << 8)) >>> 0);
    });
    return start;
  };
  const start = place(root);
  return { edges: Uint32Array.from(edges), root: start };
}

/** Bytes of a graph: root and edges as 32-bit little-endian numbers, the bytes of one rank together, which packs better. */
export function packWordGraph({ edges, root }: WordGraph): Uint8Array {
  const numbers = [root, ...edges];
  const bytes = new Uint8Array(numbers.length * 4);
  numbers.forEach((value, index) => {
    for (let rank = 0; rank < 4; rank += 1) bytes[rank * numbers.length + index] = (value >>> (8 * rank)) & 0xff;
  });
  return bytes;
}

/** The graph of packed bytes. */
export function unpackWordGraph(bytes: Uint8Array): WordGraph {
  const size = bytes.length >> 2;
  const numbers = new Uint32Array(size);
  for (let rank = 0; rank < 4; rank += 1) {
    for (let index = 0; index < size; index += 1) {
      numbers[index] = ((numbers[index] ?? 0) | ((bytes[rank * size + index] ?? 0) << (8 * rank))) >>> 0;
    }
  }
  return { root: numbers[0] ?? 0, edges: numbers.subarray(1) };
}

/** True for a word of the graph, given by its codes. */
export function hasWord({ edges, root }: WordGraph, codes: ArrayLike<number>): boolean {
  let state = root;
  for (let index = 0; index < codes.length; index += 1) {
    let at = state;
    if (at === 0) return false;
    let edge = edges[at] ?? 0;
    while ((edge & CODE) !== codes[index]) {
      if ((edge & LAST) !== 0) return false;
      at += 1;
      edge = edges[at] ?? 0;
    }
    if (index === codes.length - 1) return (edge & FINAL) !== 0;
    state = edge >>> 8;
  }
  return false;
}

/** Letters that may stand at a place: 1 by code where allowed. */
export type Allowed = Uint8Array;

/** What a way through the graph costs: it is given up where its score falls below `least`. */
export interface Scoring<History> {
  readonly start: History;
  /** Log-probability of a letter after what came before. */
  readonly step: (history: History, code: number) => number;
  readonly push: (history: History, code: number) => History;
  readonly least: number;
}

/** Calls back for each word of the graph whose letters are allowed place by place and whose score does not fall too low. */
export function matchWords<History>(
  graph: WordGraph,
  places: readonly Allowed[],
  { start, step, push, least }: Scoring<History>,
): readonly string[] {
  const found: string[] = [];
  const path = new Uint8Array(places.length);
  const visit = (state: number, depth: number, before: { history: History; score: number }): void => {
    const allowed = places[depth];
    if (allowed === undefined || state === 0) return;
    for (let at = state; ; at += 1) {
      const edge = graph.edges[at] ?? LAST;
      const code = edge & CODE;
      if (allowed[code] === 1) {
        const score = before.score + step(before.history, code);
        if (score >= least) {
          path[depth] = code;
          if (depth < places.length - 1) visit(edge >>> 8, depth + 1, { history: push(before.history, code), score });
          else if ((edge & FINAL) !== 0) found.push(toWord(path, places.length));
        }
      }
      if ((edge & LAST) !== 0) return;
    }
  };
  visit(graph.root, 0, { history: start, score: 0 });
  return found;
}

/** Calls back for each edge of the tree of all words: the letters so far, how many words go through it, how many end there. */
export function visitPrefixes(
  graph: WordGraph,
  visit: (path: Uint8Array, depth: number, words: { readonly through: number; readonly ending: number }) => void,
): void {
  const counts = countWords(graph);
  const path = new Uint8Array(256);
  const walk = (state: number, depth: number): void => {
    if (state === 0 || depth >= 250) return;
    for (let at = state; ; at += 1) {
      const edge = graph.edges[at] ?? LAST;
      const ending = (edge & FINAL) === 0 ? 0 : 1;
      path[depth] = edge & CODE;
      visit(path, depth, { through: ending + (counts[edge >>> 8] ?? 0), ending });
      walk(edge >>> 8, depth + 1);
      if ((edge & LAST) !== 0) return;
    }
  };
  walk(graph.root, 0);
}

/** Number of words that begin in each state; states are laid down after the states they lead to. */
function countWords({ edges }: WordGraph): Float64Array {
  const counts = new Float64Array(edges.length);
  let start = 1;
  for (let at = 1; at < edges.length; at += 1) {
    if (((edges[at] ?? 0) & LAST) === 0) continue;
    let sum = 0;
    for (let index = start; index <= at; index += 1) {
      const edge = edges[index] ?? 0;
      sum += ((edge & FINAL) === 0 ? 0 : 1) + (counts[edge >>> 8] ?? 0);
    }
    counts[start] = sum;
    start = at + 1;
  }
  return counts;
}
