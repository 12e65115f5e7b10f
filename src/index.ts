export { readCharsetLabel } from './decode/declared-charset.js';
export { type DecodeOptions, decode } from './decode/decode.js';
export { type EnqueueOptions, enqueueDumps, redriveDumps } from './enqueue.js';
export { toCsv } from './export/csv.js';
export { csvLine } from './export/csv-line.js';
export { toDatasetteYaml } from './export/datasette.js';
export { toJsonLd } from './export/json-ld.js';
export { toParquet } from './export/parquet.js';
export { toRecords } from './export/records.js';
export type { LearntField } from './extract/html/learnt.js';
export { type DumpOptions, type ImportOptions, isWithin, type Progress, type RejectLimit } from './import/options.js';
export type { FailedDump, ImportReport, ReportedReject, SourceReport } from './import/report.js';
export { importDefaults } from './import-defaults.js';
export { importShard, type ShardOutcome } from './import-shard.js';
export { importDumps, importKeptPages, type ParseResult, parseDumps } from './importer.js';
export { type LearntProfile, learnProfile } from './learn-profile.js';
export { type NamedShard, shardFaults } from './merge/check-shards.js';
export { type MergeOptions, type MergeReport, mergeArchives } from './merge/merge-archives.js';
export type { Article, Comment, Image } from './model/article.js';
export type { Attribution, AttributionRole } from './model/attribution.js';
export type {
  Capture,
  CapturedAtBasis,
  DumpFailure,
  ReadResult,
  Source,
  SourceRef,
  SourceState,
} from './model/capture.js';
export type { Diagnostic } from './model/diagnostic.js';
export type { Drift } from './model/drift.js';
export type { CaptureRecord } from './model/extraction.js';
export { ImporterError, type ImporterErrorCode } from './model/importer-error.js';
export type { CalendarMonth, IssueMention } from './model/issue.js';
export type { PageCharset, PageKind } from './model/page.js';
export type { PageTruth, TruthField, TruthValues } from './model/page-truth.js';
export type {
  ArchiveReader,
  ArticleFilter,
  ArticleHistory,
  ArticleName,
  ArticleReading,
  ArticleRepair,
  ArticleVersion,
  FoundArticle,
  StoredArticle,
  TextMatch,
} from './model/query.js';
export type { DeadJob, EnqueueReport, QueueStatus } from './model/queue.js';
export type { Repair, RepairStep } from './model/repair-step.js';
export type { ReportFigures, ReportReader } from './model/report.js';
export type { ArticleText, RestoredText } from './model/restore.js';
export type { SettleReport, SettleRules } from './model/settle.js';
export { PIECE_BYTES, type Shard, type ShardMark } from './model/shard.js';
export type { Layout, Site, SiteProfile } from './model/site-profile.js';
export type {
  ArchiveStatus,
  Arrivals,
  ForgetSelection,
  Forgotten,
  ImportSummary,
  SiteArrivals,
  Store,
  Tally,
} from './model/store.js';
export type { ContentRow, Damage, SourcePlaces } from './model/verify.js';
export {
  beginWithCopy,
  type OpenOptions,
  openForVerify,
  openReader,
  openStore,
  shardMarkOf,
  shownArchive,
} from './open-archive.js';
export { type PageOptions, type PageStages, readPage, readPageInStages } from './page.js';
export { readProfileJson } from './profile-file.js';
export { articleId, readArticleName } from './query/article-id.js';
export { type Citation, citeArticle, type RepairDisclosure } from './query/citation.js';
export { citationFormats } from './query/citation-formats.js';
export { everyArticle } from './query/every-article.js';
export type { TextPart } from './query/mark-hits.js';
export type { RepairedPart } from './query/mark-repairs.js';
export { type ParsedQuery, parseQuery } from './query/parse-query.js';
export { readQuery } from './query/read-query.js';
export { type SearchHit, type SearchOptions, type SearchResult, searchArticles } from './query/search.js';
export { type ShownArticle, showArticle, type VersionChange } from './query/show.js';
export type { DiffPart } from './query/word-diff.js';
export { queueStatus } from './queue-status.js';
export { type JobOutcome, runWorker, type WorkerOptions, type WorkerReport } from './queue-worker.js';
export { readFileList } from './read/file-list.js';
export { formats, type ReadOptions, read } from './read/read.js';
export {
  type LineRepair,
  type RepairedText,
  type RepairTextOptions,
  repairText,
  SURE,
} from './repair-text.js';
export { type ReportLanguage, reportLanguages } from './report/language.js';
export { type ReportOptions, toReport } from './report/to-report.js';
export { type RestoreOptions, type RestoreReport, restoreArchive } from './restore.js';
export { readTruth, type TruthReading } from './score/read-truth.js';
export type { FieldOutcome, JudgedField } from './score/score-record.js';
export type { FieldTally } from './score/tally.js';
export { settleRules } from './settle/settle-rules.js';
export { wordsOfList } from './settle/word-list.js';
export { loadKnowledge } from './shipped-model.js';
export type { JsonProblem, JsonSchema } from './sites/json-schema.js';
export { profileSchema } from './sites/profile-schema.js';
export { profiles } from './sites/profiles.js';
export { LARGEST_PROFILE, type ProfileReading } from './sites/read-profile.js';
export { isPostgresUrl } from './store/postgres/connect.js';
export { checkSqliteFile } from './store/sqlite/check-file.js';
export type { CopiedArchive } from './store/sqlite/copy-archive.js';
export { openSqliteReader } from './store/sqlite/sqlite-reader.js';
export { openSqliteStore } from './store/sqlite/sqlite-store.js';
export { type FailedPage, type ProfileTest, testProfile } from './test-profile.js';
export type { DumpReader, SourceCheck } from './verify/check-sources.js';
export { type VerifyOptions, type VerifyReport, verifyArchive } from './verify/verify-archive.js';
