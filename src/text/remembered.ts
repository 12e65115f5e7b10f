/** Longer keys are seldom asked for twice. */
const LONGEST_KEY = 40;
/** Kept answers; the words of a language that papers use every day are fewer. */
const MOST = 20_000;

/** The same function of a text, which keeps its answers for short texts: words come again and again. Its value must be frozen data. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KEY) return read(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    if (known.size >= MOST) known.clear();
    const found = read(text);
    known.set(text, found);
    return found;
  };
}
