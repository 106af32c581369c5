import { readFileSync } from 'node:fs';
import { exampleCsv } from '../example.js';
import type { Cells, ImportedRow } from './imported-row.js';
import { readOrganisations } from './read-organisations.js';

const read = (...lines: string[]) => readOrganisations(lines.join('\r\n'));

function rowOf(...lines: string[]): ImportedRow {
  const [row] = read(...lines).rows;
  if (row === undefined) throw new Error('the file has no row');
  return row;
}

const cellOf = (column: keyof Cells, cell: string) => {
  const { cells, problems } = rowOf(`name\t${column}`, `A\t"${cell}"`);
  return problems[0]?.message ?? cells[column];
};

describe('a CSV file of organisations', () => {
  it('is read as the network has it', () => {
    const path = new URL('../../../demo/organisations.csv', import.meta.url);
    const file = readOrganisations(readFileSync(path, 'utf8'));
    expect([...file.problems, ...file.notes, ...file.rows.flatMap(({ problems }) => problems)]).toEqual([]);
    expect(file.rows[0]).toMatchObject({
      line: 2,
      cells: { name: 'Barking & Dagenham Council', category: 'full', kind: 'council', joined: '' },
    });
  });

  it('is read as the example has it', () => {
    const file = readOrganisations(exampleCsv);
    expect([...file.problems, ...file.notes, ...file.rows.flatMap(({ problems }) => problems)]).toEqual([]);
    expect(file.rows.map(({ cells }) => cells.status)).toEqual(['member', 'member', 'applied']);
  });

  it.each([',', ';', '\t'])('separated by “%s”, with columns in any order and spelling', (separator) => {
    const header = ['Since', 'INVOICE E-MAIL', 'Member name', 'Purchase order required?', 'Colour'];
    const file = read(
      header.join(separator),
      ['1/6/2019', 'a@b.example', '"A, B; C"', 'Y', 'red'].join(separator),
    );
    expect(file.rows[0]?.cells).toEqual({
      joined: '2019-06-01',
      invoice_email: 'a@b.example',
      name: 'A, B; C',
      purchase_order_required: 'yes',
    });
    expect(file.notes.map(({ message }) => message)).toEqual([
      'The list of members has no column called “Colour”, so it is left out.',
    ]);
  });

  it('loses what nobody sees: blanks at the ends, non-breaking ones, marks of the beginning of a file', () => {
    const { cells } = rowOf('\uFEFFname , kind', ' \u00A0Llŷn\u00A0 Trust\u200B  ,\uFEFFcharity\t');
    expect(cells).toEqual({ name: 'Llŷn Trust', kind: 'charity' });
    expect(rowOf('name', 'Cafe\u0301').cells.name).toBe('Café');
  });

  it('keeps the lines of addresses and notes', () => {
    expect(cellOf('billing_address', 'Town Hall  \r\n1 Market Square\r\n')).toBe(
      'Town Hall\n1 Market Square',
    );
    expect(cellOf('notes', 'one\n\n  two')).toBe('one\n\n  two');
    expect(cellOf('reference', 'Two\nlines')).toBe('Two lines');
  });

  it.each([
    ['category', 'FULL', 'full'],
    ['category', 'Full member', 'full'],
    ['category', 'Associates', 'associate'],
    ['category', 'Affiliated', 'affiliate'],
    ['category', 'affiliate membership', 'affiliate'],
    ['category', 'Supporters', 'supporter'],
    ['status', 'Current member', 'member'],
    ['status', 'Former', 'left'],
    ['status', 'Retained in special circumstances', 'retained'],
    ['purchase_order_required', 'TRUE', 'yes'],
    ['purchase_order_required', 'not required', 'no'],
    ['discount_percent', '25 %', '25'],
    ['discount_percent', '25.0%', '25'],
    ['domains', 'a.gov.uk, b.gov.uk', 'a.gov.uk; b.gov.uk'],
  ] as const)('%s “%s” is %s', (column, cell, expected) => {
    expect(cellOf(column, cell)).toBe(expected);
  });

  it.each([
    ['category', 'gold', 'Choose one of: full, associate, affiliate, supporter.'],
    ['status', 'perhaps', 'Choose one of: applied, approved,'],
    ['purchase_order_required', 'maybe', 'neither yes nor no'],
    ['joined', 'soon', 'Write it like 2019-06-01.'],
  ] as const)('%s “%s” is refused', (column, cell, why) => {
    expect(cellOf(column, cell)).toContain(why);
  });

  it('knows from any row whether dates have the month first', () => {
    const { rows } = read('name,since,left', 'A,03/04/2019,', 'B,,03/28/2020', 'C,28/03/2019,');
    expect(rows.map(({ problems }) => problems.map(({ line, column }) => [line, column]))).toEqual([
      [[2, 'joined']],
      [[3, 'left']],
      [],
    ]);
    expect(rows[0]?.problems[0]?.message).toContain('row 3 has the month first');
  });

  it.each([
    ['nothing below the header', ['name,kind', '', ',,'], 'There are no organisations below the first row.'],
    ['no names', ['kind', 'council'], 'There is no column called name.'],
    ['two columns of one name', ['name,since,joined', 'A,,'], 'There are two columns called joined.'],
    ['an open quotation mark', ['name', '"A'], 'quotation mark'],
    ['too many rows', ['name', ...Array.from({ length: 10_001 }, () => 'A')], 'has 10,001 organisations'],
  ])('with %s is refused', (_, lines, why) => {
    const file = read(...lines);
    expect(file.rows).toEqual([]);
    expect(file.problems.map(({ message }) => message).join()).toContain(why);
  });

  it('with more cells than columns says so', () => {
    expect(rowOf('name,kind', 'A,b,c').problems[0]?.message).toContain('more cells than the first row');
  });
});
