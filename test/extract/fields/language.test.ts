import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../../src/extract/fields/language.js';

describe('readLanguage()', () => {
  it.each([
    ['kk', 'Ауылда жаңа кітапхана ашылып, балалар қуанып қалды'],
    ['kk', 'Министрлік жаңа ережені екі аптада бекітпек'],
    ['kk-Latn', 'Aýylda jańa kitaphana ashylyp, balalar qýanyp qaldy'],
    ['kk-Latn', "Ay'ylda jan'a kitaphana ashylyp, balalar qy'anyp qaldy, qurylys eki jylg'a sozyldy"],
    ['kk-Latn', 'Auylda jana kitaphana ashylyp, balalar quanyp qaldy, dep jazady olar'],
    ['kk-Arab', 'اۋىلدا جاڭا كىتاپحانا اشىلىپ، بالالار قۋانىپ قالدى'],
    ['ru', 'В селе открылась новая библиотека, и дети очень обрадовались'],
    ['ru', 'В селе Жаңаауыл открылась новая библиотека, её построили за одно лето на средства жителей района'],
    ['ky', 'Айылда жаңы китепкана ачылып, балдар абдан сүйүнүп калышты, деди өкүл'],
    ['uz', 'Qishlogʻimizda yangi kutubxona ochildi, bolalar oʻqishga shoshildi'],
    ['uz-Cyrl', 'Қишлоғимизда янги кутубхона очилди, болалар ўқишга шошилди'],
    ['uk', 'У селі відкрили нову бібліотеку, і діти дуже зраділи'],
    ['tr', 'Köyde yeni bir kütüphane açıldı ve çocuklar çok sevindi, dedi başkan'],
    ['en', 'A new library was opened in the village and the children were glad of it'],
    ['de', 'In dem Dorf wurde eine neue Bibliothek eröffnet, und die Kinder freuten sich auf das Lesen'],
  ])('tells %s', (language, text) => {
    expect(readLanguage(text)).toBe(language);
  });

  it('does not take a word typed with a Latin look-alike for another language', () => {
    expect(readLanguage('Бұл шешiм бiздiң ауылға керек едi')).toBe('kk');
  });

  it.each(['', '№31 (6120) 14', 'Спорт', '12345'])('says nothing of «%s»', (text) => {
    expect(readLanguage(text)).toBeNull();
  });
});
