import type { ArchiveReader, ArticleHistory, ArticleReading } from '../model/query.js';
import { articleId } from './article-id.js';
import { findArticle } from './show.js';

/** All that a citation says of an article. */
export interface Citation {
  /** Host, key and version: the same in every archive of the same pages. */
  readonly id: string;
  readonly title: string | null;
  readonly author: string | null;
  /** Null where the site of the page cannot be told. */
  readonly newspaper: string | null;
  readonly issn: string | null;
  readonly publisher: string | null;
  readonly section: string | null;
  readonly language: string | null;
  /** ISO 8601 day. */
  readonly published: string | null;
  readonly publishedAsPrinted: string | null;
  readonly url: string | null;
  /** Exact moment or day of the capture whose text is cited; null where only bounds are known. */
  readonly capturedAt: string | null;
  readonly capturedBetween: readonly [string | null, string | null] | null;
  readonly contentSha256: string | null;
  /** The dump and the place in it. */
  readonly dump: string | null;
  readonly locator: string | null;
  readonly repairs: RepairDisclosure;
}

/** What was changed in the cited text. */
export interface RepairDisclosure {
  readonly applied: number;
  /** Of these: found by evidence, because bytes were lost. */
  readonly lossy: number;
  /** Places where damage stands. */
  readonly damaged: number;
  /** Names of the methods, most used first. */
  readonly methods: readonly string[];
}

/** Host of the site that holds the pages whose site cannot be told. */
const UNKNOWN_SITE = 'unknown';
/** Fields whose repairs change what a reader of the article reads. */
const CITED_FIELDS: ReadonlySet<string> = new Set(['headline', 'lead', 'articleBody']);

/** The citation of the article that a row number, an address or an article id names. */
export async function citeArticle(reader: ArchiveReader, name: string): Promise<Citation> {
  return citationOf(await findArticle(reader, name));
}

/** What a citation says of an article. */
export function citationOf(history: ArticleHistory): Citation {
  const { article } = history;
  const reading = citedReading(history);
  const [location] = reading?.locations ?? [];
  const isBounded = reading !== null && reading.capturedAt === null;
  const hasBounds = isBounded && (reading.capturedFrom !== null || reading.capturedTo !== null);
  return {
    id: articleId({ site: article.site.host, key: article.key }, article.textSha256),
    title: article.headline,
    author: article.author,
    newspaper: article.site.host === UNKNOWN_SITE ? null : (article.site.name ?? article.site.host),
    issn: article.site.issn,
    publisher: article.site.publisher,
    section: article.section,
    language: article.language,
    published: article.publishedOn,
    publishedAsPrinted: article.dateText,
    url: article.url,
    capturedAt: reading?.capturedAt ?? null,
    capturedBetween: hasBounds ? [reading.capturedFrom, reading.capturedTo] : null,
    contentSha256: reading?.contentSha256 ?? null,
    dump: location?.path ?? null,
    locator: location?.locator ?? null,
    repairs: disclosureOf(history),
  };
}

/** The latest capture that shows the text cited, one with an exact moment before others. */
function citedReading({ article, readings }: ArticleHistory): ArticleReading | null {
  const shown = readings.filter((reading) => reading.textSha256 === article.textSha256);
  return shown.findLast((reading) => reading.capturedAt !== null) ?? shown.at(-1) ?? readings.at(-1) ?? null;
}

function disclosureOf({ article, repairs }: ArticleHistory): RepairDisclosure {
  const applied = repairs.filter((repair) => repair.applied && CITED_FIELDS.has(repair.field));
  const counts = new Map<string, number>();
  for (const { method } of applied) counts.set(method, (counts.get(method) ?? 0) + 1);
  return {
    applied: applied.length,
    lossy: applied.filter(({ lossy }) => lossy).length,
    damaged: article.damageCount,
    methods: [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([method]) => method),
  };
}
