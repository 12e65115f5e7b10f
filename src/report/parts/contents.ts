import type { ReportFigures } from '../../model/report.js';
import { bar, columnsOf, hint, moreOf, nothing, section, table } from '../elements.js';
import { type Content, type Html, html, quoted } from '../html.js';
import type { Language } from '../language.js';

/** Coverage by section. */
export function sectionsPart({ sections, totals }: ReportFigures, language: Language): Html {
  const { say, number, percent } = language;
  if (sections.length === 0) return section('sections', say('sections'), nothing(say('none')));
  const largest = Math.max(...sections.map(({ articles }) => articles));
  const columns = columnsOf(language, ['section', 'share', 'articles', 'share'], ['name', 'bar', 'number', 'number']);
  const rows = sections.map(({ name, articles }): readonly Content[] => [
    name === null ? html`<i>${say('noSection')}</i>` : quoted(name),
    bar(articles, largest, name === null ? 'c0' : 'c1'),
    number(articles),
    percent(articles / totals.articles),
  ]);
  const named = sections.filter(({ name }) => name !== null).length;
  return section('sections', say('sections'), [
    hint(say('sectionsHint')),
    table(say('sections'), withoutHead(columns, 1), rows),
    moreOf(language, named, totals.sections),
  ]);
}

/** Whose texts the papers print. */
export function originsPart({ origins, totals }: ReportFigures, language: Language): Html {
  const { say, number } = language;
  if (origins.length === 0) return section('origins', say('origins'), nothing(say('originsNone')));
  const largest = Math.max(...origins.map(({ articles }) => articles));
  const columns = columnsOf(language, ['origin', 'share', 'asOrigin', 'asRelay'], ['name', 'bar', 'number', 'number']);
  const rows = origins.map(({ name, articles, relays }): readonly Content[] => [
    quoted(name),
    bar(articles, largest),
    number(articles),
    number(relays),
  ]);
  return section('origins', say('origins'), [
    hint(say('originsHint', { attributed: totals.attributedArticles, articles: totals.articles })),
    table(say('origins'), withoutHead(columns, 1), rows),
    moreOf(language, rows.length, totals.origins),
  ]);
}

/** Which charsets pages declare, and which they are in. */
export function charsetsPart({ charsets, totals }: ReportFigures, language: Language): Html {
  const { say, number } = language;
  if (charsets.length === 0) return section('charsets', say('charsets'), nothing(say('none')));
  const largest = Math.max(...charsets.map(({ captures }) => captures));
  const columns = columnsOf(language, ['used', 'declared', 'share', 'captures'], ['text', 'text', 'bar', 'number']);
  const rows = charsets.map(({ declared, used, captures }): readonly Content[] => {
    const differs = declared !== null && !isSameCharset(declared, used);
    return [
      used,
      declared === null
        ? html`<i>${say('undeclared')}</i>`
        : [quoted(declared), differs ? html` <span class="flag">${say('differs')}</span>` : null],
      bar(captures, largest, differs ? 'missing' : 'c1'),
      number(captures),
    ];
  });
  const shown = charsets.reduce((sum, { captures }) => sum + captures, 0);
  return section('charsets', say('charsets'), [
    hint(say('charsetsHint')),
    table(say('charsets'), withoutHead(columns, 2), rows),
    moreOf(language, shown, totals.captures),
  ]);
}

/** Labels have many forms: `cp1251` is windows-1251. What no decoder knows is compared as it stands. */
function isSameCharset(declared: string, used: string): boolean {
  return declared.toLowerCase() === used || encodingOf(declared) === encodingOf(used);
}

function encodingOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

/** Above bars a head would only repeat what the figures say. */
function withoutHead(columns: readonly { readonly head: string }[], place: number): typeof columns {
  return columns.map((column, at) => (at === place ? { ...column, head: '' } : column));
}
