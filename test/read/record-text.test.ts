import { describe, expect, it } from 'vitest';
import { payloadOf, toRecordText } from '../../src/read/record-text.js';

describe('toRecordText()', () => {
  it.each([
    ['UTF-8', Buffer.from('{"text": "Су"}')],
    ['windows-1251', Buffer.from([0x7b, 0xd1, 0xf3, 0x7d])],
    ['a byte that is none', Buffer.from([...Buffer.from('Су'), 0xff])],
  ])('keeps the bytes of %s', (_fact, bytes) => {
    const { text, isBytes } = toRecordText(bytes);
    expect(Buffer.from(payloadOf(text, isBytes))).toEqual(bytes);
  });
});

describe('payloadOf()', () => {
  it('takes a text with an escaped letter for text', () => {
    expect(payloadOf('\u0421\u0443', true)).toEqual(Buffer.from('Су'));
  });
});
