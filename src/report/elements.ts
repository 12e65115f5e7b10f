import { type Content, type Html, html, trusted } from './html.js';
import type { Language } from './language.js';
import type { TextName } from './texts/en.js';

/** A column of a table: its head, and what it holds; a name is a text that is seldom short. */
export interface Column {
  readonly head: string;
  readonly kind?: 'name' | 'text' | 'number' | 'bar';
}

/** A table; the first cell of a row names the row. `label` says what it is to who does not see its place. */
export function table(label: string, columns: readonly Column[], rows: readonly (readonly Content[])[]): Html {
  const classes = columns.map(({ kind = 'text' }) => trusted(kind));
  const heads = columns.map(({ head }, place) => html`<th scope="col" class="${classes[place] ?? null}">${head}</th>`);
  const lines = rows.map((cells) => {
    const [first = null, ...rest] = cells;
    const others = rest.map((cell, place) => html`<td class="${classes[place + 1] ?? null}">${cell}</td>`);
    return html`<tr><th scope="row" class="${classes[0] ?? null}">${first}</th>${others}</tr>\n`;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>
<thead><tr>${heads}</tr></thead>
<tbody>
${lines}</tbody></table></div>`;
}

/** What opens on demand: the figures of a chart. */
export function details(summary: string, content: Content): Html {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

/** A part of the page under its heading, with what its figures mean. */
export function section(id: string, heading: string, content: Content): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>
${content}</section>\n`;
}

/** A sentence that explains. */
export function hint(text: string): Html {
  return html`<p class="hint">${text}</p>\n`;
}

/** A line in place of a table that would be empty. */
export function nothing(text: string): Html {
  return html`<p class="nothing">${text}</p>\n`;
}

/** A bar as long as the share of the largest one; its figure stands beside it. */
export function bar(value: number, largest: number, tone = 'c1'): Html {
  const width = largest === 0 ? 0 : Math.round((value / largest) * 1000) / 10;
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="${tone}" width="${width}" height="10"/></svg>`;
}

/** How the key of a tone is drawn; what is a dot in a chart is one in its key. */
const SQUARE = trusted('rect width="10" height="10"');
const SHAPES: ReadonlyMap<string, Html> = new Map([['mark', trusted('circle cx="5" cy="5" r="3.2"')]]);

/** The key of a chart: tone and name. */
export function legend(entries: readonly (readonly [tone: string, name: string])[]): Html {
  const items = entries.map(
    ([tone, name]) =>
      html`<li><svg class="key" viewBox="0 0 10 10" aria-hidden="true"><${SHAPES.get(tone) ?? SQUARE} class="${tone}"/></svg> ${name}</li>`,
  );
  return html`<ul class="legend">${items}</ul>\n`;
}

/** Columns by the names of their texts; all but the first hold numbers unless said otherwise. */
export function columnsOf(
  language: Language,
  names: readonly TextName[],
  kinds: readonly Column['kind'][],
): readonly Column[] {
  return names.map((name, place) => ({ head: language.say(name), kind: kinds[place] ?? 'text' }));
}

/** Says that a list is not whole. */
export function moreOf(language: Language, shown: number, all: number): Html | null {
  return all > shown ? html`<p class="more">${language.say('others', { shown, n: all })}</p>\n` : null;
}
