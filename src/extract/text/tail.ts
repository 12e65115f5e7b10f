import { isOwnerLine } from '../fields/copyright-line.js';
import { readLabelledCount } from '../fields/count.js';
import { readDate } from '../fields/date.js';
import { isEngineNotice } from '../fields/engine-notice.js';
import { isMarginHeading } from '../fields/margin-headings.js';
import { phraseTest } from '../fields/phrases.js';
import type { Line } from './lines.js';

/** Headings of what follows a story besides those of {@link isMarginHeading}: comments, forms, widgets. Lower case, without a colon. */
const KAZAKH = `тағы оқи отырыңыз|тағы да оқи отырыңыз|осы айдардағы басқа жаңалықтар|пікірлер|пікір қалдыру|пікір қосу|пікір жазу|сауалнама|ауа райы|валюта бағамы|валюта бағамдары|мұрағат|жаңалықтар мұрағаты|газет нөмірлері|газет мұрағаты|тегтер бұлты|біз әлеуметтік желіде|жазылу`;
const OTHERS = `комментарии|комментарий|добавить комментарий|оставить комментарий|опрос|погода|курс валют|курсы валют|архив|архив новостей|архив номеров|свежий номер|облако тегов|мы в соцсетях|подписка
  |пикирлер|пикир калтыруу|сурамжылоо|аба ырайы|валюта курсу|izohlar|izoh qoldirish|so‘rovnoma|ob-havo|valyuta kursi|arxiv|коментарі|додати коментар|опитування|архів новин`;
const isWidgetHeading = phraseTest(KAZAKH, OTHERS);
/** Such a heading with its story in the same line. */
const INLINE =
  /^(?:(?:тағы да |тағы )?(?:оқи отырыңыз|оқыңыз)|тақырыпқа сай|ұқсас жаңалық|читайте также|читать также|ещё по теме|по теме|дагы окуңуз|taǵy oqyńyz)\s*:\s*\S/iu;
const FIGURE = /\d/;
const PROMO = /^>{2,}.{0,500}<{2,}$|^>{3}/u;
const KEYWORDS =
  /^(?:тегтер|тег|тэгтер|кілт сөздер|кілтсөздер|түйін сөздер|теги|тэги|метки|ключевые слова|ачкыч сөздөр|tegter|kilt sózder|tags|keywords)\s*:\s*(.{1,500})$/iu;
const HASHTAGS = /^(?:#[\p{L}\p{M}\d_-]{1,60}[\s,]*){1,30}$/u;
const LONGEST_HEADING = 60;
/** A paragraph of a story: long, and no cut lead. */
const PARAGRAPH = 160;
const CUT = /(?:\.{3,}|…)$/u;

/** Cuts related stories and comments off the end of a story, and single invitations to other stories out of it. */
export function withoutRelated(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  const lastParagraph = lines.findLastIndex((line) => isParagraph(line.text));
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    if (isHeading(line.text)) {
      // «Пікірлер (2)» says how many.
      const counts = FIGURE.test(line.text);
      if (counts) kept.push(line);
      // A counter among others heads nothing.
      if (counts && isCounted(lines[index + 1])) continue;
      if (index > lastParagraph) break;
      index += 1;
    } else if (!isNotice(line.text)) kept.push(line);
  }
  return kept;
}

/** A line of a figure with its label, or of a date. */
function isCounted(line: Line | undefined): boolean {
  return line !== undefined && (readLabelledCount(line.text) !== null || readDate(line.text) !== null);
}

function isNotice(text: string): boolean {
  return PROMO.test(text) || INLINE.test(text) || isEngineNotice(text) || isOwnerLine(text);
}

/** Whether a line is long enough, and whole enough, to be a paragraph of a story. */
export function isParagraph(text: string): boolean {
  return text.length >= PARAGRAPH && !CUT.test(text);
}

/** Reads a line of keywords: `Тегтер: су, ауыл`, `#су #ауыл`; null where a line is none. */
export function readKeywords(text: string): readonly string[] | null {
  const list = KEYWORDS.exec(text)?.[1];
  if (list !== undefined)
    return splitKeywords(list.includes('#') && !list.includes(',') ? list.replaceAll(' #', ',#') : list);
  return text.length < 500 && HASHTAGS.test(text) ? splitKeywords(text.replaceAll('#', ',')) : null;
}

function splitKeywords(list: string): readonly string[] {
  const words = list.split(/[,;|]/).map((word) => word.trim().replace(/^#/, '').replace(/\.$/, ''));
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A heading without its colon or its figure. */
function bareOf(text: string): string {
  return text.replace(/\s*(?::|\(\d+\))$/, '');
}

/** Whether a line heads a box about other stories, comments, a form or a widget. */
export function isHeading(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING && (isMarginHeading(bareOf(text)) || isWidgetHeading(bareOf(text).toLowerCase()))
  );
}
