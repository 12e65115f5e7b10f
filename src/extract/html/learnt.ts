import type { PageTruth } from '../../model/page-truth.js';
import type { Layout } from '../../model/site-profile.js';
import type { PageTree } from './page-tree.js';

/** A page and what a person says of it. */
export interface LabelledTree {
  readonly tree: PageTree;
  readonly truth: PageTruth;
}

/** Selectors found for a field, and on how many of the pages that show it they give what the label says. */
export interface LearntField {
  readonly field: keyof Layout;
  readonly selectors: readonly string[];
  readonly right: number;
  readonly labelled: number;
}
