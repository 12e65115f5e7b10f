import { describe, expect, it } from 'vitest';
import { leadsHome } from '../../../src/extract/html/front-page-link.js';
import { parsePage } from '../../../src/extract/html/page-tree.js';

describe('leadsHome()', () => {
  it.each([
    ['/', true],
    ['https://dala-uni.example', true],
    ['https://dala-uni.example/index.php', true],
    ['/kk/', true],
    ['index.html', true],
    ['', false],
    ['#', false],
    ['/kogam/', false],
    ['/12-kopir.html', false],
    ['https://dala-uni.example/kogam/index.php', false],
  ])('%j: %s', (href, expected) => {
    const links = parsePage(`<a href="${href}">Дала үні</a>`).find('a');
    expect(links.map(leadsHome)).toEqual([expected]);
  });
});
