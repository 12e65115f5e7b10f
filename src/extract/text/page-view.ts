import type { AddressShape } from '../html/address-shape.js';
import type { Anchor } from './anchor.js';
import type { Line } from './lines.js';
import type { Margin } from './margin.js';
import type { Story } from './story.js';

/** Everything that the lines of a page showed. */
export interface PageView {
  readonly lines: readonly Line[];
  readonly anchor: Anchor | null;
  readonly margin: Margin;
  readonly story: Story;
  readonly address: AddressShape;
}
