import { notFound } from '#platform';
import { sheetFormats, type SheetFormat } from './send-sheet.js';

/** The format that an address ends with. @throws Problem 404 for one that there is not */
export function sheetFormatOf(asked: string): SheetFormat {
  const format = sheetFormats.find((each) => each === asked);
  if (format === undefined) {
    throw notFound('There is no such file. It can be had as CSV and as a spreadsheet.');
  }
  return format;
}
