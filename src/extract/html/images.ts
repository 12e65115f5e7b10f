import type { Image } from '../../model/article.js';
import { attributeText } from './folded-text.js';
import { absolute } from './page-address.js';
import type { PageElement } from './page-tree.js';
import type { Reading } from './reading.js';

/** A picture of the story, and its element. */
export interface StoryImage extends Image {
  readonly element: PageElement;
}

/** Attributes with the address of a picture; late loaders keep it apart from `src`. */
const SOURCES: readonly string[] = ['data-src', 'data-original', 'data-lazy-src', 'src'];
/** Smilies, counters and spacers. */
const NO_PICTURE =
  /^data:|\/(?:emoticons|smil(?:ies|eys)|icons?|dleimages)\/|(?:pixel|spacer|blank|1x1)\.(?:gif|png)|counter|\.svg(?:\?|$)/i;
const MOST = 200;

/** Pictures that stand in the story, with their alternative texts. */
export function readImages(reading: Reading, body: PageElement | null): readonly StoryImage[] {
  if (body === null) return [];
  const { tree, zones, address } = reading;
  const seen = new Set<string>();
  const found: StoryImage[] = [];
  for (const element of tree.find('img', body).slice(0, MOST)) {
    const source = SOURCES.map((name) => element.attribute(name)).find(
      (value) => value !== null && value !== '' && !value.startsWith('data:'),
    );
    if (source == null || NO_PICTURE.test(source) || zones.zoneOf(element) !== 'main') continue;
    const url = absolute(source, address.base) ?? source;
    if (!seen.has(url)) found.push({ url, alt: attributeText(tree, element, 'alt')?.text ?? null, element });
    seen.add(url);
  }
  return found;
}
