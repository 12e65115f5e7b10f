import { describe, expect, it } from 'vitest';
import { entitySlugOf, slugOf } from '../../src/text/slug.js';

describe('slugOf()', () => {
  it.each([
    ['Ауылда жаңа кітапхана ашылды', 'auylda-zhaa-ktaphana-ashyldy'],
    ['Ән кеші – «Дала үні»', 'n-kesh-dala-n'],
    ['Ещё щука, объём и юла', 'esche-schuka-obem-i-yula'],
    ['2021 жыл: 44 жоба', '2021-zhyl-44-zhoba'],
    ['Егін/жем  науқаны', 'egn-zhem-nauany'],
    ['Зат_есім 5.5', 'zat_esm-55'],
    ['та&#1187; нұры', 'ta1187-nry'],
    ['Әң', ''],
  ])('spells %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  it('cuts a long headline back to a whole word', () => {
    const slug = slugOf('ауыл '.repeat(60));
    expect(slug).toBe(Array.from({ length: 40 }, () => 'auyl').join('-'));
  });
});

describe('entitySlugOf()', () => {
  it('leaves the numbers of letters that windows-1251 lacks', () => {
    expect(entitySlugOf('Таң – Үй ішінде')).toBe('ta1187-1198y-shnde');
  });
});
