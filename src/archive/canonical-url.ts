/** Query parameters that say where a reader came from, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|yclid|ysclid|_openstat)$/i;
/** How the DataLife Engine addresses the pages and the print page of one story: `/cat/page,2,12-slug.html`, `/cat/print:page,1,12-slug.html`. */
const PAGE_OF_STORY = /\/(?:print:)?page,\d{1,6},(?=[^/]*$)/;
const WEB = /^https?:$/;
const WWW = /^www\./;
const LAST_SLASHES = /(?<!\/)\/+$/;

/**
 * The address under which a page is known whatever the way to it: without scheme, `www.`, fragment, tracking parameters, final slash and
 * page number, percent-decoded, parameters sorted (`https://www.a.example/%D0%B0/?b=1&a=2#x` → `a.example/а?a=2&b=1`).
 */
export function canonicalUrl(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !WEB.test(address.protocol)) return url.trim();
  const path = address.pathname.replace(PAGE_OF_STORY, '/').replace(LAST_SLASHES, '');
  const query = [...address.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  return `${address.host.replace(WWW, '')}${decodePath(path)}${query === '' ? '' : `?${query}`}`;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    return path;
  }
}
