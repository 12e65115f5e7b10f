import type { StoredArticle } from '../../src/model/query.js';

const ARTICLE: StoredArticle = {
  id: 1,
  site: { host: 'bulaq-uni.example', name: 'Бұлақ үні', issn: null, publisher: null },
  key: 'id:7',
  textSha256: '0123456789abcdef'.repeat(4),
  nativeId: '7',
  url: 'https://bulaq-uni.example/7.html',
  headline: 'Жаңа көпір',
  lead: null,
  paragraphs: ['Көпір ашылды.', 'Жиын өтті.'],
  section: null,
  author: null,
  language: 'kk',
  publishedOn: '2021-05-04',
  publishedTime: '10:15',
  modifiedOn: null,
  dateText: null,
  views: 12,
  commentCount: null,
  firstCapturedAt: null,
  lastCapturedAt: null,
  versionCount: 1,
  keywords: [],
  images: [],
  attributions: [{ name: 'Казинформ', canonicalName: 'ҚазАқпарат', role: 'origin', phrase: 'дейді', rule: 'kk' }],
  comments: [{ author: 'Асан', postedOn: '2021-05-05', postedTime: null, text: 'Рахмет!' }],
  repairCount: 0,
  damageCount: 0,
};

/** An invented article with the fields given. */
export function storedArticle(fields: Partial<StoredArticle> = {}): StoredArticle {
  return { ...ARTICLE, ...fields };
}

/** Articles as an archive hands them out. */
export async function* handedOut(articles: readonly StoredArticle[]): AsyncGenerator<StoredArticle> {
  yield* articles;
}

/** All pieces of an export. */
export async function gathered<T>(pieces: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
