import { describe, expect, it } from 'vitest';
import { fitsDigest } from '../../src/read/warc-digest.js';

const empty = new Uint8Array(0);
const cases: readonly (readonly [labelled: string, expected: boolean | null])[] = [
  ['sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ', true],
  ['sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709', true],
  ['SHA-1: 2jmj7l5rSw0yVb/vlWAYkK/YBwk=', true],
  ['sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', true],
  ['md5:d41d8cd98f00b204e9800998ecf8427e', true],
  ['sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', false],
  ['sha256:0000000000000000000000000000000000000000000000000000000000000000', false],
  ['crc32:0000000000000000', null],
  ['constructor:0000000000000000', null],
  ['no digest', null],
];

describe('fitsDigest()', () => {
  it.each(cases)('holds %s against nothing: %s', (labelled, expected) => {
    expect(fitsDigest(labelled, [empty])).toBe(expected);
  });

  it('takes any of several contents', () => {
    expect(fitsDigest('md5:d41d8cd98f00b204e9800998ecf8427e', [Uint8Array.of(1), empty])).toBe(true);
  });
});
