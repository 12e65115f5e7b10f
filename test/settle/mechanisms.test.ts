import { describe, expect, it } from 'vitest';
import { damage, inverseOf, MECHANISMS } from '../../src/settle/mechanisms.js';

const cases: readonly (readonly [string, string, string])[] = [
  ['latin-1, C1 dropped', 'Бір ән — «қыр»', 'ÐÑÑ Ó½ â Â«ÒÑÑÂ»'.replace('Ó½', 'ÓÐ½')],
  ['latin-1, C1 dropped, NBSP a space', 'Рас', 'Ð Ð°Ñ'],
  ['latin-1, C1 dropped, NEL a space', 'ах', 'Ð°Ñ '],
  ['latin-1, C1 a question mark', 'тұз', 'Ñ?Ò±Ð·'],
  ['latin-1, C1 U+FFFD', 'тұз', 'Ñ\ufffdÒ±Ð·'],
  ['windows-1252, undefined bytes dropped', 'сәт', 'ÑÓ™Ñ‚'],
  ['windows-1252, undefined bytes a question mark', 'сәт', 'Ñ?Ó™Ñ‚'],
  ['windows-1251, 98 dropped, NBSP a space', 'Ия', 'РСЏ'],
  ['latin-1 twice, C1 dropped', 'аз', 'ÃÂ°ÃÂ·'],
  ['Kazakh letters a question mark', 'Әнші қыз', '?нші ?ыз'],
];

describe('damage()', () => {
  it.each(cases)('does what %s does to %s', (name, clean, damaged) => {
    const mechanism = MECHANISMS.find((entry) => entry.name === name);
    expect(mechanism === undefined ? null : damage(clean, mechanism)).toBe(damaged);
  });
});

describe('inverseOf()', () => {
  it('knows the eighteen small letters that become a lone lead', () => {
    const [first] = MECHANISMS;
    const letters = first === undefined ? [] : inverseOf(first).origins.get('Ñ');
    expect([...(letters ?? [])].sort().join('')).toBe([...'рстуфхцчшщъыьэюяёі'].sort().join(''));
  });
});
