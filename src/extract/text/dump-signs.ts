import type { DumpForm } from './dump-form.js';

/** A line without the signs of the program that wrote it. */
export interface BareLine {
  readonly text: string;
  /** The page shows it as a heading. */
  readonly heading: boolean;
}

const HEADING = /^\s{0,3}#{1,6}\s+/;
const BULLET = /^\s*(?:[*+•◦▪]|o(?=\s{1,3}\S))\s+/u;
const DASH_BULLET = /^\s{2,8}(?:-|\d{1,2}\.)\s+/;
const CELL_EDGES_BEFORE = /^(?:\s*\|)+\s*(?=\S)/;
const RULE = /^[\s|:*_-]{3,}$/;
const RULED = /[*_-]\s?[*_-]\s?[*_-]/;
const STARRED = /^\*{2,6} (\S.{0,600}) \*{2,6}$/;
const UNDERSCORE = /(?<=\S)_(?=\S)/g;
/** Markdown, in the order in which the signs are taken off: an image may stand in a link. */
const MARKDOWN: readonly (readonly [RegExp, string])[] = [
  // The sign of a counter has its name for a text.
  [
    /!\[((?:просмотр|прочита|комментар|қарал|оқыл|көрсет|пікір|views|comments)[^[\]]{0,20}\])?[^[\]]{0,300}\]?\((?:[^()]|\([^()]{0,60}\)){0,500}\)/giu,
    '$1 ',
  ],
  [/\[([^[\]]{0,400})\]\((?:[^()]|\([^()]{0,60}\)){0,500}\)/g, '$1'],
  [/<(https?:\/\/[^\s<>]{1,300})>/g, '$1'],
  [/\*\*([^*]{1,2000})\*\*/g, '$1'],
  [/(^|[\s(«"])_([^_]{1,2000})_(?=$|[\s.,;:!?)»"])/g, '$1$2'],
  [/(^|\s)\*([^*\s][^*]{0,2000})\*(?=$|[\s.,;:!?)»"])/g, '$1$2'],
  [/(^|\s)_{2}(?=[\s\d]|$)/g, '$1'],
  [/\\([\\`*_{}[\]()#+.!|-])/g, '$1'],
];
const BROWSER: readonly (readonly [RegExp, string])[] = [
  [/\[[\w%.-]{1,60}\.(?:png|jpe?g|gif|php|svg|webp|bmp)\]/g, ' '],
  [/\((?:BUTTON|IMAGE)\)|\[(?:IMAGE|INLINE|captcha)\]/g, ' '],
  [/^\s*\(\s?\*?\s?\)\s/, ''],
  [/\[\s{3,}\]|_{4,}/g, ' '],
  // The text that stands for a picture.
  [/^\s*\[([^[\]]{8,300})\]\s*$/, '$1'],
];
const NUMBER = /\[\d{1,4}\](?=[^\s\]]|$)/g;

/** Takes the signs of its program off a line. A plain dump has none. */
export function withoutSigns(raw: string, form: DumpForm): BareLine {
  if (form.signs === 'plain') return { text: raw, heading: false };
  if (RULE.test(raw) && RULED.test(raw)) return { text: '', heading: false };
  const isMarkdown = form.signs === 'markdown';
  const starred = form.underscored ? (STARRED.exec(raw)?.[1] ?? null) : null;
  if (starred !== null) return { text: starred.replaceAll('_', ' '), heading: true };
  const heading = isMarkdown ? HEADING.test(raw) : form.indent > 0 && /^[\p{L}\p{N}«"]/u.test(raw);
  const bare = (isMarkdown ? raw.replace(HEADING, '') : raw).replace(BULLET, '').replace(DASH_BULLET, '');
  const spaced = form.underscored ? bare.replace(UNDERSCORE, ' ') : bare;
  const plain = replaceAll(withoutEmptyCells(spaced), isMarkdown ? MARKDOWN : BROWSER);
  return { text: form.numbered ? plain.replace(NUMBER, '') : plain, heading };
}

/** Without the edges of a table that lays a page out: `| Headline |`, `a | | `. A pattern for those at the end would be tried at every space. */
function withoutEmptyCells(text: string): string {
  let rest = text.replace(CELL_EDGES_BEFORE, '');
  for (let end = rest.trimEnd(); end.endsWith('|'); end = rest) rest = end.slice(0, -1).trimEnd();
  return rest;
}

function replaceAll(text: string, signs: readonly (readonly [RegExp, string])[]): string {
  return signs.reduce((rest, [sign, kept]) => rest.replace(sign, kept), text);
}
