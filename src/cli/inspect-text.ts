import type { Article, Capture, CaptureRecord, PageStages, RepairStep } from '../index.js';
import { counted, number, oneLine, table, visible } from './terminal.js';

/** Characters shown of a long value. */
const VALUE_WIDTH = 72;
/** Paragraphs shown whole. */
const MANY = 40;

type Row = readonly [string, string, string];

/** Every stage of one page in words: what was found, and which rule found it. */
export function inspectText(capture: Capture, stages: PageStages): string {
  const { record } = stages;
  return [
    section('Capture', captureRows(capture, record)),
    section('Decode', [
      ['charset', record.charset.used, `${record.charset.evidence}; declared: ${record.charset.declared ?? 'nothing'}`],
    ]),
    repairPart(stages),
    section(`Extract: ${kindOf(record)}, profile ${record.profile}`, fieldRows(record)),
    bodyPart(record),
    section(
      'Issues named on the page (evidence of the crawl)',
      record.issues.map((issue) => [issue.label, issue.datePublished ?? '–', issueWords(issue)]),
    ),
    section('Calendar', record.calendar ? [['month', record.calendar.month, calendarWords(record)]] : []),
    section(
      'Attributions',
      record.attributions.map(({ role, name, canonicalName, rule }) => [
        role,
        name === canonicalName ? name : `${name} = ${canonicalName}`,
        rule,
      ]),
    ),
    section(
      'Diagnostics',
      record.diagnostics.map(({ code, message }) => [code, oneLine(message, VALUE_WIDTH), '']),
    ),
  ].join('');
}

function captureRows(capture: Capture, record: CaptureRecord): readonly Row[] {
  const { source, httpStatus, mediaType, contentSha256, payload } = capture;
  const [from, to] = record.capturedBetween ?? [null, null];
  const bounds = record.capturedBetween ? `between ${from ?? '…'} and ${to ?? '…'}` : '';
  return [
    ['dump', visible(source.path), `${source.format}, ${source.locator}`],
    [
      'address',
      record.url === null ? '–' : visible(record.url),
      record.site === null ? 'no site known' : `site ${visible(record.site)}`,
    ],
    ['captured', record.capturedAt ?? '–', record.capturedAtBasis ?? bounds],
    [
      'content',
      `${mediaType}, ${number(payload.length)} bytes`,
      `${httpStatus === null ? '' : `HTTP ${httpStatus}, `}sha256 ${contentSha256.slice(0, 12)}…`,
    ],
  ];
}

function repairPart({ steps, segments }: PageStages): string {
  const applied = steps.filter((step) => step.applied).length;
  const title = `Repair: ${counted(applied, 'repair')} in ${counted(segments.length, 'segment')}${steps.length > applied ? `, ${steps.length - applied} left as found` : ''}`;
  return `${title}\n${steps.map(stepText).join('')}\n`;
}

function stepText({ segment, before, after, method, lossy, confidence, applied }: RepairStep): string {
  const what = `${method}${lossy ? ', bytes were lost' : ''}, confidence ${confidence}${applied ? '' : ', not applied'}`;
  const lines = [`  segment ${segment + 1}: ${what}`, `    before  ${oneLine(before, VALUE_WIDTH)}`];
  return `${[...lines, ...(after === null ? [] : [`    after   ${oneLine(after, VALUE_WIDTH)}`])].join('\n')}\n`;
}

/** Fields of an article in the order of the record; the body has a part of its own. */
const fields = [
  'nativeId',
  'headline',
  'lead',
  'datePublished',
  'timePublished',
  'dateModified',
  'dateText',
  'articleSection',
  'author',
  'inLanguage',
  'keywords',
  'views',
  'commentCount',
  'comments',
  'images',
] as const satisfies readonly (keyof Article)[];

function fieldRows({ article, evidence }: CaptureRecord): readonly Row[] {
  if (article === null) return [];
  return fields.map((field) => [field, valueText(article[field]), evidence[field] ?? '']);
}

function valueText(value: Article[(typeof fields)[number]]): string {
  if (value === null) return '–';
  if (typeof value === 'string') return oneLine(value, VALUE_WIDTH);
  if (typeof value === 'number') return String(value);
  const texts = value.map((item) =>
    typeof item === 'string' ? item : 'text' in item ? `${item.author ?? '?'}: ${item.text}` : item.url,
  );
  return value.length === 0 ? '–' : oneLine(`${value.length}: ${texts.join(' · ')}`, VALUE_WIDTH);
}

function bodyPart({ article, evidence }: CaptureRecord): string {
  if (article === null) return '';
  const body = article.articleBody;
  const shown = body
    .slice(0, MANY)
    .map((paragraph, index) => `  ${String(index + 1).padStart(3)}  ${oneLine(paragraph, VALUE_WIDTH)}\n`);
  const length = body.reduce((sum, paragraph) => sum + [...paragraph].length, 0);
  const rest = body.length > MANY ? `       … ${counted(body.length - MANY, 'more paragraph')}\n` : '';
  return `Body: ${counted(body.length, 'paragraph')}, ${counted(length, 'character')}${evidence.articleBody ? ` (${evidence.articleBody})` : ''}\n${shown.join('')}${rest}\n`;
}

function kindOf({ kind, kindDetail }: CaptureRecord): string {
  return kindDetail === null ? kind : `${kind} (${kindDetail})`;
}

function issueWords({ number: first, numberEnd, serial, serialEnd }: CaptureRecord['issues'][number]): string {
  const range = (from: number | null, to: number | null): string =>
    from === null ? '–' : to === null ? String(from) : `${from}–${to}`;
  return `number ${range(first, numberEnd)}, serial ${range(serial, serialEnd)}`;
}

function calendarWords({ calendar }: CaptureRecord): string {
  const news = calendar?.daysWithNews.length ?? 0;
  return `today ${calendar?.day ?? '–'}, ${counted(news, 'day')} with news`;
}

function section(title: string, rows: readonly Row[]): string {
  return rows.length === 0 ? '' : `${title}\n${table(rows)}\n`;
}
