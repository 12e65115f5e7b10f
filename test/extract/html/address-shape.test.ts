import { describe, expect, it } from 'vitest';
import { hostOf, readAddressShape } from '../../../src/extract/html/address-shape.js';

describe('hostOf()', () => {
  it.each([
    ['https://www.Gazet.example/x', 'gazet.example'],
    ['https://m.gazet.example/x', 'gazet.example'],
    ['https://amp.gazet.example/x', 'gazet.example'],
    ['https://m.kz/x', 'm.kz'],
    ['https://mobile.com.kz/x', 'mobile.com.kz'],
    ['https://mail.gazet.example/x', 'mail.gazet.example'],
    ['ftp://gazet.example', null],
  ])('gives %s as %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

describe('readAddressShape()', () => {
  it.each([
    ['/category/4321-kopir.html', 'story', '4321'],
    ['/category/kogam/', 'listing', null],
    ['/news/4321', 'story', null],
    ['/news/2019/', null, null],
    ['/index.php?do=news&id=4321', 'story', '4321'],
    ['/index.php?do=cat&category=sport', 'listing', null],
    ['/index.php?option=com_content&view=article&id=4321:kopir&catid=2', 'story', '4321'],
    ['/index.php?article=7', null, null],
    ['/index.php?cstart=3', 'front', null],
    ['/kk/news/view?id=4321', 'story', '4321'],
    ['/shownews.php?lang=kk&id=4321', 'story', '4321'],
    ['/index.php?do=login', 'static', null],
    ['/index.php?route=information/news&news_id=17', 'story', '17'],
    ['/?ELEMENT_ID=4411', null, null],
    ['/?utm_source=x&fbclid=abc', 'front', null],
  ])('takes %s for %s', (path, kind, nativeId) => {
    expect(readAddressShape(`https://gazet.example${path}`)).toMatchObject({ kind, nativeId });
  });
});
