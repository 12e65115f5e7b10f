import type { PageElement } from './page-tree.js';

/** `/`, `https://paper.example`, `/kk/`, `/index.php`: addresses of a front page; an empty one is that of the page itself. */
const FRONT_PAGE = /^(?=.)(?:https?:\/\/[^/]+)?\/?(?:[a-z]{2}\/?)?(?:index\.\w+)?$/i;

/** Whether an element is a link to the front page. */
export function leadsHome(element: PageElement): boolean {
  return FRONT_PAGE.test(element.attribute('href') ?? '');
}
