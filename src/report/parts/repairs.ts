import type { DamagedArticle, RepairFigures, ReportFigures } from '../../model/report.js';
import { hint, moreOf, nothing, section } from '../elements.js';
import { type Html, html, quoted } from '../html.js';
import type { Language } from '../language.js';
import type { TextName } from '../texts/en.js';

/** `utf-8-as-windows-1252`: what was written, and as what it was read. */
const READ_AS = /^(.{1,30}?)-as-(.{1,30})$/;
const METHODS: ReadonlyMap<string, TextName> = new Map([
  ['page-copy', 'methodPageCopy'],
  ['html-entities', 'methodEntities'],
  ['unicode-escapes', 'methodEscapes'],
  ['percent-encoding', 'methodEscapes'],
  ['none', 'methodNone'],
  ['decoding', 'methodDecoding'],
  ['lexicon', 'methodLexicon'],
  ['context', 'methodContext'],
  ['habit', 'methodHabit'],
]);

/** Damaged text that was put right, with examples, and what could not be. */
export function repairsPart({ repairs }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (repairs.length === 0) return section('repairs', say('repairs'), nothing(say('repairsNone')));
  return section('repairs', say('repairs'), [
    hint(say('repairsHint')),
    repairs.map((repair) => repairOf(repair, language)),
  ]);
}

function repairOf({ method, outcome, count, samples }: RepairFigures, { say, number }: Language): Html {
  const meaning = meaningOf(method, say);
  const title = html`<h3><code>${quoted(method)}</code> <span class="count">${number(count)}</span> <span class="flag ${outcome}">${say(outcome)}</span></h3>`;
  const pairs = samples.map(
    ({ before, after }) =>
      html`<dl class="sample"><div><dt>${say('before')}</dt><dd class="before">${quoted(before)}</dd></div>${
        after === null ? null : html`<div><dt>${say('after')}</dt><dd>${quoted(after)}</dd></div>`
      }</dl>`,
  );
  return html`<div class="block">${title}${meaning === null ? null : html`<p class="hint">${meaning}</p>`}${pairs}</div>\n`;
}

function meaningOf(method: string, say: Language['say']): string | null {
  const name = METHODS.get(method);
  if (name !== undefined) return say(name);
  const [, written, read] = READ_AS.exec(method) ?? [];
  return written === undefined || read === undefined ? null : say('methodAs', { written, read });
}

/** Articles in whose words damage stands. */
export function damagePart({ damaged, totals }: ReportFigures, language: Language): Html {
  const { say } = language;
  if (damaged.length === 0) return section('damage', say('damage'), nothing(say('damageNone')));
  return section('damage', say('damage'), [
    hint(say('damageHint')),
    damaged.map((article) => damagedOf(article, language)),
    moreOf(language, damaged.length, totals.damagedArticles),
  ]);
}

function damagedOf({ id, headline, publishedOn, piece }: DamagedArticle, { shortDay }: Language): Html {
  const day = publishedOn === null ? null : html` <span class="count">${shortDay(publishedOn)}</span>`;
  return html`<div class="block"><h3>${headline === null ? '–' : quoted(headline)}${day}</h3>
<p class="sample"><span class="before">${quoted(piece)}</span><small><code>muragat show ${id}</code></small></p></div>\n`;
}
