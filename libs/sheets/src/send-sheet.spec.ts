import { describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { sendSheet, sheetFormats, type SheetFormat } from './send-sheet.js';
import { sheetOf, type Sheet } from './sheet.js';
import { readWorkbook } from './testing/read-workbook.js';

const columns = [{ key: 'name', title: 'Name', kind: 'text' }] as const;

async function answer(sheet: Sheet, format: SheetFormat) {
  const fastify = Fastify();
  fastify.get('/', (_request, reply) => sendSheet(reply, sheet, format));
  try {
    return await fastify.inject('/');
  } finally {
    await fastify.close();
  }
}

describe('a sheet is answered with', () => {
  const sheet = sheetOf({ name: 'Delegates – Gŵyl', columns, rows: [{ name: '=1+1' }] });

  it('as CSV', async () => {
    const { body, headers, statusCode } = await answer(sheet, 'csv');
    expect(statusCode).toBe(200);
    expect(body).toBe("\uFEFFName\r\n'=1+1\r\n");
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition':
        'attachment; filename="Delegates - Gwyl.csv"; filename*=UTF-8\'\'Delegates%20%E2%80%93%20G%C5%B5yl.csv',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it('as an Excel workbook', async () => {
    const { rawPayload, headers } = await answer(sheet, 'xlsx');
    expect(readWorkbook(rawPayload).rows.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Name'],
      ['=1+1'],
    ]);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': expect.stringContaining('Delegates - Gwyl.xlsx'),
      'cache-control': 'private, no-store',
    });
  });
});

it.each(sheetFormats)('half a file (%s) is never taken for a whole one', async (format) => {
  async function* rows() {
    for (let n = 0; n < 20_000; n += 1) yield { name: `${n} `.repeat(20) };
    throw new Error('the database is gone');
  }
  const sent = answer({ name: 'a', columns, rows: rows() }, format);
  await expect(sent).rejects.toThrow('response destroyed before completion');
});
