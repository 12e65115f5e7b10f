import type { Article } from '../../model/article.js';
import type { PageKind } from '../../model/page.js';
import { isSameHeadline } from '../text/same-text.js';
import { readAddressShape } from './address-shape.js';
import { isPrintPage } from './classify.js';
import { textIn } from './folded-text.js';
import { absolute } from './page-address.js';
import type { Reading } from './reading.js';

/** `/page,2,ID-slug.html`, `/print:page,1,ID-slug.html`: the part that names no story. */
const PAGE_PART = /\/(?:print:)?page,\d+,(?:\d+,)?(?=\d+-)/;

/** Canonical address of the story, or of another page where it names one; null where nothing says. */
export function storyAddress(
  reading: Reading,
  kind: PageKind,
  article: Pick<Article, 'headline'> | null,
): string | null {
  const { canonical, page } = reading.address;
  if (kind === 'error') return null;
  const printed = isPrintPage(reading) ? printedStory(reading, article?.headline ?? null) : null;
  const found = printed ?? canonical ?? page;
  return found === null ? null : kind === 'article' ? found.replace(PAGE_PART, '/') : found;
}

/** The link of a print page that leads back to its story: it says the headline, or the same id. */
function printedStory({ tree, address }: Reading, headline: string | null): string | null {
  const links = tree
    .find('a')
    .slice(0, 500)
    .map((link) => ({
      url: absolute(link.attribute('href') ?? '', address.base),
      text: textIn(tree, link).slice(0, 500),
    }));
  const stories = links.filter(
    ({ url }) => url !== null && readAddressShape(url).kind === 'story' && readAddressShape(url).detail === null,
  );
  const own =
    stories.find(({ text }) => headline !== null && isSameHeadline(text, headline)) ??
    stories.find(
      ({ url }) => readAddressShape(url).nativeId === address.shape.nativeId && address.shape.nativeId !== null,
    );
  return own?.url ?? null;
}
