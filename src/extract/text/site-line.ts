/** What the line of a site at the top of its pages says. */
export interface SiteLine {
  /** Name of the paper. */
  readonly name: string | null;
  /** Host, lower case, without `www.`. */
  readonly host: string;
}

/** `Тіршілік тынысы Tirshilik-tynysy.kz ақпараттық агенттігі`: name, address, what it is. */
const SITE_LINE =
  /^(?:([\p{L}][\p{L}\p{M}\s«»"'’-]{0,60}?)\s+)?((?:[a-z0-9-]{1,60}\.){1,3}[a-z]{2,10})\s+(?:ақпараттық|ақпарат|информационное|маалыматтык|aqparattyq)\s+(?:агенттігі|порталы|сайты|агентство|агенттиги|agenttigi)$/iu;
/** `«Аудан үні» газеті`, and the words of a legal form, print nothing that a story needs. */
const QUOTES = /[«»"“”]/g;
const LONGEST = 160;

/** Reads the line that names the paper and its address; null where a line is none. */
export function readSiteLine(text: string): SiteLine | null {
  if (text.length > LONGEST) return null;
  const match = SITE_LINE.exec(text);
  const host = match?.[2]?.toLowerCase().replace(/^www\./, '');
  if (host === undefined) return null;
  const name = match?.[1]?.replace(QUOTES, '').trim() ?? '';
  return { name: name === '' ? null : name, host };
}
