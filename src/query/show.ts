import { ImporterError } from '../model/importer-error.js';
import type { ArchiveReader, ArticleHistory, ArticleVersion } from '../model/query.js';
import { articleId, readArticleName } from './article-id.js';
import { markRepairs, type RepairedPart } from './mark-repairs.js';
import { type DiffPart, diffWords } from './word-diff.js';

/** What changed from one text of an article to the next. */
export interface VersionChange {
  readonly version: ArticleVersion;
  /** Null for the first text. */
  readonly headline: readonly DiffPart[] | null;
  readonly body: readonly DiffPart[] | null;
}

/** An article with all that lies behind it, ready to be shown. */
export interface ShownArticle extends ArticleHistory {
  /** Its name in every archive, with its version. */
  readonly articleId: string;
  readonly headlineParts: readonly RepairedPart[];
  /** One list of parts a paragraph. */
  readonly bodyParts: readonly (readonly RepairedPart[])[];
  readonly changes: readonly VersionChange[];
}

/** Parts paragraphs, as in the archive's `body`. */
const BREAK = '\n\n';

/** The article that a row number, an address or an article id names. Throws `ImporterError` (`input-missing`, `usage`) where there is none. */
export async function showArticle(reader: ArchiveReader, name: string): Promise<ShownArticle> {
  const history = await findArticle(reader, name);
  const { article, repairs, versions } = history;
  const of = (fields: readonly string[]) =>
    repairs.map((repair, index) => ({ repair, index })).filter(({ repair }) => fields.includes(repair.field));
  return {
    ...history,
    articleId: articleId({ site: article.site.host, key: article.key }, article.textSha256),
    headlineParts: markRepairs(article.headline ?? '', of(['headline'])),
    bodyParts: paragraphs(markRepairs(article.paragraphs.join(BREAK), of(['articleBody', 'lead']))),
    changes: versions.map((version, index) => changeOf(version, versions[index - 1] ?? null)),
  };
}

/** The history of the article that a person names. */
export async function findArticle(reader: ArchiveReader, name: string): Promise<ArticleHistory> {
  const wanted = readArticleName(name);
  if (wanted === null) {
    const message = `"${name.slice(0, 80)}" names no article`;
    throw new ImporterError('usage', message, 'Give the number, the address or the id that `muragat search` shows.');
  }
  const history = await reader.find(wanted);
  if (history !== null) return history;
  const message = `the archive holds no article ${name.slice(0, 120)}`;
  throw new ImporterError('input-missing', message, 'Find it with `muragat search`.');
}

function changeOf(version: ArticleVersion, before: ArticleVersion | null): VersionChange {
  if (before === null) return { version, headline: null, body: null };
  return {
    version,
    headline: diffWords(before.headline ?? '', version.headline ?? ''),
    body: diffWords(before.paragraphs.join(BREAK), version.paragraphs.join(BREAK)),
  };
}

/** The parts of a body, paragraph by paragraph; a repair never reaches over the end of one. */
function paragraphs(parts: readonly RepairedPart[]): readonly (readonly RepairedPart[])[] {
  const result: RepairedPart[][] = [[]];
  for (const { text, repair } of parts) {
    for (const [index, piece] of text.split(BREAK).entries()) {
      if (index > 0) result.push([]);
      if (piece !== '') result.at(-1)?.push({ text: piece, repair });
    }
  }
  return result;
}
