/** What a tag does to the elements that are open. */
export interface TagRule {
  /** Lower case. */
  readonly tag: string;
  /** Has no content and no end tag. */
  readonly isVoid: boolean;
  /** Its text is taken letter by letter, without entities. */
  readonly isRaw: boolean;
  /** How far its content is mere text, where it can hold no element. */
  readonly textContent: TextContent | null;
  /** Elements that end where it begins, as long as one of them is the innermost. */
  readonly ends: ReadonlySet<string> | null;
  /** Whose rules its content follows, where it changes them. */
  readonly context: TagContext | null;
}

/** Text up to the end tag of the element, or to the end of the page. */
export type TextContent = 'to-end-tag' | 'to-end';

export type TagContext = 'html' | 'svg' | 'math';

const FORM_CONTROLS = 'input option optgroup select button datalist textarea';
const ENDS_PARAGRAPH =
  'address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol p pre section table ul';

/** End tags that may be left out (WHATWG HTML, 13.1.2.4), as htmlparser2 12 closes them: the tags that begin, and what they end. */
const ENDS: readonly (readonly [begins: string, ended: string])[] = [
  ['tr', 'tr th td'],
  ['th', 'th'],
  ['td', 'thead th td'],
  ['body', 'head link script'],
  ['a', 'a'],
  ['li', 'li'],
  [ENDS_PARAGRAPH, 'p'],
  ['h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6 p'],
  ['select input output button datalist textarea', FORM_CONTROLS],
  ['option', 'option'],
  ['optgroup', 'optgroup option'],
  ['dd dt', 'dd dt'],
  ['rt rp', 'rt rp'],
  ['tbody tfoot', 'thead tbody'],
];
/** WHATWG HTML, 13.1.2, and those of older versions. */
const VOID =
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr';
/** Elements that may hold HTML within drawings and formulas. */
const HOLD_HTML = 'mi mo mn ms mtext annotation-xml foreignobject desc title';
const RAW = 'xmp noembed noframes plaintext';
/** Those that hold text up to their end tag (WHATWG HTML, 13.1.2: raw and escapable raw text), with those of older versions. */
const TEXT_ONLY = 'script style title textarea iframe noembed noframes xmp';
/** Elements of every page, so that their rules are made once. */
const COMMON =
  'html head body div span a p b i u s em strong small font center img image ul ol li dl dt dd table tr td th tbody thead tfoot caption form script style noscript template iframe svg math use path h1 h2 h3 h4 h5 h6 article section header footer main aside nav figure figcaption time label select option textarea button blockquote pre code sup sub cite picture video audio object';

const RULES: ReadonlyMap<string, TagRule> = makeRules();

/** The rule of a tag as it is written; every name has one. */
export function tagRule(name: string): TagRule {
  const known = RULES.get(name);
  if (known !== undefined) return known;
  const tag = name.toLowerCase();
  return RULES.get(tag) ?? { tag, isVoid: false, isRaw: false, textContent: null, ends: null, context: null };
}

function makeRules(): ReadonlyMap<string, TagRule> {
  const [isVoid, isRaw, holdsHtml, holdsText] = [VOID, RAW, HOLD_HTML, TEXT_ONLY].map(
    (list) => new Set(list.split(' ')),
  );
  const ends = new Map(
    ENDS.flatMap(([begins, ended]) => begins.split(' ').map((tag) => [tag, new Set(ended.split(' '))] as const)),
  );
  const names = [COMMON, VOID, RAW, HOLD_HTML].flatMap((list) => list.split(' '));
  return new Map(
    [...names, ...ends.keys()].map((tag) => [
      tag,
      {
        tag,
        isVoid: isVoid?.has(tag) === true,
        isRaw: isRaw?.has(tag) === true,
        textContent: holdsText?.has(tag) === true ? 'to-end-tag' : tag === 'plaintext' ? 'to-end' : null,
        ends: ends.get(tag) ?? null,
        context: tag === 'svg' || tag === 'math' ? tag : holdsHtml?.has(tag) === true ? 'html' : null,
      },
    ]),
  );
}
