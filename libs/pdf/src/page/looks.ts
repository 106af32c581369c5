/** Sizes in points (1/72 inch). */
export type TextStyle = {
  readonly size: number;
  /** From one line to the next. */
  readonly leading: number;
  readonly colour: string;
  readonly bold: boolean;
};

export const colours = { text: '#1c2b2d', quiet: '#4f6164', brand: '#0b4f55', rule: '#b9c4c4' } as const;

export const styles = {
  h1: { size: 20, leading: 27, colour: colours.brand, bold: true },
  h2: { size: 13, leading: 19, colour: colours.brand, bold: true },
  h3: { size: 11, leading: 16, colour: colours.text, bold: true },
  body: { size: 10, leading: 14.5, colour: colours.text, bold: false },
  quiet: { size: 9, leading: 13, colour: colours.quiet, bold: false },
  label: { size: 10, leading: 14.5, colour: colours.quiet, bold: false },
  cell: { size: 9.5, leading: 13.5, colour: colours.text, bold: false },
  header: { size: 9.5, leading: 13.5, colour: colours.text, bold: true },
  total: { size: 11, leading: 16, colour: colours.text, bold: true },
  margin: { size: 8.5, leading: 12, colour: colours.quiet, bold: false },
} as const satisfies Record<string, TextStyle>;

/** The sheets there are, and where on them text may stand; the foot stands within the margin below. */
export const papers = {
  A4: { width: 595.28, height: 841.89, left: 54, right: 54, top: 60, bottom: 66, foot: 44 },
  /** A quarter of that: folded once, it goes into a wallet or a passport. */
  A6: { width: 297.64, height: 419.53, left: 24, right: 24, top: 40, bottom: 40, foot: 26 },
} as const;

/** Space between blocks. */
export const gap = 10;
