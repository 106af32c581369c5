import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { unguardCell } from '#csv';
import { longestCell } from './cell-text.js';
import { sheetOf, type Sheet } from './sheet.js';
import { readWorkbook } from './testing/read-workbook.js';
import { csvOf } from './write-csv.js';
import { xlsxOf } from './write-xlsx.js';

async function csv(sheet: Sheet): Promise<string> {
  let text = '';
  for await (const piece of csvOf(sheet)) text += piece;
  return text;
}

async function workbook(sheet: Sheet) {
  const pieces: Uint8Array[] = [];
  for await (const piece of xlsxOf(sheet)) pieces.push(piece);
  return readWorkbook(Buffer.concat(pieces));
}

const textColumn = { key: 'a', title: 'a', kind: 'text' } as const;

const everyKind = sheetOf({
  name: 'Bookings 9/3/2027 [all]',
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: 'on', title: 'Day', kind: 'date' },
    { key: 'at', title: 'Booked', kind: 'instant' },
    { key: 'there', title: 'In Rome', kind: 'instant', zone: 'Europe/Rome' },
    { key: 'fee', title: 'Fee (£)', kind: 'pence' },
    { key: 'places', title: 'Places', kind: 'number' },
    { key: 'paid', title: 'Paid', kind: 'yes-no' },
  ],
  rows: [
    {
      name: 'Siân',
      on: '2027-03-09',
      at: new Date('2027-07-01T13:30:59Z'),
      there: Temporal.Instant.from('2027-01-01T23:30:00Z'),
      fee: 19_500,
      places: 5,
      paid: true,
    },
    {
      name: '',
      on: Temporal.PlainDate.from('1871-01-01'),
      at: null,
      there: new Date(0),
      fee: -5,
      places: 0.5,
      paid: false,
    },
    { name: null, on: null, at: null, there: null, fee: null, places: null, paid: null },
  ],
});

describe('a table as CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and has each kind in figures', async () => {
    expect(await csv(everyKind)).toBe(
      '\uFEFFName,Day,Booked,In Rome,Fee (£),Places,Paid\r\n' +
        'Siân,2027-03-09,2027-07-01 14:30,2027-01-02 00:30,195.00,5,yes\r\n' +
        ',1871-01-01,,1970-01-01 01:00,-0.05,0.5,no\r\n' +
        ',,,,,,\r\n',
    );
  });

  it('is written piece by piece, each row once', async () => {
    const rows = Array.from({ length: 1234 }, (_, n) => ({ n }));
    const sheet = sheetOf({ name: 'n', columns: [{ key: 'n', title: 'n', kind: 'number' }], rows });
    expect(await csv(sheet)).toBe(`\uFEFFn\r\n${rows.map(({ n }) => `${n}\r\n`).join('')}`);
    const pieces = [];
    for await (const piece of csvOf(sheet)) pieces.push(piece);
    expect(pieces).toHaveLength(3);
  });
});

describe('a table as an Excel workbook', () => {
  it('has a bold header that stays in view, and each kind as what it is', async () => {
    const { rows, frozenRows, sheetName } = await workbook(everyKind);
    const [header = [], first = [], second = [], third = []] = rows;
    expect(frozenRows).toBe(1);
    expect(sheetName).toBe('Bookings 9 3 2027  all');
    expect(header.map(({ text, isBold, type }) => [text, isBold, type])).toEqual(
      everyKind.columns.map(({ title }) => [title, true, 'inlineStr']),
    );
    expect(first.map(({ text, type, format, isBold }) => [text, type, format, isBold])).toEqual([
      ['Siân', 'inlineStr', '@', false],
      ['46455', 'n', 'dd/mm/yyyy', false],
      [String(46_569 + (14.5 * 60) / 1440), 'n', 'dd/mm/yyyy hh:mm', false],
      [String(46_389 + 30 / 1440), 'n', 'dd/mm/yyyy hh:mm', false],
      ['195', 'n', '#,##0.00', false],
      ['5', 'n', 'General', false],
      ['yes', 'inlineStr', '@', false],
    ]);
    // Excel knows no days before 1900, so such a day is text.
    expect(second.map(({ at, text }) => [at, text])).toEqual([
      ['A3', ''],
      ['B3', '1871-01-01'],
      ['C3', ''],
      ['D3', String(25_569 + 60 / 1440)],
      ['E3', '-0.05'],
      ['F3', '0.5'],
      ['G3', 'no'],
    ]);
    expect(third.map(({ text }) => text).join('')).toBe('');
  });

  it.each([
    ['', 'Sheet'],
    ["'[]:*?/\\", 'Sheet'],
    ['history', 'Sheet'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['🎉'.repeat(20), `${'🎉'.repeat(15)}\uFFFD`],
  ])('is named so that Excel opens it: %j', async (name, expected) => {
    const { sheetName } = await workbook(sheetOf({ name, columns: [textColumn], rows: [] }));
    expect(sheetName).toBe(expected);
  });
});

describe.each([
  ['CSV', csv],
  ['an Excel workbook', workbook],
])('%s', (_format, write: (sheet: Sheet) => Promise<unknown>) => {
  it.each([
    [{ key: 'a', title: 'a', kind: 'pence' }, 0.5],
    [{ key: 'a', title: 'a', kind: 'number' }, Number.NaN],
    [{ key: 'a', title: 'a', kind: 'date' }, '9 March'],
  ] as const)('refuses what is not of its column’s kind: %j', async (column, value) => {
    await expect(write({ name: 'a', columns: [column], rows: [{ a: value }] })).rejects.toThrow(RangeError);
  });

  it('passes on the errors of its rows', async () => {
    async function* broken() {
      yield { a: 'x' };
      throw new Error('the database is gone');
    }
    await expect(write({ name: 'a', columns: [textColumn], rows: broken() })).rejects.toThrow(
      'the database is gone',
    );
  });
});

it.each([
  ['CSV', csvOf],
  ['an Excel workbook', xlsxOf],
])('%s closes its rows where nobody reads on', async (_format, read) => {
  let isClosed = false;
  async function* endless() {
    try {
      for (let n = 0; ; n += 1) yield { a: `${n} `.repeat(100) };
    } finally {
      isClosed = true;
    }
  }
  for await (const piece of read({ name: 'a', columns: [textColumn], rows: endless() })) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  expect(isClosed).toBe(true);
});

/** What people, or those who mean harm, put into a cell. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '＝',
        '＋',
        '－',
        '＠',
        "'",
        "'=",
        '"',
        ' ',
        '\uFEFF',
        '',
      ),
      fc.string({ unit: 'grapheme' }),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    '"=1+1"',
    'a,"b";c\td\r\ne\rf\ng',
    '_x0041__x000d_ _x005F_x0041_',
    ']]><f>1+1</f>',
    '<c t="str"><f>1+1</f></c>',
    'Ŵ 🎉 👨‍👩‍👧 \u202Egnp.exe',
    '\u0000\u0001\u000b\u000c\u001f\u007f\u0085\ufffe\uffff',
    '\ud83d alone \udf89',
    'x'.repeat(32_766),
    `${'x'.repeat(32_766)}=1+1`,
    '=\r\n'.repeat(20_000),
    '🎉'.repeat(20_000),
  ),
);

const isFormula = (cell: string) => /^[=+\-@\t\r＝＋－＠]/u.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);

/** What of a text is to be found again: the whole, but for what cannot be written down or is too much. */
function remains(text: string): { text: string; isWhole: boolean } {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const written = lines
    .toWellFormed()
    .replaceAll(/[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
  return { text: written, isWhole: lines.length <= longestCell };
}

describe('any text, in any cell', () => {
  const sheets = fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 });
  const sheetWith = (rows: [string, string][]): Sheet =>
    sheetOf({
      name: rows[0]?.[0] ?? '',
      columns: [
        { key: 'a', title: rows[0]?.[1] ?? '', kind: 'text' },
        { key: 'b', title: 'b', kind: 'text' },
      ],
      rows: rows.map(([a, b]) => ({ a, b })),
    });

  function expectKept(found: string, given: string) {
    const { text, isWhole } = remains(given);
    if (isWhole) expect(found === text).toBe(true);
    else {
      expect(found.endsWith('… (cut off)')).toBe(true);
      expect(found.length).toBeLessThanOrEqual(longestCell);
      expect(text.startsWith(found.slice(0, 30_000))).toBe(true);
    }
  }

  it('comes back from CSV as harmless text', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (rows) => {
        const file = await csv(sheetWith(rows));
        expect(file.startsWith('\uFEFF')).toBe(true);
        const [header, ...found] = parse(file.slice(1), { record_delimiter: '\r\n' });
        expect(found).toHaveLength(rows.length);
        expect(header?.some(isFormula)).toBe(false);
        for (const [index, row] of rows.entries()) {
          for (const [at, given] of row.entries()) {
            const cell = found[index]?.[at] ?? 'missing';
            expect(isFormula(cell)).toBe(false);
            expect(cell.length).toBeLessThanOrEqual(32_767);
            expectKept(unguardCell(cell), given);
          }
        }
      }),
    );
  });

  it('comes back from an Excel workbook as text, and never as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (rows) => {
        const { rows: found, elements } = await workbook(sheetWith(rows));
        expect(elements.has('f')).toBe(false);
        expect(found).toHaveLength(rows.length + 1);
        for (const [index, row] of rows.entries()) {
          for (const [at, given] of row.entries()) {
            const cell = found[index + 1]?.[at];
            expect([cell?.type, cell?.format]).toEqual(['inlineStr', '@']);
            expect(cell?.text.length).toBeLessThanOrEqual(32_767);
            expectKept(cell?.text ?? 'missing', given);
          }
        }
      }),
    );
  });
});
