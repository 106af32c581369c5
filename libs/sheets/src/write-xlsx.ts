import { writeXlsxStream, type CellStyle } from 'hucre/xlsx';
import { numberOf, poundsOf, yesNo } from './amounts.js';
import { cellText } from './cell-text.js';
import { dayOf, momentInFigures, momentOf, momentSerialOf, serialOf } from './local-day.js';
import { cellsOf, type CellKind, type CellWriters, type Sheet, type SheetColumn } from './sheet.js';

/**
 * A sheet as an Excel workbook: its header bold and always in view, days and money as such, and text as text, which stays
 * text when somebody edits it. It is made as it is read, so many rows need no more memory than few.
 * @throws RangeError, TypeError where a value is not of its column's kind
 */
export async function* xlsxOf({ name, columns, rows }: Sheet): AsyncGenerator<Uint8Array> {
  let isInHeader = true;
  const styled = columns.map(({ title, kind }) => ({
    header: unread(cellText(title)),
    width: widths[kind],
    // hucre writes the header in its column's style, and asks for that at each cell.
    get style(): CellStyle {
      return isInHeader ? headerStyle : styles[kind];
    },
  }));
  async function* cells() {
    isInHeader = false;
    for await (const row of rows) yield cellsOf(row, columns, inCells, null);
  }
  yield* writeXlsxStream(cells(), { name: sheetName(name), columns: styled, freezePane: { rows: 1 } });
}

/** In characters. */
const widths: Readonly<Record<CellKind, number>> = {
  text: 28,
  date: 12,
  instant: 17,
  pence: 14,
  number: 12,
  'yes-no': 9,
};

const headerStyle: CellStyle = { font: { name: 'Calibri', size: 11, bold: true }, numFmt: '@' };

/** `@`: text, also after somebody has edited it. */
const styles: Readonly<Record<CellKind, CellStyle>> = {
  text: { numFmt: '@' },
  date: { numFmt: 'dd/mm/yyyy' },
  instant: { numFmt: 'dd/mm/yyyy hh:mm' },
  pence: { numFmt: '#,##0.00' },
  number: { numFmt: 'General' },
  'yes-no': { numFmt: '@' },
};

const inCells: CellWriters<string | number | null> = {
  text: (text) => unread(cellText(text)),
  date: (date) => serialOf(dayOf(date)) ?? dayOf(date).toString(),
  instant: (instant, column) => moment(instant, column),
  pence: (pence) => Number(poundsOf(pence)),
  number: numberOf,
  'yes-no': yesNo,
};

function moment(instant: Parameters<typeof momentOf>[0], column: SheetColumn): number | string {
  const local = momentOf(instant, column);
  return momentSerialOf(local) ?? momentInFigures(local);
}

/** Where Excel would read `_x0041_` as `A` (ECMA-376, part 1, §22.9.2.19), it reads what stands there. */
const unread = (text: string): string => text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

/** A sheet's name has at most 31 characters, and none of some; Excel keeps one name for itself. */
function sheetName(name: string): string {
  const short = cellText(name.slice(0, 31).replaceAll(/[[\]:*?/\\\n\r\t']/g, ' ')).trim();
  return short === '' || /^history$/i.test(short) ? 'Sheet' : short;
}
