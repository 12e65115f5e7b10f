import type { ArticleReading, DiffPart, RepairedPart, ShownArticle, VersionChange } from '../index.js';
import type { Style } from './style.js';
import { counted, number, oneLine, table, visible } from './terminal.js';

/** Characters shown of a repaired text, and of what is the same around a change. */
const WIDTH = 100;
const AROUND = 60;
/** Comments shown. */
const FEW = 20;

/** An article with all that lies behind it, in words. */
export function articleText(shown: ShownArticle, style: Style): string {
  return [
    headText(shown, style),
    shown.bodyParts.map((parts) => `${repairedText(parts, shown, style)}\n`).join('\n'),
    attributionsText(shown, style),
    commentsText(shown, style),
    versionsText(shown, style),
    readingsText(shown, style),
    repairsText(shown, style),
    part('Evidence', table(shown.evidence.map(({ field, rule, layer }) => [field, rule, layer].map(visible))), style),
    dumpsText(shown, style),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function headText(shown: ShownArticle, style: Style): string {
  const { article, reprintOf } = shown;
  const { site, section, author, language, url, dateText, publishedOn, publishedTime, keywords } = article;
  const date = publishedOn ?? (dateText === null ? 'no date' : `no certain date (printed: ${dateText})`);
  const facts = [[date, publishedTime].filter(Boolean).join(' '), section, author, language];
  const lines = [
    style.title(shown.headlineParts.length === 0 ? '–' : repairedText(shown.headlineParts, shown, style)),
    visible(`${site.name ?? site.host} · ${facts.filter((fact) => fact !== null).join(' · ')}`),
    visible([url, `${article.id}  ${shown.articleId}`].filter((line) => line !== null).join('\n')),
    ...(keywords.length > 0 ? [visible(`Keywords: ${keywords.join(', ')}`)] : []),
    ...(reprintOf === null
      ? []
      : [visible(`The same text stood before in ${reprintOf.site}: ${reprintOf.site}/${reprintOf.key}`)]),
  ];
  return `${lines.join('\n')}\n`;
}

function repairedText(parts: readonly RepairedPart[], { repairs }: ShownArticle, style: Style): string {
  return parts
    .map(({ text, repair }) => {
      if (repair === null) return visible(text);
      return repairs[repair]?.applied ? style.repaired(visible(text)) : style.damaged(visible(text));
    })
    .join('');
}

function attributionsText({ article }: ShownArticle, style: Style): string {
  const rows = article.attributions.map(({ role, canonicalName, phrase }) => [
    role,
    visible(canonicalName),
    oneLine(phrase, WIDTH),
  ]);
  return part('Taken from', table(rows), style);
}

function commentsText({ article: { comments } }: ShownArticle, style: Style): string {
  const rows = comments
    .slice(0, FEW)
    .map(({ author, postedOn, text }) => [postedOn ?? 'no date', oneLine(author ?? '–', 30), oneLine(text, WIDTH)]);
  const more = comments.length > FEW ? `  … and ${number(comments.length - FEW)} more\n` : '';
  return part('Comments', table(rows) + more, style);
}

function versionsText({ changes }: ShownArticle, style: Style): string {
  if (changes.length < 2) return '';
  return part('Versions', changes.map((change) => versionText(change, style)).join(''), style);
}

function versionText({ version, headline, body }: VersionChange, style: Style): string {
  const { firstCapturedAt, isPresent, textSha256 } = version;
  const title = `  ${firstCapturedAt ?? 'first seen on an unknown day'}  ${textSha256.slice(0, 12)}${isPresent ? '  (shown above)' : ''}\n`;
  const lines = [headline, body].flatMap((parts) => (parts === null ? [] : [changesText(parts, style)]));
  return title + lines.filter((line) => line !== '').join('');
}

/** The changed places of a text, each with a few words around it; empty where nothing changed. */
function changesText(parts: readonly DiffPart[], style: Style): string {
  if (parts.every(({ kind }) => kind === 'same')) return '';
  const text = parts.map(({ kind, text: words }, index) => {
    if (kind === 'same') return around(words, { isFirst: index === 0, isLast: index === parts.length - 1 });
    const shown = visible(words.trimEnd().replace(/\s*\n\s*/g, ' ¶ '));
    return `${kind === 'gone' ? style.gone(shown) : style.added(shown)} `;
  });
  return `    ${text.join('').trim()}\n`;
}

function around(words: string, { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean }): string {
  const signs = [...visible(words.replace(/\s*\n\s*/g, ' ¶ '))];
  const head = isFirst ? '' : signs.slice(0, AROUND).join('');
  const tail = isLast ? '' : signs.slice(-AROUND).join('');
  if (!isFirst && !isLast && signs.length <= 2 * AROUND) return signs.join('');
  if (isFirst) return signs.length > AROUND ? `… ${tail}` : tail;
  return isLast ? (signs.length > AROUND ? `${head} …` : head) : `${head} … ${tail}`;
}

function readingsText({ readings }: ShownArticle, style: Style): string {
  const rows = readings.map((reading) => [
    momentOf(reading),
    reading.capturedAtBasis ?? '',
    reading.views === null ? '' : counted(reading.views, 'view'),
    reading.commentCount === null ? '' : counted(reading.commentCount, 'comment'),
  ]);
  return part('Readings', table(rows), style);
}

function momentOf({ capturedAt, capturedFrom, capturedTo }: ArticleReading): string {
  if (capturedAt !== null) return capturedAt;
  return capturedFrom === null && capturedTo === null ? 'unknown day' : `${capturedFrom ?? '…'} – ${capturedTo ?? '…'}`;
}

function repairsText({ repairs }: ShownArticle, style: Style): string {
  const lines = repairs.map(({ field, method, before, after, lossy, confidence, applied, restored }) => {
    const facts = [
      method,
      ...(lossy ? ['bytes were lost'] : []),
      ...(after === null ? ['left as found'] : [`confidence ${confidence.toFixed(3)}`]),
      ...(after !== null && !applied ? ['only proposed'] : []),
      ...(restored ? ['restored from the rest of the archive'] : []),
    ];
    const words = [
      `    before  ${oneLine(before, WIDTH)}\n`,
      ...(after === null ? [] : [`    after   ${oneLine(after, WIDTH)}\n`]),
    ];
    return `  ${visible(field)}: ${visible(facts.join(', '))}\n${words.join('')}`;
  });
  return part('Repairs', lines.join(''), style);
}

function dumpsText({ readings }: ShownArticle, style: Style): string {
  const rows = readings.flatMap((reading) =>
    reading.locations.map(({ path, locator, collection, rights, note }) => [
      momentOf(reading),
      reading.contentSha256.slice(0, 12),
      visible([`${path} (${locator})`, collection, rights, note].filter((text) => text !== null).join(' · ')),
    ]),
  );
  return part('Dumps', table(rows), style);
}

function part(title: string, text: string, style: Style): string {
  return text === '' ? '' : `${style.title(title)}\n${text}`;
}
