import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveReader } from '../../src/model/query.js';
import { everyArticle } from '../../src/query/every-article.js';
import { searchArticles } from '../../src/query/search.js';
import { spellingsOf } from '../../src/query/spellings.js';
import { openSqliteReader } from '../../src/store/sqlite/sqlite-reader.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { articleWith, batchOf, recordWith } from '../store/records.js';

const folder = mkdtempSync(join(tmpdir(), 'muragat-query-'));
const TEXTS = [
  'Қазақстан халқы Наурызды тойлады',
  'Казакстан халкы туралы кітап',
  'Халық Қазақстан үшін еңбек етті',
  // Latin letters in Cyrillic words, as old pages have them.
  'Қaзaқстaн хaлқы ассамблеясы',
  'Көлдің балығы көбейді',
];

let reader: ArchiveReader;
beforeAll(async () => {
  const store = openSqliteStore(join(folder, 'a.db'), { create: true });
  const id = await store.beginImport({ toolVersion: '1', argv: [], lockTimeoutSeconds: 0 });
  const records = TEXTS.map((text, index) =>
    recordWith({
      article: articleWith({ nativeId: String(index + 1), headline: `№${index + 1}`, articleBody: [text] }),
    }),
  );
  await store.write(id, [batchOf('a.jsonl', records)], { force: false });
  await store.finishImport(id, 'ok');
  await store.close();
  reader = openSqliteReader(join(folder, 'a.db'));
});
afterAll(async () => {
  await reader.close();
  rmSync(folder, { recursive: true });
});

describe('readQuery()', () => {
  it.each([
    ['"казакстан халқы"', [1, 2, 4]],
    ['"казакстан халкы"', [1, 2, 4]],
    ['«Қазақстан халқы»', [1, 2, 4]],
    ['"Қaзaқстaн халқы"', [1, 2, 4]],
    ['"халык казакстан"', [3]],
    ['"казакстан халкы" -кітап', [1, 4]],
    ['казакстан -"казакстан халкы"', [3]],
    ['"колдин балыгы" OR "халык казакстан"', [3, 5]],
    ['"халкы казакстан"', []],
  ])('finds %s in every spelling', async (query, numbers) => {
    const { hits } = await searchArticles(reader, query, { ...everyArticle, limit: 9 });
    expect(hits.map(({ articleId }) => Number(/id:(\d)/.exec(articleId)?.[1])).toSorted()).toEqual(numbers);
    for (const { snippet } of query.startsWith('"') ? hits : []) expect(snippet.some(({ isHit }) => isHit)).toBe(true);
  });
});

describe('spellingsOf()', () => {
  it('gives up on a word of too many spellings, and asks little for one that is not there', async () => {
    let lookUps = 0;
    const all = async (beginning: string): Promise<string> => {
      lookUps += 1;
      return beginning;
    };
    expect(await spellingsOf('а'.repeat(60), all)).toEqual([]);
    expect(await spellingsOf('а'.repeat(9000), all)).toEqual([]);
    expect(lookUps).toBeLessThan(700);
    expect(await spellingsOf('қазақ', async () => null)).toEqual([]);
  });
});
