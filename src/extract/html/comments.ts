import type { Comment } from '../../model/article.js';
import type { CommentLayout } from '../../model/site-profile.js';
import { findDates, readDate } from '../fields/date.js';
import { textIn } from './folded-text.js';
import { nameBefore, readNamelessComments } from './nameless-comments.js';
import type { PageElement, PageTree } from './page-tree.js';
import { readParagraphs } from './paragraphs.js';
import { closest, type Reading } from './reading.js';

interface CommentMarks extends CommentLayout {
  readonly name: string;
  /** The id of the site in the element's `id`. */
  readonly id: RegExp;
  /** Marks so common that an item counts only with its author and its day. */
  readonly isLoose?: true;
}

/** How engines mark comments, whatever their theme. */
const MARKS: readonly CommentMarks[] = [
  {
    name: 'dle',
    item: '[id^="comment-id-"]',
    id: /^comment-id-(\d{1,12})$/,
    author: [
      'a[onclick*="ShowProfile"]',
      '[itemprop="author"]',
      '[itemprop="creator"]',
      'a[href*="/user/"]',
      '.name',
      '.com_name',
      '.author',
      '.comment-author',
      '.comment__author',
      '.com_user b',
      '.reply + ul h4',
      '[class*="author"]',
      '[class*="nick"]',
      '[class*="login"]',
      '[class*="user"]',
      'h4',
      'h3',
      '[class*="name"]',
      'b',
      'strong',
    ],
    date: ['time', '[itemprop="dateCreated"]', '[itemprop="datePublished"]', '.com_date', '.date', '.comment-date'],
    text: ['[id^="comm-id-"]', '[itemprop="text"]', '.com_content .text', '.comment-text', '.text'],
  },
  {
    name: 'wordpress',
    item: 'li.comment, div.comment, article.comment',
    id: /(?:^|-)comment-(\d{1,12})$/,
    author: ['.fn', '.comment-author cite', '.comment-author b', '.comment-author', 'cite', '.username'],
    date: [
      '.comment-metadata time',
      '.comment-meta time',
      'time',
      '.comment-metadata',
      '.comment-meta',
      '.commentmetadata',
      '.comment-date',
    ],
    text: ['.comment-content', '.comment-text', '.comment-body > p', '.comment_text'],
  },
  {
    name: 'themed',
    item: 'li.comment, div.comment, article.comment',
    id: /(\d{1,12})$/,
    author: ['.fn', 'cite', '.username', '[class*="author"]'],
    date: ['time', '.comment-meta', '.submitted', '[class*="date"]'],
    text: ['.field-item', '.content', 'p'],
    isLoose: true,
  },
  {
    name: 'jcomments',
    item: '[id^="comment-item-"]',
    id: /^comment-item-(\d{1,12})$/,
    author: ['.comment-author', '[class*="author"]', '.username'],
    date: ['.comment-date', '[class*="date"]', 'time'],
    text: ['[id^="comment-body-"]', '.comment-body', '.comment-text'],
  },
  {
    name: 'k2',
    item: '.itemCommentsList > li',
    id: /(\d{1,12})$/,
    author: ['.commentAuthorName', '[class*="author"]'],
    date: ['.commentDate', '[class*="date"]'],
    text: ['p', '.commentText'],
  },
  {
    name: 'ucoz',
    item: '[id^="comEnt"]',
    id: /^comEnt(\d{1,12})$/,
    author: ['.cUser', '.user', '[class*="user"]', 'b'],
    date: ['.cDate', '.date', '[class*="date"]'],
    text: ['.cMessage', '.ucoz-forum-message', '[class*="message"]'],
  },
  {
    name: 'microdata',
    item: '[itemprop="comment"], [itemtype*="schema.org/Comment"], [itemtype*="schema.org/UserComments"]',
    id: /(\d{1,12})$/,
    author: [
      '[itemprop="author"] [itemprop="name"]',
      '[itemprop="author"]',
      '[itemprop="creator"]',
      '[itemprop="name"]',
    ],
    date: ['[itemprop="dateCreated"]', '[itemprop="datePublished"]', '[itemprop="commentTime"]', 'time'],
    text: ['[itemprop="text"]', '[itemprop="commentText"]', '[itemprop="description"]'],
  },
];
const MOMENT = /(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/;
const MOST = 2000;

/** Reads the readers' comments: by the profile's layout, else by the marks of the engines. */
export function readComments(reading: Reading): readonly Comment[] {
  const { layout } = reading;
  const own: readonly CommentMarks[] =
    layout?.comment === undefined ? [] : [{ ...layout.comment, name: layout.name, id: /(\d{1,12})$/ }];
  for (const marks of [...own, ...MARKS]) {
    const items = reading.tree.find(marks.item).slice(0, MOST);
    const comments = items
      .map((item) => readComment(reading, item, items, marks))
      .filter((comment) => comment !== null)
      .filter(({ author, date }) => marks.isLoose === undefined || (author !== null && date !== null));
    if (comments.length > 0) return comments;
  }
  return readNamelessComments(reading);
}

function readComment(
  reading: Reading,
  item: PageElement,
  items: readonly PageElement[],
  marks: CommentMarks,
): Comment | null {
  const { tree } = reading;
  const own = ownPart(tree, item, items);
  const textElement = own.first(marks.text);
  if (textElement === null) return null;
  const text = readParagraphs(tree, textElement, ({ names }) => / (?:reply|comment-reply-link) /.test(names))
    .map((paragraph) => paragraph.text)
    .join('\n');
  if (text === '') return null;
  const author = own.first(marks.author);
  return {
    nativeId: idOf(item, marks),
    author: nameOf(reading, item, { author, text: textElement }),
    ...dateOf(reading, item, own, marks, textElement),
    parent: parentOf(item, marks),
    text,
  };
}

/** The author by a mark, else by the place of the name. */
function nameOf(
  reading: Reading,
  item: PageElement,
  { author, text }: { readonly author: PageElement | null; readonly text: PageElement },
): string | null {
  const { tree } = reading;
  const marked = author === null ? '' : textIn(tree, author).replace(/[:,]$/, '');
  if (marked !== '') return marked;
  const name = nameBefore(reading, item, text);
  return name === null ? null : tree.trimmedTextOf(name).replace(/[:,]$/, '');
}

interface OwnPart {
  first(selectors: readonly string[], attribute?: string): PageElement | null;
}

/** What a comment holds without the comments inside it. */
function ownPart(tree: PageTree, item: PageElement, items: readonly PageElement[]): OwnPart {
  const inner = items.find(({ index }) => index > item.index && index <= item.end);
  const end = inner === undefined ? item.end : inner.index - 1;
  return {
    first: (selectors, attribute = '') => {
      for (const selector of selectors) {
        const found = tree
          .find(selector, item)
          .find((element) => element.index <= end && (textIn(tree, element) !== '' || element.has(attribute)));
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

function dateOf(
  reading: Reading,
  item: PageElement,
  own: OwnPart,
  marks: CommentMarks,
  text: PageElement,
): Pick<Comment, 'date' | 'time'> {
  const element = own.first(marks.date, 'content');
  const read = element === null ? null : readMoment(reading, element);
  return read ?? printedDate(reading, item, text) ?? { date: null, time: null };
}

function readMoment({ tree, today }: Reading, element: PageElement): Pick<Comment, 'date' | 'time'> | null {
  const printed = readAny(textIn(tree, element), today);
  const match = MOMENT.exec(element.attribute('datetime') ?? element.attribute('content') ?? '');
  if (match === null) return printed;
  if ((printed?.date ?? null) !== null)
    return {
      date: printed?.date ?? null,
      time: printed?.time ?? (printed?.date === match[1] ? (match[2] ?? null) : null),
    };
  return { date: match[1] ?? null, time: printed?.time ?? match[2] ?? null };
}

/** The first date in the comment that does not stand in its text. */
function printedDate(
  { tree, today }: Reading,
  item: PageElement,
  text: PageElement,
): Pick<Comment, 'date' | 'time'> | null {
  for (let index = item.index + 1; index < text.index; index += 1) {
    const node = tree.nodes[index];
    if (node?.kind !== 'text' || node.segment === null) continue;
    const read = readAny(tree.trimmedTextOf(node), today);
    if (read !== null) return read;
  }
  return null;
}

function readAny(text: string, reference: string | null): Pick<Comment, 'date' | 'time'> | null {
  if (text.length > 100 || !/\d|\p{L}{4}/u.test(text)) return null;
  const whole = readDate(text, { reference });
  if (whole !== null && (whole.date !== null || whole.time !== null)) return { date: whole.date, time: whole.time };
  const found = findDates(text)[0];
  return found === undefined ? null : { date: found.date, time: found.time };
}

/** In a tree of the DataLife Engine the `li` nests, in one of WordPress the comment itself. */
function parentOf(item: PageElement, marks: CommentMarks): string | null {
  const li = closest(item, ({ id }) => /^comments-tree-item-\d+$/.test(id ?? ''));
  const above = li === null ? item.parent : li.parent;
  const parent = closest(above, (element) =>
    li === null
      ? marks.id.test(element.id ?? '') && element.tag === item.tag
      : /^comments-tree-item-\d+$/.test(element.id ?? ''),
  );
  return parent === null ? null : (/(\d{1,12})$/.exec(parent.id ?? '')?.[1] ?? null);
}

function idOf(item: PageElement, marks: CommentMarks): string | null {
  return marks.id.exec(item.id ?? '')?.[1] ?? null;
}
