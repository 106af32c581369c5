import type { Totals } from '../model.js';
import { colours, styles } from '../page/looks.js';
import { heightOf, type Frame, type Sheet } from '../page/sheet.js';
import type { Prepared } from './prepared.js';

/** How wide, in points: a sum belongs to its label, so they do not stand far apart. */
const labels = 150;
const amounts = 95;
const padding = 3;
/** As cells of tables have it, so that amounts stand below amounts. */
const side = 5;

export function prepareTotals(sheet: Sheet, block: Totals, frame: Frame): Prepared {
  const right = frame.x + frame.width - side;
  const rows = block.rows.map(({ label, amount, strong }) => {
    const style = strong ? styles.total : styles.body;
    const sets = { label: sheet.set(label, style, labels), amount: sheet.set(amount, style, amounts, 'end') };
    const height = Math.max(heightOf(sets.label), heightOf(sets.amount)) + 2 * padding;
    return { ...sets, height, strong: strong === true };
  });
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return {
    height,
    least: height,
    leads: false,
    closes: true,
    write: (parent) => {
      sheet.keep(height);
      const { pen } = sheet;
      const body = pen.element(pen.element(parent, 'Table'), 'TBody');
      for (const { label, amount, height, strong } of rows) {
        const row = pen.element(body, 'TR');
        sheet.keep(height);
        if (strong) pen.rule(right - labels - amounts, sheet.y, labels + amounts, 1, colours.brand);
        pen.text(pen.element(row, 'TH', 'Row'), 'TH', label, right - labels - amounts, sheet.y + padding);
        pen.text(pen.element(row, 'TD'), 'TD', amount, right - amounts, sheet.y + padding);
        sheet.y += height;
      }
    },
  };
}
