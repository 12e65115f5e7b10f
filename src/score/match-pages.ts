import type { PageTruth } from '../model/page-truth.js';

/** Where a page was found. */
export interface FoundPage {
  readonly path: string;
  readonly locator: string;
  readonly url: string | null;
}

/** Labels by the pages they speak of. */
export class TruthIndex {
  /** By the last part of the file's path, and by address. */
  readonly #byKey = new Map<string, PageTruth[]>();

  constructor(truths: readonly PageTruth[]) {
    for (const truth of truths) {
      const key = truth.file === null ? (truth.url ?? '') : baseName(truth.file);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), truth]);
    }
  }

  /** The label of a page, or null. */
  of(page: FoundPage): PageTruth | null {
    const [outer = '', inner] = [page.path, entryOf(page.locator)];
    const keys = [...(inner === null ? [] : [baseName(inner)]), baseName(outer), page.url ?? ''];
    const among = keys.flatMap((key) => this.#byKey.get(key) ?? []);
    return among.find((truth) => isAbout(truth, page)) ?? null;
  }
}

function isAbout({ file, locator, url }: PageTruth, page: FoundPage): boolean {
  if (locator !== null && locator !== page.locator) return false;
  if (file === null) return url === page.url;
  const inner = entryOf(page.locator);
  if (inner !== null && endsWithPath(inner, file)) return true;
  // A dump of many pages: the address says which.
  return endsWithPath(page.path, file) && (page.locator === 'file' || locator !== null || url === page.url);
}

/** Name of the file inside a container: `entry:a/b.html` → `a/b.html`. */
function entryOf(locator: string): string | null {
  const last = locator.slice(locator.lastIndexOf('!') + 1);
  return last.startsWith('entry:') ? last.slice('entry:'.length) : null;
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function endsWithPath(path: string, end: string): boolean {
  const plain = end.replace(/^\.\//, '');
  return path === plain || path.endsWith(`/${plain}`);
}
