import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../src/extract/html/page-tree.js';
import { slashOrder } from '../../../src/extract/html/slash-order.js';

const address = (host: string) => ({
  page: null, canonical: null, base: null, host, shape: { kind: null, detail: null, nativeId: null, section: null },
}); // biome-ignore format: one value

function orderOf(markup: string, host = 'gazette.example', title = 'New bridge'): string | null {
  const tree = parsePage(markup.replace('<body>', `<head><title>${title}</title></head><body>`));
  return slashOrder({ tree, address: address(host), engine: null });
}

describe('slashOrder()', () => {
  it.each([
    ['another date of the page', '<html lang="en"><body><p>3/9/2021</p><p>12/28/2020</p>', 'month'],
    ['another date before the language', '<html lang="en-US"><body><p>3/9/2021</p><p>28/12/2020</p>', 'day'],
    ['the country', '<html lang="en-US"><body>', 'month'],
    ['another country', '<html lang="en-AU"><body>', 'day'],
    ['another language', '<html lang="es"><body>', 'day'],
    ['the locale of a page in English', '<html lang="en"><meta property="og:locale" content="en_GB"><body>', 'day'],
  ])('reads it off %s', (_, markup, order) => {
    expect(orderOf(markup)).toBe(order);
  });

  it('knows countries by their hosts, and languages by their letters', () => {
    expect(orderOf('<html lang="en"><body>', 'gazette.co.uk')).toBe('day');
    expect(orderOf('<html lang="en"><body>', 'town.gov')).toBe('month');
    expect(orderOf('<html lang="en-US"><body>', 'gazet.example', 'Жаңа көпір')).toBe('day');
  });

  it.each([
    ['English without a country', '<html lang="en"><body><p>3/9/2021</p>'],
    ['no language', '<html><body><p>3/9/2021</p>'],
    ['dates that contradict each other but for that', '<html lang="en"><body><p>28/12/2020</p><p>12/28/2020</p>'],
  ])('says nothing of %s', (_, markup) => {
    expect(orderOf(markup)).toBeNull();
  });
});
