/** Longer words are seldom asked for twice. */
const LONGEST_WORD = 40;
/** Kept answers; the words of a language that papers use every day are fewer. */
const MOST = 20_000;

/** The same function of a text, which keeps its answers for short texts: words come again and again. Its value must be frozen data. */
export function remembered<T>(read: (text: string) => T, longest = LONGEST_WORD): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return read(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    if (known.size >= MOST) known.clear();
    const own = detached(text);
    const found = read(own);
    known.set(own, found);
    return found;
  };
}

/**
 * The same text in memory of its own. A piece of a string may be a view of it that keeps all of it in memory (V8 does so from 13 code
 * units on): a word that is remembered must not keep its whole page.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
