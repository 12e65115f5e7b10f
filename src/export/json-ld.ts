import type { StoredArticle } from '../model/query.js';

const HEAD = '{"@context":"https://schema.org","@graph":[';
const TAIL = '\n]}\n';

/** Signs that would end a script element of a page or a line of a reader that splits at them. */
const UNSAFE = /[<\u0085\u2028\u2029]/g;

/** Articles as one JSON-LD document (schema.org NewsArticle), piece by piece. */
export async function* toJsonLd(
  articles: AsyncIterable<StoredArticle>,
  options: { readonly withComments: boolean },
): AsyncGenerator<string> {
  yield HEAD;
  let isFirst = true;
  for await (const article of articles) {
    const json = JSON.stringify(toNewsArticle(article, options.withComments)).replace(UNSAFE, escaped);
    yield `${isFirst ? '' : ','}\n${json}`;
    isFirst = false;
  }
  yield TAIL;
}

/** One article; what is not known is absent. */
export function toNewsArticle(article: StoredArticle, withComments: boolean): Readonly<Record<string, unknown>> {
  const { site, key, textSha256 } = article;
  return present({
    '@type': 'NewsArticle',
    '@id': article.url,
    identifier: { '@type': 'PropertyValue', propertyID: 'muragat', value: `${site.host}/${key}` },
    version: textSha256,
    url: article.url,
    headline: article.headline,
    abstract: article.lead,
    articleBody: article.paragraphs.join('\n\n'),
    articleSection: article.section,
    author: article.author === null ? null : { '@type': 'Person', name: article.author },
    inLanguage: article.language,
    datePublished: momentOf(article.publishedOn, article.publishedTime),
    dateModified: article.modifiedOn,
    keywords: article.keywords,
    image: article.images.map(({ url, alt }) => present({ '@type': 'ImageObject', url, caption: alt })),
    isPartOf: present({ '@type': 'Newspaper', name: site.name ?? site.host, issn: site.issn }),
    publisher: site.publisher === null ? null : { '@type': 'Organization', name: site.publisher },
    ...bodiesOf(article),
    commentCount: article.commentCount,
    interactionStatistic:
      article.views === null
        ? null
        : {
            '@type': 'InteractionCounter',
            interactionType: { '@type': 'ViewAction' },
            userInteractionCount: article.views,
          },
    comment: withComments ? commentsOf(article) : null,
  });
}

/** Whom the article names as its source, and whom it credits for pictures. */
function bodiesOf({ attributions }: StoredArticle): Readonly<Record<string, unknown>> {
  const names = (role: string): readonly string[] => [
    ...new Set(
      attributions.filter((attribution) => attribution.role === role).map(({ canonicalName }) => canonicalName),
    ),
  ];
  return {
    sourceOrganization: names('origin').map((name) => ({ '@type': 'Organization', name })),
    creditText: names('photo').join(', ') || null,
  };
}

function commentsOf({ comments }: StoredArticle): readonly unknown[] {
  return comments.map(({ author, postedOn, postedTime, text }) =>
    present({
      '@type': 'Comment',
      author: author === null ? null : { '@type': 'Person', name: author },
      dateCreated: momentOf(postedOn, postedTime),
      text,
    }),
  );
}

function momentOf(day: string | null, time: string | null): string | null {
  return day === null || time === null ? day : `${day}T${time}`;
}

/** Without what is null or empty. */
function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const isPresent = (value: unknown): boolean =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isPresent(value)));
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
