import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { parseFlat } from '../../../src/extract/html/flat-page.js';

const MUTED = /^(?:script|style|noscript|template|svg|math|iframe)$/;

/** What htmlparser2's own parser reports of a page, a line each; contents of elements without text left out. */
function eventsOfParser(html: string): readonly string[] {
  const events: string[] = [];
  let [text, muted] = ['', 0];
  const flush = () => {
    if (text !== '') events.push(`text ${text}`);
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (muted > 0) muted += 1;
      else {
        flush();
        events.push(`open ${name.toLowerCase()} ${JSON.stringify(attributes)}`);
        if (MUTED.test(name)) muted = 1;
      }
    },
    onclosetag() {
      muted = Math.max(0, muted - 1);
      if (muted > 0) return;
      flush();
      events.push('close');
    },
    ontext(data) {
      if (muted === 0) text += data;
    },
    oncomment(data) {
      if (muted > 0) return;
      flush();
      events.push(`comment ${data}`);
    },
    onprocessinginstruction() {
      if (muted === 0) flush();
    },
    onend: flush,
  });
  parser.end(html);
  return events;
}

/** The same lines of the flat page. */
function eventsOf(html: string): readonly string[] {
  const { nodes, segments } = parseFlat(html);
  const events: string[] = [];
  const open: number[] = [];
  const closeBefore = (index: number) => {
    while (open.length > 0 && (open.at(-1) ?? 0) < index) {
      open.pop();
      events.push('close');
    }
  };
  for (const node of nodes) {
    closeBefore(node.index);
    if (node.kind === 'element') {
      events.push(`open ${node.tag} ${JSON.stringify({ ...node.attributes, href: undefined })}`);
      open.push(node.end);
    } else if (node.kind !== 'data') {
      const text = node.before + (node.segment === null ? '' : segments[node.segment]) + node.after;
      events.push(`${node.kind} ${text}`);
    }
  }
  closeBefore(nodes.length);
  return events;
}

const NAMES =
  'p div span a b br BR img image li ul td tr table tbody thead h1 h2 form option select title textarea xmp noframes plaintext svg math desc use path script style noscript template iframe dd dt body head link meta x-y';
const name = fc.constantFrom(...NAMES.split(' '));
const value = fc.constantFrom('a', '', 'б қ', '1&amp;2', 'a&copy=1', '&lt;', "it's", 'x>y', '/a/b');
const attribute = fc
  .tuple(fc.constantFrom('class', 'ID', 'title', 'alt', 'data-x', 'content', 'class'), value)
  .map(([attributeName, text]) => `${attributeName}="${text}"`);
const oddAttribute = fc.constantFrom('a', 'b=', "c='d e'", 'e=f&amp;g', 'G = "h"', '/', '"', 'i=j/', '=k', 'l=m"n');
const attributes = fc.array(fc.oneof(attribute, oddAttribute), { maxLength: 3 }).map((list) => list.join(' '));
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, attributes).map(([tag, list]) => `<${tag} ${list}>`) },
  { weight: 4, arbitrary: name.map((tag) => `</${tag}>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('мәтін', ' ', '\n', 'a & b', '&laquo;а&raquo;', '&#1178;о', '&ampx', 'a < b', '&'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '<!-- а -->',
      '<!-->',
      '<!DOCTYPE html>',
      '<![CDATA[б]]>',
      '<?php x ?>',
      '<!x>',
      '</>',
      '</ x>',
      '<p',
      '<br/>',
      '<p/>',
      '<use/>',
      '<!--',
    ),
  },
);

describe('parseFlat()', () => {
  it('gives the elements, attributes, texts and comments that the parser of htmlparser2 gives, whatever the markup', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        // Quotes and tags that stay open are closed: of half a tag the parser reports an end without a beginning.
        const html = `${pieces.join('')}">'><hr>`;
        expect(eventsOf(html)).toEqual(eventsOfParser(html));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same of any signs of markup', () => {
    const signs = fc.string({ unit: fc.constantFrom(...`<>/!?-=[]"'& \naAbp`), maxLength: 40 });
    fc.assert(
      fc.property(signs, (text) => {
        const html = `${text}-->]]>">'><hr>`;
        expect(eventsOf(html)).toEqual(eventsOfParser(html));
      }),
      { numRuns: 2000 },
    );
  });

  it('reads an attribute by its name in any case, and the first of two', () => {
    const [element] = parseFlat('<div CLASS="a &amp; b" class="c" data-x>').nodes;
    expect(element).toMatchObject({ classes: ['a', '&', 'b'], id: null, attributes: { class: 'a & b', 'data-x': '' } });
    expect(element?.kind === 'element' && ['class', 'data-x', 'id'].map((name) => element.has(name))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('knows no attribute by the names that every object has', () => {
    const [element] = parseFlat('<p class="a">').nodes;
    const attributes = element?.kind === 'element' ? element.attributes : {};
    expect(Object.keys(attributes)).toEqual(['class']);
    expect(element?.kind === 'element' && element.attribute('constructor')).toBeNull();
  });

  it('keeps a thousand attributes of a tag, and no more', () => {
    const [element] = parseFlat(`<p ${Array.from({ length: 5000 }, (_, index) => `a${index}`).join(' ')}>`).nodes;
    expect(element?.kind === 'element' && Object.keys(element.attributes)).toHaveLength(1000);
  });

  it('lets a drawing take over the name of what it uses', () => {
    const drawing = parseFlat('<svg class="i"><use xlink:href="#icon-eye"></use></svg>').nodes[0];
    expect(drawing).toMatchObject({ attributes: { class: 'i', href: '#icon-eye' } });
  });

  it('closes elements that are nested deeper than any page needs', () => {
    const { nodes } = parseFlat('<div>'.repeat(1000));
    expect(Math.max(...nodes.map((node) => (node.kind === 'element' ? node.depth : 0)))).toBe(256);
    expect(nodes).toHaveLength(1000);
  });
});
