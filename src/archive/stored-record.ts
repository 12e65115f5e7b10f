import type { Article } from '../model/article.js';
import type { CaptureRecord } from '../model/extraction.js';
import type { CharsetEvidence } from '../model/page.js';
import { isCompanion } from './article-capture.js';
import { paragraphsOf } from './text-of.js';

/** What of a record no column of the archive holds: kept as JSON, so that every record can be given back whole. */
export interface StoredRecord extends Pick<CaptureRecord, RestField> {
  readonly charsetEvidence: CharsetEvidence;
  readonly article: StoredArticle | null;
}

/** What columns hold of a record. */
export interface RecordColumns extends Omit<CaptureRecord, RestField | 'article' | 'charset'> {
  readonly charsetUsed: string;
  readonly charsetDeclared: string | null;
  /** The words of the story, wherever the archive keeps them; null where the record has them itself. */
  readonly text: { readonly headline: string | null; readonly body: string } | null;
}

type RestField = 'profile' | 'issues' | 'calendar' | 'attributions' | 'evidence' | 'evidenceLayers';
type TextField = 'headline' | 'lead' | 'articleBody';

interface StoredArticle extends Omit<Article, TextField> {
  /** True where the lead is the first paragraph, as nearly always. */
  readonly lead: string | true | null;
  /** The words of a companion page, which are no version of the story. */
  readonly text?: Pick<Article, 'headline' | 'articleBody'>;
}

/** The part of a record that is stored as JSON. */
export function toStoredRecord(record: CaptureRecord): StoredRecord {
  const { profile, issues, calendar, attributions, evidence, evidenceLayers, charset } = record;
  const article = toStoredArticle(record);
  return {
    profile,
    charsetEvidence: charset.evidence,
    article,
    issues,
    calendar,
    attributions,
    evidence,
    evidenceLayers,
  };
}

/** The record, put together again. */
export function toRecord(stored: StoredRecord, columns: RecordColumns): CaptureRecord {
  const { charsetEvidence, article, ...rest } = stored;
  const { charsetUsed, charsetDeclared, text, ...own } = columns;
  return {
    ...own,
    ...rest,
    charset: { used: charsetUsed, declared: charsetDeclared, evidence: charsetEvidence },
    article: article === null ? null : toArticle(article, text),
  };
}

function toStoredArticle(record: CaptureRecord): StoredArticle | null {
  if (record.article === null) return null;
  const { headline, articleBody, lead, ...rest } = record.article;
  const shortLead = lead !== null && lead === articleBody[0] ? true : lead;
  return { ...rest, lead: shortLead, ...(isCompanion(record) ? { text: { headline, articleBody } } : {}) };
}

function toArticle(stored: StoredArticle, outside: RecordColumns['text']): Article {
  const { text, lead, ...rest } = stored;
  const headline = text === undefined ? (outside?.headline ?? null) : text.headline;
  const articleBody = text?.articleBody ?? paragraphsOf(outside?.body ?? '');
  return { ...rest, headline, articleBody, lead: lead === true ? (articleBody[0] ?? null) : lead };
}
