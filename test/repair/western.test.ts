import { describe, expect, it } from 'vitest';
import { repairSegments } from '../../src/repair/repair.js';
import { isSoundWestern } from '../../src/repair/western.js';

const SOUND = [
  'Die Straße führt über den Fluss, „bis zum Café“.'.replaceAll('„', '«').replaceAll('“', '»'),
  'L’été dernier, le musée a fermé…',
  'Él salió a las diez',
];

describe('isSoundWestern()', () => {
  it.each(SOUND)('holds for «%s»', (text) => expect(isSoundWestern(text)).toBe(true));

  it.each([
    ['UTF-8 as windows-1252', 'CafÃ© und StraÃŸe'],
    ['Polish UTF-8 as windows-1252', 'ZarzÄ…dzanie kontem'],
    ['Mac OS Roman as windows-1252', 'fŸr die StraÃŸe'],
    ['a letter that other charsets have elsewhere', 'siê stało'],
    ['escapes', 'caf\\u00e9 und Büro'],
    ['entities', 'Büro &amp;eacute;'],
    ['accents side by side', 'Èéè'],
    ['Cyrillic', 'Ауыл мен Büro'],
  ])('does not hold for %s', (_damage, text) => expect(isSoundWestern(text)).toBe(false));

  it('leaves nothing undone on a page that shows its damage elsewhere', () => {
    const texts = ['Straße', 'CafÃ©', 'Rathaus'];
    expect(repairSegments(texts).texts).toEqual(['Straße', 'Café', 'Rathaus']);
  });

  it('takes time in proportion to a hostile text', () => {
    expect(isSoundWestern('é '.repeat(500_000))).toBe(false);
    expect(isSoundWestern(`${'é a'.repeat(3000)}é`)).toBe(false);
  });
});
