import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Capture } from '../src/model/capture.js';
import type { CaptureRecord } from '../src/model/extraction.js';
import { readPage } from '../src/page.js';
import { profiles } from '../src/sites/profiles.js';

const lossy = (text: string): string =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, '');
const misread = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

const HEADLINE = 'Көктерек ауылында жаңа дәрігерлік амбулатория ашылды';
const BODY = 'Енді тұрғындар дәрігерге қаралу үшін аудан орталығына бармайды.';

function read(text: string, changes: Partial<Capture> = {}): CaptureRecord {
  const payload = Buffer.from(text, 'utf8');
  const capture: Capture = {
    source: { path: 'a.txt', format: 'text', locator: 'file' },
    ...{
      url: null,
      capturedAt: null,
      capturedAtBasis: null,
      httpStatus: null,
      mediaType: 'text/plain',
      charsetDeclared: null,
    },
    ...{ payload, contentSha256: createHash('sha256').update(payload).digest('hex'), recordId: null, diagnostics: [] },
    ...changes,
  };
  return readPage(capture, { charset: null, site: null, baseUrl: null, profiles });
}

const page = (first: string, second: string, ...body: readonly string[]): string =>
  [`» » ${first}`, second, ...body, '24 маусым 2019 ж. 1 109 0'].join('\n\n');

describe('readPage()', () => {
  it.each([
    ['below the breadcrumb', page(HEADLINE, lossy(HEADLINE), BODY)],
    ['in the breadcrumb', page(lossy(HEADLINE), HEADLINE, BODY)],
  ])('mends a headline damaged %s from its clean copy', (_place, text) => {
    const { article, repairs } = read(text);
    expect(article).toMatchObject({ headline: HEADLINE, articleBody: [BODY], views: 1109, commentCount: 0 });
    expect(repairs).toMatchObject([
      { start: 0, before: lossy(HEADLINE), after: HEADLINE, method: 'page-copy', applied: true },
    ]);
  });

  it('places a repair in the body by code points from its beginning', () => {
    const { article, repairs } = read(page(HEADLINE, HEADLINE, BODY, `   ${misread('Ғимаратта бес кабинет бар.')}`));
    expect(article?.articleBody).toEqual([BODY, 'Ғимаратта бес кабинет бар.']);
    expect(repairs).toMatchObject([
      { field: 'articleBody', seq: 1, start: [...BODY].length + 2, after: 'Ғимаратта бес кабинет бар.' },
    ]);
  });

  it('counts the place in the folded text where white space stood before it', () => {
    const line = `Жиында  аудан   әкімі ${misread('мұғалімдерді')} құттықтады деп хабарланды.`;
    const { article, repairs } = read(page(HEADLINE, HEADLINE, BODY, line));
    const body = article?.articleBody.join('\n\n') ?? '';
    const [repair] = repairs;
    expect(repair).toMatchObject({ field: 'articleBody', applied: true });
    expect(
      [...body]
        .slice(repair?.start)
        .join('')
        .startsWith(repair?.after ?? '–'),
    ).toBe(true);
  });

  it('takes entities of a text for letters, not for damage', () => {
    const { article, repairs } = read(
      page(HEADLINE, HEADLINE, 'Ауылда &laquo;А&#1179;т&#1257;бе&raquo; мейрамханасы ашылды, қонақтар көп.'),
    );
    expect(article?.articleBody).toEqual(['Ауылда «Ақтөбе» мейрамханасы ашылды, қонақтар көп.']);
    expect(repairs).toEqual([]);
  });

  it('shows no article where the server answered with an error', () => {
    const html = `<html><body><article><h1>${HEADLINE}</h1><time datetime="2019-06-24">24 маусым 2019 ж.</time>${`<p>${BODY} ${BODY}</p>`.repeat(4)}</article></body></html>`;
    const of = (httpStatus: number): unknown =>
      read(html, { mediaType: 'text/html', httpStatus }).article?.headline ?? null;
    expect([200, 404, 500].map(of)).toEqual([HEADLINE, null, null]);
  });
});
