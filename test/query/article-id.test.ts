import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleId, readArticleName } from '../../src/query/article-id.js';

const SHA = '0123456789abcdef'.repeat(4);

describe('articleId()', () => {
  it('names host, key and version', () => {
    expect(articleId({ site: 'bulaq-uni.example', key: 'id:6638' }, SHA)).toBe(
      'bulaq-uni.example/id:6638@0123456789ab',
    );
    expect(articleId({ site: 'bulaq-uni.example', key: 'headline:2021-05-04 жана копир' })).toBe(
      'bulaq-uni.example/headline:2021-05-04_жана_копир',
    );
  });

  it('is read back as what it names, with its version and without', () => {
    const key = fc.oneof(
      fc.string({ minLength: 1 }).map((text) => `url:${text}`),
      fc.constant('headline:2021-05-04 а б'),
    );
    fc.assert(
      fc.property(key, fc.boolean(), (text, isVersioned) => {
        const name = { site: 'bulaq-uni.example', key: text };
        fc.pre(!/[\n\u2028\u2029]/.test(text));
        expect(readArticleName(articleId(name, isVersioned ? SHA : undefined))).toEqual(name);
      }),
    );
  });
});

describe('readArticleName()', () => {
  it.each([
    ['12', { id: 12 }],
    [' https://bulaq-uni.example/1.html ', { url: 'https://bulaq-uni.example/1.html' }],
    ['bulaq-uni.example/id:1', { site: 'bulaq-uni.example', key: 'id:1' }],
    ['су құбыры', null],
    ['', null],
  ])('%j', (text, name) => {
    expect(readArticleName(text)).toEqual(name);
  });
});
