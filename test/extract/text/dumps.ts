import { extract } from '../../../src/extract/extract.js';
import type { ExtractContext } from '../../../src/extract/extract-context.js';
import { openText } from '../../../src/extract/text/open-text.js';
import type { Article } from '../../../src/model/article.js';
import type { Extraction } from '../../../src/model/extraction.js';

/** Invented pages of an invented paper. */
export const HEADLINE = 'Көлбұлақ ауылында жаңа көпір салынды';
export const FIRST = 'Көлбұлақ ауылының тұрғындары он жыл күткен көпір биыл күзде пайдалануға берілді.';
export const SECOND = 'Құрылысқа жергілікті кәсіпкерлер де үлес қосты, жұмыс төрт айға созылды.';
export const BODY = [FIRST, '', SECOND];
export const TITLED = [`» » ${HEADLINE}`, '', HEADLINE, ''];
export const ISSUES = ['№46 (5146) 9', '', '09 маусым 2023 ж.', '', '№45 (5145) 6', '', '06 маусым 2023 ж.', ''];
/** June 2023 begins on a Thursday. */
export const CALENDAR = [
  'Жаңалықтар мұрағаты',
  '',
  '«\u00a0\u00a0\u00a0\u00a0Маусым 2023\u00a0\u00a0\u00a0\u00a0»',
  'ДсСсСрБсЖмСбЖс',
  '\u00a01234',
  '567891011',
  '12131415161718',
  '19202122232425',
  '2627282930\u00a0',
];
export const FOOTER = '04 сәуір 2019 ж. 1 109 0';

const NOTHING: ExtractContext = {
  url: null,
  capturedAt: null,
  site: null,
  baseUrl: null,
  profiles: [],
  unmendable: new Set(),
};

/** Extracts a text dump given by its lines. */
export function read(lines: readonly string[], context: Partial<ExtractContext> = {}): Extraction {
  const document = openText(lines.join('\n'));
  return extract(document, document.segments, { ...NOTHING, ...context });
}

/** The article of a text dump. */
export function readArticle(lines: readonly string[], context: Partial<ExtractContext> = {}): Article {
  const { article, kind } = read(lines, context);
  if (article === null) throw new Error(`no article but ${kind}`);
  return article;
}
