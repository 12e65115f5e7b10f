import { remembered } from '../../text/remembered.js';
import { isCreditLine } from '../fields/byline.js';
import { isOwnerLine } from '../fields/copyright-line.js';
import { readDate } from '../fields/date.js';
import { isEngineNotice } from '../fields/engine-notice.js';
import { isSameHeadline } from '../text/same-text.js';
import { isRatingLine } from '../text/widget-lines.js';
import { isAboutLine } from './about-line.js';
import { BLOCK_TAGS, textIn } from './folded-text.js';
import type { Headline } from './headline-copies.js';
import type { PageElement } from './page-tree.js';
import { isHeading, type Paragraph, readParagraphs } from './paragraphs.js';
import type { Reading } from './reading.js';
import { askingBoxes, isLinkList } from './story-boxes.js';

/** Elements inside a story that are no text of it. */
const NO_TEXT_TAGS: ReadonlySet<string> = new Set(
  'nav aside address form button select textarea label input figcaption footer video audio canvas object embed option'.split(
    ' ',
  ),
);
/** Names of adverts, links to other stories, captions, tools and notes of the editor's software. */
const NO_TEXT_NAMES =
  /[\s_-](?:adv|ads?|advert\w*|banner\w*|also|also-?read|read-?(?:also|more|next)|related\w*|rel-?news|similar|recommend\w*|share\w*|sharing|social\w*|ratings?|tags?|tag_list|basetags|caption|captions|wp-caption-text|highslide-caption|subscri\w+|newsletter|promo\w*|author-?box|byline|breadcrumbs?|speedbar|toc|pagination|pagelink|attachment|dle_poll|poll|vote|title_spoiler|title_quote|copyright|credits?|comments?|entry-(?:meta|footer)|post-(?:meta|tags)|post-?metadata|more-link|sr-only|visually-hidden|screen-reader-text|print\w*|disclaimer|outbrain|taboola)(?=[\s_-])/;
/** Boxes about the author, and what stands in the place of foreign posts until the reader consents. */
const FOREIGN_NAMES =
  /[\s_-](?:author[-_]?(?:bio\w*|info|desc\w*|card|details)|(?:about|meet)[-_]?(?:the[-_]?)?author|saboxplugin-wrap|abh_box|[a-z]{0,20}consent\w{0,20})(?=[\s_-])/;
/** Posts of other places as their sites hand them out: a quotation that a script turns into a frame. */
const POST_NAMES =
  /[\s_-](?:twitter-(?:tweet|video)|tweet-embed|instagram-media|tiktok-embed|telegram-post|fb-(?:post|video)|fb-xfbml-parse-ignore|reddit-(?:card|embed(?:-bq)?)|text-post-media|bluesky-embed|mastodon-embed|vk_post\w*|imgur-embed-pub|threads-embed|embedly-card|pinterest-embed)(?=[\s_-])/;
/** Addresses of such posts, which a quotation names as its source. */
const POST_ADDRESS =
  /^https?:\/\/(?:www\.|mobile\.|m\.)?(?:twitter\.com|x\.com|instagram\.com|t\.me|facebook\.com|tiktok\.com|vk\.com|threads\.net|bsky\.app)\//i;
/** What style sheets hide by these names, unless another name shows it on some screens. */
const HIDDEN_NAMES = /\s(?:hidden|d-none|is-hidden)\s/;
const SHOWN_NAMES = /:(?:block|flex|grid|inline\S*)\s|\sd-\w+-(?:block|flex|grid|inline\S*)\s/;
/** Those of them that may hold the date and the counters of the story. */
const ABOUT_NAMES =
  /[\s_-](?:share\w*|ratings?|author-?box|byline|copyright|credits?|comments?|entry-(?:meta|footer)|post-?meta(?:data)?|print\w*)(?=[\s_-])/;
/** «This entry was posted on Thursday, June 11th, 2009 …»: a sentence of the theme about its story. */
const META_NAMES = /[\s_-](?:post|entry)-?meta(?:data)?(?=[\s_-])/;
const LONGEST_META = 400;
const LONGEST_ASIDE = 170;
const MOST_ASIDES = 20;
const LONGEST_FIGURE = 10;
const DATE_NAMES = /[\s_-](?:\w*date|time|published)(?=[\s_-])/;
const LONGEST_DATE = 40;
/** Nodes of the body among which such a date may stand. */
const FIRST_NODES = 12;
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Text that the reader unfolds with a click. */
const FOLDED_NAMES = /[\s_-](?:text_spoiler|spoiler|accordion|collapse\w*|toggle)(?=[\s_-])/;
/** Paragraphs that name tags or lead to other stories. */
const LEADING_AWAY =
  /^(?:[>»•*\s-]*)(?:тағы (?:да )?оқыңыз|тағы оқи отырыңыз|оқи отырыңыз|сонымен бірге оқыңыз|тақырып бойынша|осы тақырыпта|читайте (?:также|ещё|еще|по теме)|читать (?:также|далее|ещё|еще)|смотрите также|по теме|ранее|материалы по теме|похожие (?:новости|материалы|статьи)|ұқсас жаңалықтар|see also|read (?:also|more|next)|related|also read|окуңуз|теги|тегтер|метки|тэгтер|tags|бөлісу|поделиться|подписывайтесь|жазылыңыз|оцените|толығырақ|подробнее)(?: |:|\.|…|$)/i;
/** «Підписуйтесь на наш Telegram-канал»: the paper asks its reader to follow it, with a link. */
const ASKING =
  /^(?:\p{So}\s*)?(?:подпи(?:сывайтесь|шитесь)|следите за|підпи(?:суйтесь|шіться|суйтеся)|приєднуйтес|жазылыңыз|subscribe to|sign up (?:for|to)|follow us|join our|abonnieren sie|folgen sie|abonnez-vous|suivez-nous|inscrivez-vous|suscríbete|síguenos|sigue nuestro|inscreva-se|iscriviti|seguici|bizi takip|abone ol)/iu;
const LONGEST_ASKING = 200;
/** Who saw to a text, in brackets: «(责编:李明、王小梅)». */
const EDITED = /^[（(【[]\s?(?:责编|责任编辑|编辑|责任编审|校对|审核|編集)\s?[：:].{1,60}$/u;
/** `Les også: …`, in any language: a short label in front of a link that says a headline. */
const LABEL = /^[^:：|]{2,24}(?:[:：]\s|\s?\|\s)/u;
const HEADLINE_LENGTH = 25;
const HEADLINE_WORDS = 4;
/** Lines above the headline: the rubric, the name of the page. */
const MOST_KICKERS = 3;
const LONGEST_KICKER = 60;
/** A counter alone on its line. */
const CELLS: ReadonlySet<string> = new Set(['tr', 'td', 'li', 'table', 'tbody']);
const FIGURE = /^\d[\d \u00a0]{0,9}$/;
/** Labels of adverts, and lines that promote the site: `>>> … <<<`. */
const NO_STORY =
  /^(?:реклама|жарнама|на правах рекламы|жарнама құқығында|advertisement|none|null|>>>.{0,200}<<<)[.:]?$/i;
/** Captions of papers that know no element for them: «Суретте: көпірдің ашылу сәті». */
const CAPTION =
  /^(?:суретте|фотода|сүрөттө|на (?:фото|снимк[еах]{1,2}|фотографии)|sýrette|surette|suratda)\s?[:–—-]\s?.{1,160}$/iu;
/** Names of sections parted by signs, before the headline. */
const TRAIL = /^(?:[^>»›/]{1,60}\s[>»›/]\s){1,5}/;
const LONGEST_TRAIL = 150;
/** Links to the pages of a long story. */
const PAGE_NUMBERS = /^[\d\s«»‹›<>.…|·-]{1,120}$/;
/** Sentence marks at the end: a line without them that is a link leads to another story. */
const SENTENCE_END = /[.!?…:;"»”)]$/;

/** The text below the container of a story. */
export interface StoryLines {
  readonly paragraphs: readonly Paragraph[];
  /** Lines with its date and counters. */
  readonly about: readonly Paragraph[];
}

/** Reads the paragraphs of a story: adverts, captions, lists of links, copies of the headline left out. */
export function readStoryText(reading: Reading, body: PageElement, printed: Headline | null): StoryLines {
  const headline = printed?.text.text ?? null;
  const { lines, asides } = readLines(reading, body);
  const isEdge = (index: number): boolean => index === 0 || index === lines.length - 1;
  const isCounter = ({ text, block }: Paragraph): boolean => FIGURE.test(text) && !CELLS.has(block.tag);
  const about = lines.filter(
    (line, index) => isAboutLine(line.parts) || isHeadLine(line, headline) || (isEdge(index) && isCounter(line)),
  );
  // A heading may print labels beside the headline.
  const isPrint = ({ text, block }: Paragraph): boolean =>
    (isHeading(block) && block === printed?.element) || (headline !== null && isSameHeadline(text, headline));
  const paragraphs = withoutKickers(lines, isPrint).filter(
    (line) => !about.includes(line) && !isPrint(line) && !isRatingLine(line.text) && !isNoise(line, headline),
  );
  const apart = asides.flatMap((element) => readParagraphs(reading.tree, element, isTool));
  return {
    paragraphs: withoutLooseHeadings(withoutTail(paragraphs)),
    about: [...about, ...apart.filter(({ parts, block }) => isAboutLine(parts) || META_NAMES.test(block.names))],
  };
}

/** `<b>Headline</b><br>24.06.2019`: the headline and what is said about its story in one paragraph. */
function isHeadLine({ parts }: Paragraph, headline: string | null): boolean {
  const [first = '', ...rest] = parts;
  return headline !== null && rest.length > 0 && isSameHeadline(first, headline) && isAboutLine(rest);
}

/** Paragraphs of the body; where names would take most of its text away, they mean something else on this page. */
function readLines(
  reading: Reading,
  body: PageElement,
): { readonly lines: readonly Paragraph[]; readonly asides: readonly PageElement[] } {
  const { tree, zones, layout } = reading;
  const own = new Set((layout?.notBody ?? []).flatMap((selector) => tree.find(selector, body)));
  const asking = askingBoxes(reading, body);
  const whole = zones.textLength(body).plain;
  const read = (isOut: (element: PageElement) => boolean): readonly Paragraph[] =>
    readParagraphs(
      tree,
      body,
      // A wrapper with an unlucky name is no advert.
      (element) =>
        own.has(element) || ((asking.has(element) || isOut(element)) && zones.textLength(element).plain * 3 <= whole),
    );
  const asides: PageElement[] = [];
  const lines = read((element) => {
    if (isAboutBox(reading, element)) asides.push(element);
    if (isTool(element) || zones.zoneOf(element) !== 'main' || isLinkList(reading, element)) return true;
    if (isDateBefore(reading, element, body)) return asides.push(element) > 0;
    return isNamedOut(element.names) && !isFigure(reading, element);
  });
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (length * 3 >= whole) return { lines, asides: asides.slice(0, MOST_ASIDES) };
  const all = read(
    (element) => isTool(element) || zones.zoneOf(element) === 'comments' || isLinkList(reading, element),
  );
  return { lines: all, asides: [] };
}

/** `<div><span class="news-date-time">24.06.2019</span>First sentence`: the date of a story in front of its text. */
function isDateBefore({ tree, zones }: Reading, element: PageElement, body: PageElement): boolean {
  if (element.index > body.index + FIRST_NODES || !DATE_NAMES.test(element.names) || BLOCK_TAGS.has(element.tag))
    return false;
  // A line about the story is told by all of its pieces.
  if (element.parent === null || zones.textLength(element.parent).all <= LONGEST_ASIDE) return false;
  return zones.textLength(element).all <= LONGEST_DATE && readDate(textIn(tree, element))?.date != null;
}

/** A box of its own in a story that may say its date, its counters or its author. */
function isAboutBox({ zones }: Reading, element: PageElement): boolean {
  const { tag, names } = element;
  if (tag !== 'address' && tag !== 'footer' && !isNamedAbout(names)) return false;
  return zones.textLength(element).all <= (META_NAMES.test(names) ? LONGEST_META : LONGEST_ASIDE);
}

const isNamedAbout = remembered((names) => ABOUT_NAMES.test(names) || FOREIGN_NAMES.test(names));

/** `<span class="icon-comment">5</span>` in the line about a story: a counter, and no box of comments. */
function isFigure({ tree, zones }: Reading, element: PageElement): boolean {
  if (BLOCK_TAGS.has(element.tag) || zones.textLength(element).all > LONGEST_FIGURE) return false;
  return FIGURE.test(textIn(tree, element));
}

/** Whether an element inside a story is no text of it: an advert, a caption, a tool, or hidden. */
export function isNoText(element: PageElement): boolean {
  return isTool(element) || isNamedOut(element.names);
}

const isNamedOut = remembered((names): boolean => {
  if (NO_TEXT_NAMES.test(names) || FOREIGN_NAMES.test(names) || POST_NAMES.test(names)) return true;
  return HIDDEN_NAMES.test(names) && !SHOWN_NAMES.test(names);
});

/** A control, a caption, a menu, a post of another place, or something hidden. */
function isTool(element: PageElement): boolean {
  return (
    NO_TEXT_TAGS.has(element.tag) ||
    (element.tag === 'blockquote' && POST_ADDRESS.test(element.attribute('cite') ?? '')) ||
    element.attribute('hidden') !== null ||
    element.attribute('aria-hidden') === 'true' ||
    (HIDDEN_STYLE.test(element.attribute('style') ?? '') && !FOLDED_NAMES.test(element.names))
  );
}

function isNoise({ text, linked }: Paragraph, headline: string | null): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || NO_STORY.test(text)) return true;
  if (headline !== null && isTrail(text, headline)) return true;
  if (isEngineNotice(text)) return true;
  if ((isOwnerLine(text) || CAPTION.test(text)) && !isCreditLine(text)) return true;
  if (EDITED.test(text) || (linked > 0 && text.length < LONGEST_ASKING && ASKING.test(text))) return true;
  if (LEADING_AWAY.test(text) && (linked > 0.3 || text.length < 40)) return true;
  if (linked > 0 && (PAGE_NUMBERS.test(text) || isLabelledLink(text, linked))) return true;
  return linked > 0.9 && text.length < 200 && !SENTENCE_END.test(text);
}

/** `Paper > Print > Headline`: a breadcrumb within the text of a page that has no container for it. */
function isTrail(text: string, headline: string): boolean {
  return text.length <= headline.length + LONGEST_TRAIL && text.endsWith(headline) && TRAIL.test(text);
}

function isLabelledLink(text: string, linked: number): boolean {
  const label = LABEL.exec(text)?.[0].length ?? 0;
  const length = text.length - label;
  if (label === 0 || length < HEADLINE_LENGTH || linked * text.length < length - 2 || isCreditLine(text)) return false;
  return text.slice(label).split(' ').length >= HEADLINE_WORDS;
}

/** Without the few short lines above the headline, where the body holds that too. */
function withoutKickers(lines: readonly Paragraph[], isPrint: (line: Paragraph) => boolean): readonly Paragraph[] {
  const at = lines.slice(0, MOST_KICKERS + 1).findIndex(isPrint);
  const isKicker = ({ text }: Paragraph): boolean => text.length <= LONGEST_KICKER && !SENTENCE_END.test(text);
  return at > 0 && lines.slice(0, at).every(isKicker) ? lines.slice(at) : lines;
}

/** Cuts what follows a last heading or label with nothing but links below it. */
function withoutTail(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const last = paragraphs.findLastIndex(
    ({ linked, text }) => linked < 0.5 || SENTENCE_END.test(text) || isCreditLine(text),
  );
  return last < 0 ? paragraphs : paragraphs.slice(0, last + 1);
}

/** A heading at the end has lost the text it stood over. */
function withoutLooseHeadings(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const last = paragraphs.findLastIndex(({ block }) => !/^h[1-6]$/.test(block.tag));
  return last < 0 ? paragraphs : paragraphs.slice(0, last + 1);
}
