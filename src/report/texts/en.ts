import type { Text, TextTable } from '../texts.js';

/** The report in English. What stands in braces is put in; `{n}` chooses between the forms of a plural. */
export const en = {
  title: 'Archive report',
  madeOn: 'Made on {day} with Muragat {version}',
  contents: 'Contents',
  skip: 'To the contents',
  table: 'The same figures as a table',
  none: 'none',
  unknown: 'not known',
  others: 'Only the first are shown: {shown} of {n}.',
  more: '{n} more',

  leadEmpty: 'This archive holds nothing yet. Import pages with “muragat import <dump…>” and make the report again.',
  leadHolds: 'The archive holds {articles} of {sites}. They were read from {captures} in {sources}. {issues}',
  leadArticles: { one: '{n} article', other: '{n} articles' },
  leadSites: { one: '{n} newspaper', other: '{n} newspapers' },
  leadCaptures: { one: '{n} captured page', other: '{n} captured pages' },
  leadSources: { one: '{n} dump', other: '{n} dumps' },
  leadIssues: { one: '{n} print issue is known.', other: '{n} print issues are known.' },
  leadPublished: 'The articles are dated from {first} to {last}.',
  leadCaptured: 'Pages were captured from {first} to {last}.',
  leadUncaptured: 'The day of no capture is known.',

  look: 'What to look at',
  lookNothing: 'No gap between issues, no rejected record and no damaged text is known.',
  lookMissing: {
    one: '{n} print issue is missing between known ones',
    other: '{n} print issues are missing between known ones',
  },
  lookRejects: { one: '{n} record could not be read', other: '{n} records could not be read' },
  lookDamaged: { one: '{n} article still shows damaged text', other: '{n} articles still show damaged text' },
  lookUndated: { one: '{n} article has no certain date', other: '{n} articles have no certain date' },
  lookUnfinished: { one: '{n} dump was not read to its end', other: '{n} dumps were not read to their end' },
  lookImports: {
    one: '{n} of the latest imports did not end well',
    other: '{n} of the latest imports did not end well',
  },

  dumps: 'Dumps',
  captures: 'Captured pages',
  articles: 'Articles',
  issues: 'Print issues',
  share: 'Share',
  year: 'Year',
  newspaper: 'Newspaper',
  newspapers: 'Newspapers',
  newspapersHint: 'What the archive holds of each newspaper, and from when to when.',
  newspapersUnknown: 'Under “{host}” stands what no page or dump says the newspaper of.',
  undated: 'Without date',

  calendar: 'Articles by day',
  calendarHint:
    'Each square is a day of publication; the stronger its colour, the more articles. A dot marks a day on which a print issue came out. Empty stretches between dots are worth a look: the paper came out, its articles are not here.',
  calendarYears: 'Articles by year',
  calendarOlder: 'Every day is shown of the latest {n} years that have articles; the chart and the table hold all.',
  calendarLabel: 'Articles by day in {year}: {articles} on {days}; issues came out on {issueDays}',
  calendarDays: { one: '{n} day', other: '{n} days' },
  calendarNoDates: 'No article has a certain date.',
  legendArticles: 'Articles a day',
  legendNone: '0',
  legendIssue: 'day of an issue',
  issueDays: 'Days of issues by month',
  total: 'Total',

  issuesHint:
    'Known: named by a page. Deduced: number, serial or day follows from its neighbours. Missing: a number between two known ones that no page names. Before the first and after the last known number nothing counts as missing.',
  issuesLabel: 'Print issues by year: {known} known, {inferred} deduced, {missing} missing',
  issuesNone: 'No page names a print issue.',
  known: 'Known',
  inferred: 'Deduced',
  missing: 'Missing',
  missingNumbers: 'Missing numbers',
  issueGaps: 'Missing numbers by newspaper and year',
  issueGapsNone: 'No number is missing between known ones.',

  sections: 'Sections',
  sectionsHint: 'Sections as the pages print them or as their addresses name them.',
  section: 'Section',
  noSection: 'no section',

  origins: 'Who is relayed most',
  originsHint:
    'Bodies that articles name as the source of their text: in how many articles as the origin, in how many as the one that passed it on. {attributed} of {articles} articles name an origin.',
  originsNone: 'No article names where its text comes from.',
  origin: 'Name',
  asOrigin: 'Origin',
  asRelay: 'Relay',

  views: 'Views by age of the article',
  viewsHint:
    'How often articles had been read by the day of the capture. The bar spans the middle half of the readings, the line in it is the median. Readings without a day are left out.',
  viewsNone: 'There is no reading of views whose day is known.',
  age: 'Age',
  ageSameDay: 'same day',
  ageDays: '{from}–{to} days',
  ageMonths: '3–12 months',
  ageYears: '{from}–{to} years',
  ageOver: 'over {from} years',
  median: 'Median',
  middleHalf: 'Middle half',
  readings: 'Readings',
  mostRead: 'Most read',
  headline: 'Headline',
  viewCount: 'Views',
  date: 'Date',

  charsets: 'Encodings',
  charsetsHint:
    'What pages say of their encoding, and by which encoding their bytes were read. Rows where the two differ are marked: there the label was wrong, and the bytes decided.',
  declared: 'Declared',
  used: 'Read as',
  undeclared: 'nothing',
  differs: 'differs',

  repairs: 'Repairs',
  repairsHint:
    'Damaged text that was put right, by method, with examples. What stood there before is kept with every repair and can be put back.',
  repairsNone: 'No text had to be repaired.',
  applied: 'Applied',
  proposed: 'Proposed only',
  left: 'Left as found',
  before: 'Before',
  after: 'After',
  damage: 'What stays damaged',
  damageHint:
    'Articles in whose words damage stands that nothing mended for certain. “muragat show <number>” shows one, “muragat restore” tries again with what the rest of the archive tells.',
  damageNone: 'No article shows damaged text.',
  methodPageCopy: 'clean copy of the line on the same page',
  methodEntities: 'entities that were escaped as text',
  methodNone: 'bytes are lost, no clean copy',
  methodAs: '{written} that had been read as {read}',
  methodDecoding: 'bytes that only one reading explains',
  methodLexicon: 'words of the archive',
  methodContext: 'words and their neighbours',
  methodHabit: 'habit of the paper in signs',

  rejects: 'Rejects',
  rejectsHint:
    'Records that could not be read, by reason, with the place of one of each. “muragat retry” tries them again after an upgrade or when a dump has grown.',
  rejectsNone: 'No record was rejected.',
  stageRead: 'reading',
  stageDecode: 'decoding',
  stageExtract: 'finding fields',
  stageStore: 'storing',

  imports: 'Imports',
  importsHint:
    'The latest imports, oldest on the left, and where their records ended. The five tallies always add up to what was read.',
  importsLabel: 'Records of the latest imports ({n}) by outcome',
  importsNone: 'Nothing was imported yet.',
  import: 'Import',
  started: 'Started',
  status: 'Status',
  read: 'Read',
  inserted: 'Inserted',
  updated: 'Updated',
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  rejected: 'Rejected',
  statusRunning: 'running',
  statusOk: 'complete',
  statusPartial: 'with rejects',
  statusFailed: 'failed',
  statusInterrupted: 'interrupted',
  formats: 'Dumps by format',
  format: 'Format',
  records: 'Records',
  unfinished: 'Cut short',

  footer:
    'Figures are counted from the archive as it stood when the report was made. “muragat verify” checks the archive itself.',
} as const satisfies TextTable;

/** Names of the texts of a report. */
export type TextName = keyof typeof en;
/** The texts of one language: every one of them. */
export type ReportTexts = Readonly<Record<TextName, Text>>;
