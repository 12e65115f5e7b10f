import { describe, expect, it } from 'vitest';
import { toJsonLd, toNewsArticle } from '../../src/export/json-ld.js';
import { gathered, handedOut, storedArticle } from './articles.js';

describe('toNewsArticle()', () => {
  it('speaks schema.org and leaves out what is not known', () => {
    expect(toNewsArticle(storedArticle(), false)).toEqual({
      '@type': 'NewsArticle',
      '@id': 'https://bulaq-uni.example/7.html',
      identifier: { '@type': 'PropertyValue', propertyID: 'muragat', value: 'bulaq-uni.example/id:7' },
      version: '0123456789abcdef'.repeat(4),
      url: 'https://bulaq-uni.example/7.html',
      headline: 'Жаңа көпір',
      articleBody: 'Көпір ашылды.\n\nЖиын өтті.',
      inLanguage: 'kk',
      datePublished: '2021-05-04T10:15',
      isPartOf: { '@type': 'Newspaper', name: 'Бұлақ үні' },
      sourceOrganization: [{ '@type': 'Organization', name: 'ҚазАқпарат' }],
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: { '@type': 'ViewAction' },
        userInteractionCount: 12,
      },
    });
  });

  it('names commenters only on demand', () => {
    expect(toNewsArticle(storedArticle(), true)).toMatchObject({ comment: [{ author: { name: 'Асан' } }] });
  });
});

describe('toJsonLd()', () => {
  it.each([0, 1, 3])('is one valid document of %i articles', async (count) => {
    const articles = Array.from({ length: count }, () => storedArticle());
    const text = (await gathered(toJsonLd(handedOut(articles), { withComments: false }))).join('');
    expect(JSON.parse(text)['@graph']).toHaveLength(count);
  });

  it('may stand in a script element', async () => {
    const articles = handedOut([storedArticle({ headline: '</script>\u2028' })]);
    const text = (await gathered(toJsonLd(articles, { withComments: false }))).join('');
    expect(text).not.toContain('</script>');
    expect(JSON.parse(text)['@graph'][0].headline).toBe('</script>\u2028');
  });
});
