import type { Table } from '../model.js';
import { styles } from '../page/looks.js';
import type { Frame, Sheet } from '../page/sheet.js';

/** On either side of a cell's text, in points. */
const side = 5;

/** Columns of amounts never take more of the table than this. */
const mostForAmounts = 0.7;

/** How wide a text is on one line, in points. */
function widthOf(
  sheet: Sheet,
  text: Table['rows'][number][number],
  style: typeof styles.cell | typeof styles.header,
) {
  const { lines } = sheet.set(text, style, Number.MAX_SAFE_INTEGER);
  return Math.max(0, ...lines.map((line) => line.width)) * style.size;
}

/** How wide each column of amounts has to be so that none is broken; 0 for the others. */
function wantedByAmounts(sheet: Sheet, block: Table, frame: Frame): readonly number[] {
  const wanted = block.columns.map(({ header, align }, index) => {
    if (align === 'start') return 0;
    const cells = block.rows.map((row) => widthOf(sheet, row[index] ?? '', styles.cell));
    // A hair more, or the sum of fractions might be less than the text.
    return (
      cells.reduce((most, cell) => Math.max(most, cell), widthOf(sheet, header, styles.header)) +
      2 * side +
      0.1
    );
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  const most = block.columns.every(({ align }) => align === 'end')
    ? frame.width
    : frame.width * mostForAmounts;
  return all > most ? wanted.map((width) => (width * most) / all) : wanted;
}

/** Where the text of each column begins, and how wide it may be. */
export function columnsOf(sheet: Sheet, block: Table, frame: Frame): readonly Frame[] {
  const amounts = wantedByAmounts(sheet, block, frame);
  const rest = frame.width - amounts.reduce((sum, width) => sum + width, 0);
  const shares = block.columns.map(({ align, share = 1 }) => (align === 'start' ? share : 0));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  let x = frame.x;
  return block.columns.map((_, index) => {
    const share = allShares === 0 ? 0 : (rest * (shares[index] ?? 0)) / allShares;
    const width = (amounts[index] ?? 0) + share;
    const column = { x: x + side, width: width - 2 * side };
    x += width;
    return column;
  });
}
