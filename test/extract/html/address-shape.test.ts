import { describe, expect, it } from 'vitest';
import { hostOf } from '../../../src/extract/html/address-shape.js';

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
