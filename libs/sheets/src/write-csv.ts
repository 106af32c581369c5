import { byteOrderMark, writeRows } from '#csv';
import { numberOf, poundsOf, yesNo } from './amounts.js';
import { cellText } from './cell-text.js';
import { dayOf, momentInFigures, momentOf } from './local-day.js';
import { cellsOf, type CellWriters, type Sheet } from './sheet.js';

/** Rows that are written at once: enough to be quick, few enough to let others have their turn. */
const batch = 500;

/**
 * A sheet as CSV: in UTF-8 with the mark by which Excel knows it, no cell taken for a formula; dates as `2027-03-09`, times as
 * `2027-03-09 14:30`, money as `195.00`.
 * @throws RangeError, TypeError where a value is not of its column's kind
 */
export async function* csvOf({ columns, rows }: Sheet): AsyncGenerator<string> {
  let waiting = [columns.map(({ title }) => cellText(title))];
  let before = byteOrderMark;
  for await (const row of rows) {
    waiting.push(cellsOf(row, columns, inFigures, ''));
    if (waiting.length < batch) continue;
    yield before + writeRows(waiting);
    before = '';
    waiting = [];
  }
  yield before + writeRows(waiting);
}

const inFigures: CellWriters<string> = {
  text: cellText,
  date: (date) => dayOf(date).toString(),
  instant: (instant, column) => momentInFigures(momentOf(instant, column)),
  pence: poundsOf,
  number: (value) => String(numberOf(value)),
  'yes-no': yesNo,
};
