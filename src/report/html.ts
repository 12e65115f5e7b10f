/** A piece of HTML in which every text is escaped already. */
export interface Html {
  readonly html: string;
}

/** What may stand in a piece of HTML: texts are escaped, lists joined. */
export type Content = string | number | Html | null | readonly Content[];

/** Signs that mean something in HTML, in text and in quoted attributes. */
const SPECIAL = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls, what separates lines, what turns the direction of writing, halves of a pair, and signs that are no characters. */
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}/gu;

/** Marks above each other: no script needs more than three on a letter, and a hundred would cover the page. */
const STACKED = /(\p{M}{3})\p{M}+/gu;

/** `html` with its values put in: `` html`<b>${headline}</b>` ``. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { html: parts.map((part, place) => part + rendered(values[place] ?? null)).join('') };
}

/** HTML that was made elsewhere, as it is. */
export function trusted(text: string): Html {
  return { html: text };
}

/** A text of a page: what could steer the reader's program is shown as `\u{…}`, and its direction stays its own. */
export function quoted(text: string, longest = 160): Html {
  const signs = Array.from(text.replace(/\s+/g, ' ').replace(STACKED, '$1').trim());
  const cut = signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : signs.join('');
  return html`<bdi>${cut}</bdi>`;
}

function rendered(value: Content): string {
  if (value === null) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  return value.map(rendered).join('');
}

/** A text as it may stand in HTML, in quoted attributes too. */
export function escaped(text: string): string {
  return text
    .replace(STEERING, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(SPECIAL, (sign) => ENTITIES[sign] ?? '');
}
