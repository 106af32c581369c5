import type { Element } from '../page/pen.js';

/** A block that knows how high it is, before it is written. */
export type Prepared = {
  /** In points, were it on one page, without the gap to the next block. */
  readonly height: number;
  /** How much of it has to be on the page that it begins on, in points. */
  readonly least: number;
  /** Whether what follows belongs to it, so that it is not left alone at the end of a page. */
  readonly leads: boolean;
  /** Whether it belongs to the end of what comes before it, as sums do. */
  readonly closes: boolean;
  /**
   * Writes it at the sheet's place, which moves on to below it.
   *
   * @param after height of what has to be on the page that it ends on, in points
   */
  readonly write: (parent: Element, after: number) => void;
};
