/** Quotes and dashes that differ between two prints of one headline. */
const QUOTES = /[«»"“”„‟‘’'`]/g;
const DASHES = /[‐-―−]/g;
const EDGES = /^[\s.,:;!?…-]+|[\s.,:;!?…-]+$/g;
/** Signs that keys leave out, at the most: quotes, marks at the ends, white space. */
const MOST_LEFT_OUT = 100;
const SPACES = /\s+/g;
/** What is left of `I` without a dot and `İ` in small letters, of which capitals tell nothing in a page of another language. */
const DOTS_OF_I = /ı|i\u0307/g;
/** Any of these, white space other than single spaces among them: most headlines have none. */
const UNEVEN = /[«»"“”„‟‘’'`‐-―−ı]|\u0307|[^\S ]|\s\s/;
const EDGE = /[\s.,:;!?…-]/;

/** A key under which two prints of one headline agree: without case, dots of i, quotes, kinds of dashes and marks at its ends. */
export function headlineKey(text: string): string {
  const lower = text.toLowerCase();
  const plain = UNEVEN.test(lower) ? evened(lower) : lower;
  return plain.length <= 1000 && hasEdge(plain) ? plain.replace(EDGES, '') : plain;
}

function evened(lower: string): string {
  return lower.replace(DOTS_OF_I, 'i').replace(QUOTES, '').replace(DASHES, '-').replace(SPACES, ' ');
}

function hasEdge(text: string): boolean {
  return EDGE.test(text.charAt(0)) || EDGE.test(text.charAt(text.length - 1));
}

/** Whether two lines print one headline; a line without letters or digits is like no other. */
export function isSameHeadline(first: string, second: string): boolean {
  if (Math.abs(first.length - second.length) > MOST_LEFT_OUT) return false;
  const key = headlineKey(first);
  return key !== '' && key === headlineKey(second);
}
