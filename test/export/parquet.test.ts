import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { toParquet } from '../../src/export/parquet.js';
import { gathered, handedOut, storedArticle } from './articles.js';

async function readBack(count: number): Promise<readonly Record<string, unknown>[]> {
  const articles = Array.from({ length: count }, (_, index) => storedArticle({ views: index === 0 ? null : index }));
  const bytes = Buffer.concat(await gathered(toParquet(handedOut(articles), { withComments: false })));
  return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
}

describe('toParquet()', () => {
  it('is read back as it was', async () => {
    const [first, second] = await readBack(2);
    expect(first).toMatchObject({ headline: 'Жаңа көпір', views: null, published_on: '2021-05-04', author: null });
    expect(second).toMatchObject({ views: 1 });
    expect(first).not.toHaveProperty('comments');
  });

  it.each([0, 1000, 2500])('holds %i articles', async (count) => {
    expect(await readBack(count)).toHaveLength(count);
  });

  it('hands out a piece a row group', async () => {
    const articles = Array.from({ length: 2500 }, () => storedArticle());
    expect(await gathered(toParquet(handedOut(articles), { withComments: false }))).toHaveLength(3);
  });
});
