import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHtml } from '../../../src/extract/html/open-html.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import { cpuTime } from '../../cpu-time.js';
import { readHtml } from './read-html.js';

describe('openHtml()', () => {
  it('gives text nodes and the attributes that hold text, in the order of the page', () => {
    const html =
      '<title>Бет</title><meta name="description" content="Сипаты"><p title="Түсінік"> Бір <b>екі</b></p><img alt="Сурет">';
    expect(openHtml(html).segments).toEqual(['Бет', 'Сипаты', 'Түсінік', 'Бір', 'екі', 'Сурет']);
  });

  it('leaves out style sheets, scripts, templates and drawings, but not JSON-LD', () => {
    const html =
      '<style>a{}</style><script>var a</script><noscript>б</noscript><svg><title>в</title></svg><script type="application/ld+json">{"a": 1}</script>';
    expect(openHtml(html).segments).toEqual(['{"a": 1}']);
  });

  it('leaves out meta tags for programs', () => {
    expect(
      openHtml('<meta name="viewport" content="width=device-width"><meta name="robots" content="all">').segments,
    ).toEqual([]);
  });

  it('decodes entities', () => {
    expect(openHtml('<p>&#1178;о&#1171;ам &laquo;а&raquo;</p>').segments).toEqual(['Қоғам «а»']);
  });
});

describe('PageTree', () => {
  const tree = parsePage('<div class="a b" id="x"><p>Бір</p><p class="a">Екі<br>Үш</p></div><p>Төрт</p>');

  it.each([
    ['p', 3],
    ['.a', 2],
    ['p.a', 1],
    ['#x, .a', 2],
    ['div > p', 2],
    ['p:not(.a)', 2],
    ['[id^="x"]', 1],
    ['p[', 0],
    ['div:has(p)', 0],
  ])('find() takes %s', (selector, count) => {
    expect(tree.find(selector)).toHaveLength(count);
  });

  it('find() keeps to the element it is given', () => {
    expect(tree.find('p', tree.find('#x')[0])).toHaveLength(2);
  });

  it('withTexts() replaces texts by their place', () => {
    const changed = tree.withTexts(['А', 'Ә', 'Б', 'В']);
    const texts = changed.nodes.flatMap((node) => (node.kind === 'text' ? [changed.textOf(node)] : []));
    expect(texts).toEqual(['А', 'Ә', 'Б', 'В']);
  });

  it('gives each element the range of what stands in it', () => {
    const [outer, last] = [tree.find('#x')[0], tree.find('p')[2]];
    expect((outer?.end ?? 0) + 1).toBe(last?.index);
  });
});

describe('readHtml() on hostile pages', () => {
  const many = 100_000;
  it.each([
    ['nested elements', '<div>'.repeat(many)],
    ['nested elements that close others', '<div>'.repeat(many) + '</p></span>'.repeat(many)],
    ['nested lists', '<ul><li>'.repeat(many / 2)],
    ['open links', '<a href="/1-x.html">б '.repeat(many / 4)],
    ['one long word', `<p>${'ы'.repeat(many * 5)}</p>`],
    ['figures', `<p>${'1 '.repeat(many)}</p>`],
    ['line breaks', `<p>${'<br>'.repeat(many)}</p>`],
    ['attributes', `<p ${Array.from({ length: 2 * many }, (_, index) => `a${index}=1`).join(' ')}>`],
    ['comments marked as such', '<div id="comment-id-1"><div id="comm-id-1">а</div>'.repeat(5000)],
    ['nested JSON', `<script type="application/ld+json">${'[{"a":'.repeat(many)}</script>`],
    ['commas in JSON', `<script type="application/ld+json">{${',   '.repeat(many)}</script>`],
  ])('stays quick on %s', (_name, html) => {
    const start = cpuTime();
    readHtml(`<html><head><title>б</title></head><body>${html}`);
    expect(cpuTime() - start).toBeLessThan(6000);
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '<br>',
      '<a href="/1-x.html">',
      '<h1>',
      '<title>',
      '<table><tr><td>',
      '3 ақпан 2021',
      '№12 (4567) 13',
      'сөз ',
      '<script type="application/ld+json">{"@type":"Article"}',
      '</script>',
      '<!--',
      '-->',
      '<time datetime="2021-02-30">',
      '<li class="comment" id="comment-3">',
      '&#0;',
      '<meta property="og:url" content="::">',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        readHtml(pieces.join(''));
      }),
      { numRuns: 300 },
    );
  });
});
