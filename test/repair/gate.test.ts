import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSuspect } from '../../src/repair/gate.js';

describe('isSuspect()', () => {
  it.each([
    'Жәнібек',
    'Ауыл, қала – бәрі «бір»: 5-і де.',
    'Бұл қалай? – деп сұрады.',
    'АҚ «ҚТЖ» хабарлады',
    'М. Әуезов & Co',
    'КӨП',
    'Hello, world',
    'ол – Астана',
    '',
  ])('lets %j pass', (text) => {
    expect(isSuspect(text)).toBe(false);
  });

  it.each([
    'Ð¡Ó™',
    'жаҢа',
    'жа?а',
    '?лт',
    'қара? еді',
    '&#1179;',
    '&laquo;',
    '–У–В',
    'ұ , қ .',
    'пЮИНМ',
    'БЕЯРМХЙ',
    'аЙМАҚ',
    'а\ufffd',
    'рў',
  ])('stops %j', (text) => {
    expect(isSuspect(text)).toBe(true);
  });

  it('sees at first glance whatever a closer look sees', () => {
    const signs = fc.constantFrom(...'абқұҢАБВЁӘЖҒ ,.«»()-–—?&#aZ1iÐ°\u0085\u00a0…ў№');
    const texts = fc.string({ unit: signs, maxLength: 12 });
    // An ampersand at the end says nothing by itself, and makes the gate look closer.
    fc.assert(
      fc.property(texts, (text) => {
        expect([text, isSuspect(text)]).toEqual([text, isSuspect(`${text}&`)]);
      }),
      { numRuns: 5000 },
    );
  });
});
