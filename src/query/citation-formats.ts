import type { Citation } from './citation.js';

/** Formats of a citation, and what writes them: each ends with a line feed. */
export const citationFormats: ReadonlyMap<string, (citation: Citation) => string> = new Map([
  ['text', toText],
  ['csl-json', toCslJson],
  ['bibtex', toBibtex],
  ['ris', toRis],
]);

/** As a footnote reads. */
function toText(citation: Citation): string {
  const { author, title, newspaper, published, publishedAsPrinted, url } = citation;
  const parts = [
    author,
    title === null ? null : `«${flat(title)}»`,
    newspaper ?? 'newspaper unknown',
    published ?? (publishedAsPrinted === null ? 'no date' : `no certain date (printed: ${flat(publishedAsPrinted)})`),
    url,
    `captured ${capturedText(citation)}`,
  ];
  return `${[...parts.filter((part) => part !== null), ...provenance(citation)].join('. ')}.\n`;
}

/** CSL 1.0.2 data, a list as citeproc and Zotero take it. */
function toCslJson(citation: Citation): string {
  const { id, title, author, newspaper, issn, publisher, section, language, published, url, capturedAt } = citation;
  const item = {
    id,
    type: 'article-newspaper',
    title: title ?? undefined,
    author: author === null ? undefined : [{ literal: author }],
    'container-title': newspaper ?? undefined,
    publisher: publisher ?? undefined,
    ISSN: issn ?? undefined,
    section: section ?? undefined,
    language: language ?? undefined,
    issued: cslDate(published),
    accessed: cslDate(capturedAt),
    URL: url ?? undefined,
    archive: 'Muragat',
    archive_location: placeOf(citation) ?? undefined,
    note: notes(citation),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function cslDate(iso: string | null): { readonly 'date-parts': readonly (readonly number[])[] } | undefined {
  return iso === null ? undefined : { 'date-parts': [iso.slice(0, 10).split('-').map(Number)] };
}

const BIBTEX_SPECIAL = /[\\{}%&$#_~^]/g;
const BIBTEX_COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const NOT_IN_BIBTEX_KEY = /[^A-Za-z0-9:.-]+/g;

function toBibtex(citation: Citation): string {
  const { id, title, author, newspaper, issn, publisher, language, published, url, capturedAt } = citation;
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', author === null ? null : `{${bibtex(author)}}`],
    ['title', title === null ? null : `{${bibtex(title)}}`],
    ['journal', newspaper === null ? null : bibtex(newspaper)],
    ['date', published],
    ['year', published?.slice(0, 4) ?? null],
    ['publisher', publisher === null ? null : bibtex(publisher)],
    ['issn', issn],
    ['langid', language],
    // Addresses are read as they stand; a brace would end the field.
    ['url', url?.replace(/[{}\\\s]/g, encodeURIComponent) ?? null],
    ['urldate', capturedAt?.slice(0, 10) ?? null],
    ['note', bibtex(notes(citation))],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
  return `@article{${id.replace(NOT_IN_BIBTEX_KEY, '-')},\n${lines.join(',\n')}\n}\n`;
}

function bibtex(text: string): string {
  return flat(text).replace(BIBTEX_SPECIAL, (sign) => BIBTEX_COMMANDS[sign] ?? `\\${sign}`);
}

function toRis(citation: Citation): string {
  const { id, title, author, newspaper, issn, publisher, section, language, published, url, capturedAt } = citation;
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', 'NEWS'],
    ['ID', id],
    ['AU', author],
    ['TI', title],
    ['T2', newspaper],
    ['PB', publisher],
    ['SN', issn],
    ['SE', section],
    ['LA', language],
    ['PY', published?.slice(0, 4) ?? null],
    ['DA', published?.replaceAll('-', '/') ?? null],
    ['UR', url],
    ['Y2', capturedAt?.slice(0, 10).replaceAll('-', '/') ?? null],
    ['AV', placeOf(citation)],
    ['N1', notes(citation)],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${flat(value)}`]));
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** What no field of a reference manager holds. */
function notes(citation: Citation): string {
  const { published, publishedAsPrinted } = citation;
  const printed = published === null && publishedAsPrinted !== null ? [`Printed date: ${publishedAsPrinted}`] : [];
  return [...printed, `Captured ${capturedText(citation)}`, ...provenance(citation)].join('. ');
}

function provenance(citation: Citation): readonly string[] {
  const place = placeOf(citation);
  return [
    ...(place === null ? [] : [`Dump: ${flat(place)}`]),
    ...(citation.contentSha256 === null ? [] : [`SHA-256 of the page: ${citation.contentSha256}`]),
    `Muragat ${citation.id}`,
    repairsText(citation),
  ];
}

function placeOf({ dump, locator }: Citation): string | null {
  return dump === null ? null : `${dump} (${locator})`;
}

function capturedText({ capturedAt, capturedBetween }: Citation): string {
  if (capturedAt !== null) return capturedAt;
  const [from, to] = capturedBetween ?? [null, null];
  if (from !== null && to !== null) return `between ${from} and ${to}`;
  if (from !== null) return `on or after ${from}`;
  return to === null ? 'on an unknown day' : `on or before ${to}`;
}

function repairsText({ repairs: { applied, lossy, damaged, methods } }: Citation): string {
  const left = damaged > 0 ? `; damaged in ${damaged} more ${damaged === 1 ? 'place' : 'places'}` : '';
  if (applied === 0)
    return damaged > 0
      ? `Text as captured, damaged in ${damaged} ${damaged === 1 ? 'place' : 'places'}`
      : 'Text as captured, no repairs';
  const inferred = lossy > 0 ? `, ${lossy} of them inferred because bytes were lost` : '';
  return `Text repaired in ${applied} ${applied === 1 ? 'place' : 'places'} (${methods.join(', ')})${inferred}${left}`;
}

const SPACES = /\s+/g;

function flat(text: string): string {
  return text.replace(SPACES, ' ').trim();
}
