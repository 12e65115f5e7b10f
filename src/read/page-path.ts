import type { TreePath } from './dump-input.js';

/** A folder that is named after a host, as `wget -m` names them. */
const HOST = /^(?:www\.)?[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,24}(?:[:+]\d{2,5})?$/i;
const FILE_ENDING = /\.(?:html?|xhtml|shtml|php\d?|aspx?|txt|zip|tar|tgz|gz|warc|wacz|json|jsonl|css|js|d|git)$/i;
const INDEX = /(^|\/)index\.html?$/i;
const COMPRESSED = /\.(?:gz|br|zst|bz2|xz)$/i;
/** How pages name their own address. */
const OWN_ADDRESS =
  /<(?:link\b[^>]{0,300}\brel=["']?canonical|meta\b[^>]{0,300}\bproperty=["']og:url)["']?[^>]{0,600}>/gi;
const ATTRIBUTE = /\b(?:href|content)=["']?(https?:\/\/[^"'\s>]+)/i;
const HEAD_BYTES = 65_536;

/**
 * Address of a page by its path: below the address that the user gave, else below the first folder named after a host.
 * Null where neither is there, and where the page names an address of its own other than its front page.
 */
export function addressOfPath({ top, path }: TreePath, baseUrl: string | null, page: Uint8Array): string | null {
  const found = baseUrl === null ? belowHost(top === null ? path : `${top}/${path}`) : { base: baseUrl, path };
  return found === null || namesItself(page) ? null : joined(found.base, found.path);
}

function belowHost(path: string): { readonly base: string; readonly path: string } | null {
  const folders = path.split('/').slice(0, -1);
  const index = folders.findIndex((name) => HOST.test(name) && !FILE_ENDING.test(name));
  if (index < 0) return null;
  const host = folders[index]?.replace('+', ':') ?? '';
  return {
    base: `https://${host}/`,
    path: path
      .split('/')
      .slice(index + 1)
      .join('/'),
  };
}

function joined(base: string, path: string): string | null {
  const [file = '', ...query] = path.replace(COMPRESSED, '').split('?');
  // A file name may hold what would end the path of an address.
  const encoded = file.replace(INDEX, '$1').replace(/#/g, '%23');
  try {
    return new URL(`./${encoded}${query.length > 0 ? `?${query.join('?')}` : ''}`, base).href;
  } catch {
    return null;
  }
}

function namesItself(page: Uint8Array): boolean {
  const head = Buffer.from(page.buffer, page.byteOffset, Math.min(page.length, HEAD_BYTES)).toString('latin1');
  return [...head.matchAll(OWN_ADDRESS)].some(([tag]) => {
    const address = ATTRIBUTE.exec(tag)?.[1];
    // Old engines print the front page into every canonical tag.
    return address !== undefined && URL.canParse(address) && new URL(address).pathname !== '/';
  });
}
