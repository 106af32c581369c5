import type { Temporal } from 'temporal-polyfill';

/** A piece of text in a paragraph: plain, strong, or a link. */
export type Inline =
  | string
  | { readonly text: string; readonly strong: true }
  /** A link says where it leads by its own text; `href` is absolute, or `mailto:`. */
  | { readonly text: string; readonly href: string };

/** Text that may have strong parts and links; a line break in it is kept. */
export type Text = string | readonly Inline[];

export type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string };

export type Paragraph = {
  readonly kind: 'paragraph';
  readonly text: Text;
  /** `quiet` is smaller and greyer. */
  readonly tone?: 'quiet';
};

/** Labels with their values, such as `Due by` and a date. */
export type Facts = {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: Text }[];
};

export type Column = {
  readonly header: string;
  /** `end` for amounts and other numbers: such a column is as wide as its cells, the others share what is left. */
  readonly align: 'start' | 'end';
  /** How wide a column that starts at the left is, in proportion to the others of its kind; 1 unless given. */
  readonly share?: number;
  /** True where the cell names its row: it is tagged as the row's header. */
  readonly namesRow?: boolean;
};

export type Table = {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Cells of each row, as many as there are columns. */
  readonly rows: readonly (readonly Text[])[];
};

/** Sums at the right-hand side, never parted by the end of a page. */
export type Totals = {
  readonly kind: 'totals';
  readonly rows: readonly { readonly label: string; readonly amount: string; readonly strong?: boolean }[];
};

/** Two columns, read left to right; where they do not fit on a page, one after the other. */
export type Beside = {
  readonly kind: 'beside';
  readonly left: readonly Block[];
  readonly right: readonly Block[];
};

/** Blocks that stay on one page where a page can hold them. */
export type Together = { readonly kind: 'together'; readonly blocks: readonly Block[] };

export type Block = Heading | Paragraph | Facts | Table | Totals | Beside | Together;

/** What a PDF file is made from. The same value always gives the same bytes (with the same packages installed). */
export type PdfDocument = {
  /** Shown in the title bar of a reader and first read out. */
  readonly title: string;
  /** Whose document it is. */
  readonly author: string;
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** How large its pages are; A4 unless given. */
  readonly format?: 'A4' | 'A6';
  /** Kept in the file as when it was made, so never the clock's time for a document that is to be made again. */
  readonly madeAt: Temporal.Instant;
  /** At the top of every page but the first, not read out. */
  readonly runningTitle: string;
  /** At the foot of every page, before `Page 1 of 2`, not read out. */
  readonly footer: string;
  readonly blocks: readonly Block[];
};
