import type { Comment } from '../../model/article.js';
import { findDates, type PrintedDate, readDate } from '../fields/date.js';
import type { PageElement, PageText } from './page-tree.js';
import { readParagraphs } from './paragraphs.js';
import { isWithin, type Reading } from './reading.js';

/** Letters of a name, and of a line that is a date with a word or two beside it. */
const LONGEST_NAME = 40;
const LONGEST_MOMENT = 60;
const MOST_BESIDE = 25;
const MOST_ITEMS = 2000;
/** What engines print beside a comment: buttons, ranks, its number. */
const CONTROL =
  /^(?:[^\p{L}]{1,12}|(?:жауап(?: беру| қайтару)?|ответить|reply|цитировать|дәйексөз|пожаловаться|шағымдану|спам|удалить|жою|изменить|өңдеу|ссылка|сілтеме|copy link|reply to comment|жауап қалдыру|нравится|ұнайды|like|quote|edit|report|says|дейді|пишет|жазды|гость|қонақ|offline|online)\s?:?|(?:группа|топ|статус|рейтинг|регистрация|тіркелген)\s?:.*|#\d{1,5})$/iu;
const LETTER = /\p{L}/u;

/**
 * Reads comments of engines that nothing is known of: each is the widest element of the comments that prints one moment,
 * a name in front and a text. None at all where one of them is anything else.
 */
export function readNamelessComments(reading: Reading): readonly Comment[] {
  const { tree, zones } = reading;
  const comments: Comment[] = [];
  let free = 0;
  for (const node of tree.nodes) {
    if (node.kind !== 'element' || node.index < free || zones.zoneOf(node) !== 'comments') continue;
    const moments = textsOf(reading, node).filter((text) => momentOf(reading, text) !== null);
    if (moments.length === 0) free = node.end + 1;
    if (moments.length !== 1 || moments[0] === undefined) continue;
    const comment = readItem(reading, node, moments[0]);
    if (comment === null || comments.length >= MOST_ITEMS) return [];
    comments.push(comment);
    free = node.end + 1;
  }
  return comments;
}

/** The name that a comment begins with: its first short text in front of what it says, no date and no button. */
export function nameBefore(reading: Reading, item: PageElement, text: PageElement | PageText): PageText | null {
  return textsOf(reading, item).find((node) => node.index < text.index && isName(reading, node)) ?? null;
}

function readItem(reading: Reading, item: PageElement, moment: PageText): Comment | null {
  const { tree } = reading;
  const texts = textsOf(reading, item).filter((node) => !CONTROL.test(tree.trimmedTextOf(node)));
  const name = texts.find((node) => node !== moment && isName(reading, node));
  const said = texts.filter((node) => node !== moment && node !== name);
  const read = momentOf(reading, moment);
  const [first] = said;
  if (name === undefined || first === undefined || read === null || first.index < name.index) return null;
  return {
    nativeId: /(\d{1,12})$/.exec(item.id ?? '')?.[1] ?? null,
    author: tree.trimmedTextOf(name).replace(/[:,]$/, ''),
    date: read.date,
    time: read.time,
    parent: null,
    text: saidIn(reading, said, [name, moment]),
  };
}

/** The paragraphs of the element around all that is said, or their texts where it holds name or date too. */
function saidIn({ tree }: Reading, said: readonly PageText[], others: readonly PageText[]): string {
  const last = said.at(-1);
  let around = said[0]?.parent ?? null;
  while (around !== null && last !== undefined && !isWithin(last, around)) around = around.parent;
  if (around === null || others.some((node) => isWithin(node, around)))
    return said.map((node) => tree.trimmedTextOf(node)).join(' ');
  return readParagraphs(tree, around, () => false)
    .map(({ text }) => text)
    .join('\n');
}

function isName({ tree, today }: Reading, node: PageText): boolean {
  const text = tree.trimmedTextOf(node);
  if (text.length > LONGEST_NAME || !LETTER.test(text) || text.includes('<') || CONTROL.test(text)) return false;
  return readDate(text, { reference: today }) === null && findDates(text).length === 0;
}

function momentOf({ tree, today }: Reading, node: PageText): Pick<PrintedDate, 'date' | 'time'> | null {
  const text = tree.trimmedTextOf(node);
  if (text.length > LONGEST_MOMENT) return null;
  const whole = readDate(text, { reference: today });
  if (whole !== null) return whole.date === null && !whole.relative ? null : whole;
  const [found] = findDates(text);
  return found === undefined || text.length > found.text.length + MOST_BESIDE ? null : found;
}

function textsOf({ tree }: Reading, element: PageElement): readonly PageText[] {
  return tree.nodes
    .slice(element.index + 1, element.end + 1)
    .filter((node) => node.kind !== 'element')
    .filter((node) => node.kind === 'text' && node.segment !== null && tree.lengthOf(node) > 0);
}
