import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import { parseSelectors } from '../../../src/extract/html/selector.js';
import { cpuTime } from '../../cpu-time.js';

describe('parseSelectors()', () => {
  it.each(['p:not(.a)', 'p:first-child', 'p[', 'a >', '', 'a,,b', 'a ~ b', '.1%'])(
    'leaves «%s» to others',
    (selector) => {
      expect(parseSelectors(selector)).toBeNull();
    },
  );

  it('stays quick on a long selector', () => {
    const start = cpuTime();
    parseSelectors('a '.repeat(50_000));
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});

describe('PageTree.find()', () => {
  it.each(['.x div div div div div div div div p', '.x div > div div > div div > div p', '.x + b > div div div p'])(
    'stays quick on %s where no way leads up to its beginning',
    (selector) => {
      const page = parsePage(`<i class="x"></i><b></b>${'<div>'.repeat(250)}${'<p>text</p>'.repeat(1000)}`);
      const start = cpuTime();
      expect(page.find(selector)).toEqual([]);
      expect(cpuTime() - start).toBeLessThan(1000);
    },
  );

  it('goes back to a farther ancestor where the nearest has the wrong parent', () => {
    const page = parsePage('<main><div><b><div><p>text</p></div></b></div></main>');
    expect(page.find('main > div p')).toHaveLength(1);
  });

  const tree = parsePage(
    '<div id="a" class="Box big"><p>1</p><p class="x  y">2</p><b><i data-k="Key one" rel="Tag nofollow">3</i></b></div><p>4</p>',
  );
  it.each([
    ['div.big > p', 2],
    ['div > i', 0],
    ['div i', 1],
    ['p + p', 1],
    ['p + b i', 1],
    ['p.x.y', 1],
    ['.box', 0],
    ['[data-k]', 1],
    ['[data-k="key one"]', 0],
    ['[data-k="key one" i]', 1],
    ['[data-k~=one]', 1],
    ['i[data-k^="Key"], i[data-k$="one"]', 1],
    ['[rel~="tag"]', 1],
    ['#a > *', 3],
    ['b, p, #a', 5],
  ])('finds «%s»', (selector, count) => {
    expect(tree.find(selector)).toHaveLength(count);
  });

  it('gives the same elements by its own rules as by those of CSS', () => {
    for (const selector of ['div.big > p', 'div i', 'p + p', '[data-k*="one"]', 'p.x.y', '#a > *'])
      expect(tree.find(`${selector}:not(u)`)).toEqual(tree.find(selector));
  });
});
