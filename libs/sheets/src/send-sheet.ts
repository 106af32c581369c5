import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '#platform';
import type { Sheet } from './sheet.js';
import { csvOf } from './write-csv.js';
import { xlsxOf } from './write-xlsx.js';

export const sheetFormats = ['csv', 'xlsx'] as const;

export type SheetFormat = (typeof sheetFormats)[number];

const types: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Answers with a sheet as a file, named after it. It is sent as its rows come; whoever has gone away has their rows closed. An
 * error in the middle breaks the answer off, so that nobody takes half a file for a whole one.
 */
export function sendSheet(reply: FastifyReply, sheet: Sheet, format: SheetFormat): FastifyReply {
  const body = format === 'csv' ? csvOf(sheet) : xlsxOf(sheet);
  return reply
    .headers(downloadHeaders({ fileName: `${sheet.name}.${format}`, type: types[format] }))
    .send(Readable.from(body, { objectMode: false }));
}
