/** Quotes and dashes that differ between two prints of one headline. */
const QUOTES = /[«»"“”„‟‘’'`]/g;
const DASHES = /[‐-―−]/g;
const EDGES = /^[\s.,:;!?…-]+|[\s.,:;!?…-]+$/g;
/** Signs that keys leave out, at the most: quotes, marks at the ends, white space. */
const MOST_LEFT_OUT = 100;
const SPACES = /\s+/g;

/** A key under which two prints of one headline agree: without case, quotes, kinds of dashes and marks at its ends. */
export function headlineKey(text: string): string {
  const plain = text.toLowerCase().replace(QUOTES, '').replace(DASHES, '-').replace(SPACES, ' ');
  return plain.length > 1000 ? plain : plain.replace(EDGES, '');
}

/** Whether two lines print one headline; a line without letters or digits is like no other. */
export function isSameHeadline(first: string, second: string): boolean {
  if (Math.abs(first.length - second.length) > MOST_LEFT_OUT) return false;
  const key = headlineKey(first);
  return key !== '' && key === headlineKey(second);
}
