import { describe, expect, it } from 'vitest';
import { readAddressShape } from '../../../src/extract/html/address-shape.js';
import {
  cutSiteName,
  isKnownName,
  isSiteName,
  titleParts,
  withoutSiteName,
} from '../../../src/extract/html/page-title.js';

const naming = {
  siteNames: ['Таңғы хабар'],
  address: {
    page: null,
    canonical: null,
    shape: readAddressShape(null),
    host: 'north-courier.example',
    base: null,
  },
};

describe('cutSiteName()', () => {
  it.each([
    ['at the end', 'Көпір ашылды | Таңғы хабар', 'Көпір ашылды'],
    ['at the beginning', 'Таңғы хабар » Көпір ашылды', 'Көпір ашылды'],
    ['before a colon', 'Таңғы хабар: Көпір ашылды', 'Көпір ашылды'],
    ['twice', 'Көпір ашылды – Таңғы хабар - Таңғы хабар', 'Көпір ашылды'],
    ['without white space', 'Көпір ашылды:Таңғы хабар', 'Көпір ашылды'],
    ['that only the host confirms', 'A bridge opens | North Courier', 'A bridge opens'],
    ['that is the host, without a separator', 'north-courier.example A bridge opens', 'A bridge opens'],
  ])('takes off a name %s', (_, title, headline) => {
    expect(cutSiteName(title, naming)).toBe(headline);
  });

  it.each(['Көпір ашылды - Астана', 'Таңғы хабар', 'Оқырманға жаңа Таңғы хабар'])('keeps «%s» whole', (title) => {
    expect(cutSiteName(title, naming)).toBe(title);
  });
});

describe('withoutSiteName()', () => {
  it('takes the longest part where it stands first and no name is known', () => {
    expect(withoutSiteName('A bridge opens in the north | Daily', naming)).toBe('A bridge opens in the north');
  });

  it('parts Chinese and Japanese titles without white space', () => {
    expect(withoutSiteName('老城区百年茶馆重新开张_老城网', naming)).toBe('老城区百年茶馆重新开张');
  });

  it('keeps a title whose first part is not the longest', () => {
    expect(withoutSiteName('Bridge | A bridge opens in the north', naming)).toBe(
      'Bridge | A bridge opens in the north',
    );
  });
});

describe('isSiteName()', () => {
  it('takes words that the host is made of, isKnownName() does not', () => {
    expect(isSiteName('Courier North', naming)).toBe(true);
    expect(isKnownName('Courier North', naming)).toBe(false);
    expect(isKnownName('north-courier.example', naming)).toBe(true);
  });
});

describe('titleParts()', () => {
  it.each([
    ['«Бір ел – бір кітап» шарасы » Таңғы хабар', ['«Бір ел – бір кітап» шарасы', 'Таңғы хабар']],
    ['Көпір ашылды – Таңғы хабар', ['Көпір ашылды', 'Таңғы хабар']],
  ])('parts «%s» where no quotes hold the dash', (title, parts) => {
    expect(titleParts(title)).toEqual(parts);
  });
});
