/** Quotes and dashes that differ between two prints of one headline. */
const QUOTES = /[«»"“”„‟‘’'`]/g;
const DASHES = /[‐-―−]/g;
const EDGES = /^[\s.,:;!?…-]+|[\s.,:;!?…-]+$/g;
const SPACES = /\s+/g;

/** A key under which two prints of one headline agree: without case, quotes, kinds of dashes and marks at its ends. */
export function headlineKey(text: string): string {
  const plain = text.toLowerCase().replace(QUOTES, '').replace(DASHES, '-').replace(SPACES, ' ');
  return plain.length > 1000 ? plain : plain.replace(EDGES, '');
}

/** Whether two lines print one headline; a line without letters or digits is like no other. */
export function isSameHeadline(first: string, second: string): boolean {
  const key = headlineKey(first);
  return key !== '' && key === headlineKey(second);
}
