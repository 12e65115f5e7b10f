import { describe, expect, it } from 'vitest';
import { wordsOfList } from '../../src/settle/word-list.js';

describe('wordsOfList()', () => {
  it('takes a plain list', () => {
    expect([...wordsOfList({ words: '# places\nДалакент\r\nкөлбай\n\n', affixes: null })]).toEqual([
      'Далакент',
      'көлбай',
    ]);
  });

  it('puts the affixes of hunspell on, where the end of the word admits them', () => {
    const affixes = ['SFX A Y 2', 'SFX A 0 ға [ала]', 'SFX A а у [^н]а', 'PFX B Y 1', 'PFX B 0 бей .'].join('\n');
    const words = '2\nдала/AB\nжанана/A\n';
    expect([...wordsOfList({ words, affixes })]).toEqual(['дала', 'далаға', 'далу', 'бейдала', 'жанана', 'жананаға']);
  });

  it.each([
    ['long', 'дос/AaBb', 'Bb'],
    ['num', 'дос/7,12', '12'],
  ])('reads %s flags', (kind, words, flag) => {
    const affixes = `FLAG ${kind}\nSFX ${flag} Y 1\nSFX ${flag} 0 тар .`;
    expect([...wordsOfList({ words, affixes })]).toEqual(['дос', 'достар']);
  });
});
