import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ImportDefaults, ImportFile, ImportRow } from './import-row.js';
import { readCsv } from './read-csv.js';

const defaults: ImportDefaults = {
  kind: 'meeting',
  format: 'in person',
  audience: 'members',
  zone: 'Europe/London',
  status: 'published',
};

const read = (...lines: string[]): ImportFile => readCsv(lines.join('\r\n'), defaults);

function rowOf(...lines: string[]): ImportRow {
  const file = read(...lines);
  const [row] = file.rows;
  if (row === undefined) throw new Error(JSON.stringify(file));
  return row;
}

const whenOf = (row: ImportRow) => JSON.parse(JSON.stringify(row.details?.when ?? row.problems)) as unknown;
const placesOf = (row: ImportRow | undefined) => row?.problems.map(({ line, column }) => [line, column]);

describe('reading a CSV file', () => {
  it('reads the network’s own file as it is', () => {
    const file = readCsv(
      readFileSync(new URL('../../demo/network-events.csv', import.meta.url), 'utf8'),
      defaults,
    );
    expect(file.problems).toEqual([]);
    expect(file.rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect(file.rows.length).toBeGreaterThan(30);
    const conference = file.rows.find(({ ref }) => ref === '2020-sunderland');
    expect(conference).toMatchObject({ title: 'Regional Conference', details: { when: { type: 'month' } } });
  });

  it.each([',', ';', '\t'])('separated by “%s”, with columns in any order and spelling', (separator) => {
    const header = ['Time zone', 'START', 'All day', 'Title', 'End', 'Joining URL', 'Colour'];
    const cells = [
      'Europe/Rome',
      '2026-06-01T14:00',
      'No',
      '"Talk, tea; cake"',
      '2026-06-01T15:00',
      '',
      'red',
    ];
    const file = read(header.join(separator), cells.join(separator), '');
    expect(file.rows[0]).toMatchObject({ line: 2, title: 'Talk, tea; cake', problems: [] });
    expect(file.rows[0]?.details?.when).toMatchObject({ zone: 'Europe/Rome' });
    expect(file.notes).toEqual([
      {
        line: 1,
        column: 'Colour',
        message: 'The calendar has no column called “Colour”, so it is left out.',
      },
    ]);
  });

  it('is not overwhelmed by a cell of several megabytes', () => {
    const large = `"${'"";\n'.repeat(1_000_000)}"`;
    const [row] = read('title,start,note,tags', `A,2026-06-01,${large},${large}`).rows;
    expect(row?.problems.map(({ column }) => column)).toEqual(['note']);
  });

  it('takes the separator that Excel writes above the first row', () => {
    expect(read('sep=;', 'title;start', 'A, b;2026-06-01').rows[0]).toMatchObject({ line: 2, title: 'A, b' });
  });

  it('counts rows as a spreadsheet does, line breaks and blank rows included', () => {
    const file = read('title,start,note', 'A,2026-06-01,"one', 'two"', '', ',,', 'B,2026-06-02,');
    expect(file.rows.map(({ line, title }) => [line, title])).toEqual([
      [2, 'A'],
      [5, 'B'],
    ]);
    expect(file.rows[0]?.details?.description).toBe('one\ntwo');
  });

  it('reads ten mistakes in 5,000 rows as ten mistakes', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      index % 500 === 7
        ? `Event ${index},2026-02-30,,meeting`
        : `Event ${index},2026-03-01,2026-03-02,meeting`,
    );
    const file = read('title,start,end,kind', ...rows);
    const wrong = file.rows.filter(({ problems }) => problems.length > 0);
    expect(file.rows).toHaveLength(5000);
    expect(wrong.map(({ line }) => line)).toEqual([9, 509, 1009, 1509, 2009, 2509, 3009, 3509, 4009, 4509]);
    expect(wrong.every(({ details }) => details === null)).toBe(true);
    expect(wrong[0]?.problems).toEqual([
      { line: 9, column: 'start', message: '30 February 2026 does not exist: February 2026 has 28 days.' },
    ]);
  });

  it.each([
    ['nothing but a header', ['title,start'], 'no events'],
    ['an empty first row', ['', 'title,start'], 'first row is empty'],
    ['no column for the start', ['title,date', 'A,2026-06-01'], 'no column called start'],
    ['two columns for the title', ['title,Title,start', 'A,B,2026-06-01'], 'two columns called title'],
    ['a quotation mark too many', ['title,start', '"A,2026-06-01', 'B,2026-06-01'], 'quotation mark'],
    [
      'too many rows',
      ['title,start', ...Array.from({ length: 10_001 }, () => 'A,2026-06-01')],
      '10,001 events',
    ],
  ])('is refused for %s', (_name, lines, said) => {
    const { problems, rows } = read(...lines);
    expect(rows).toEqual([]);
    expect(problems[0]?.message).toContain(said);
  });
});

describe('when a row’s event is', () => {
  it.each([
    ['2026-06', '', '', { type: 'month', month: '2026-06' }],
    ['Jun-26', '', '', { type: 'month', month: '2026-06' }],
    ['June 2026', '', '', { type: 'month', month: '2026-06' }],
    ['2026-06-01', '', '', { type: 'all-day', first: '2026-06-01', last: '2026-06-01' }],
    ['2026-06-01', '2026-06-30', 'yes', { type: 'all-day', first: '2026-06-01', last: '2026-06-30' }],
    ['2026-06-01..2026-06-30', '', 'yes', { type: 'all-day', first: '2026-06-01', last: '2026-06-30' }],
    ['01/06/2026', '30/6/2026', 'TRUE', { type: 'all-day', first: '2026-06-01', last: '2026-06-30' }],
    [
      '2026-06-01T00:00',
      '2026-06-02T00:00',
      'yes',
      { type: 'all-day', first: '2026-06-01', last: '2026-06-02' },
    ],
    ['2026-06-01 14:00', '2026-06-01 15:00', 'no', { type: 'timed', start: '2026-06-01T13:00:00Z' }],
    ['01/06/2026 14:00', '01/06/2026 15:00:00', '', { type: 'timed', start: '2026-06-01T13:00:00Z' }],
    ['2026-10-25T01:30+00:00', '2026-10-25T03:00', '', { type: 'timed', start: '2026-10-25T01:30:00Z' }],
  ])('%s to “%s” (%s)', (start, end, allDay, when) => {
    expect(whenOf(rowOf('title,start,end,all_day', `A,${start},${end},${allDay}`))).toMatchObject(when);
  });

  it('is read as day/month/year with a note', () => {
    const row = rowOf('title,start', 'A,02/03/2026');
    expect(whenOf(row)).toMatchObject({ first: '2026-03-02' });
    expect(row.notes.map(({ message }) => message)).toContain('The date was read as day/month/year.');
  });

  it.each([
    ['A,2026-06-01T14:00,2026-06-01T13:00,,', 'end'],
    ['A,2026-06-01T14:00,,,', 'end'],
    ['A,2026-06-01,,no,', 'all_day'],
    ['A,2026-06-01T14:00,2026-06-01T15:00,yes,', 'all_day'],
    ['A,2026-06-01,,perhaps,', 'all_day'],
    ['A,2026-06-01..2026-06-02,2026-06-03,,', 'start'],
    ['A,2026-03-29T01:30,2026-03-29T03:00,,', 'start'],
    ['A,soon,,,', 'start'],
    ['A,,,,', 'start'],
    ['A,2026-06-01,,,Atlantis', 'timezone'],
  ])('%s has a problem in %s', (line, column) => {
    expect(placesOf(rowOf('title,start,end,all_day,timezone', line))).toEqual([[2, column]]);
  });
});

describe('a row', () => {
  it('takes what it does not say from the defaults', () => {
    const row = rowOf('title,start', 'A,2026-06-01');
    expect(row).toMatchObject({ ref: null, status: 'published', statusReason: null });
    expect(row.uid).toMatch(/^import-[0-9a-f]{32}$/u);
    expect(row.details).toMatchObject({ kind: 'meeting', format: 'in person', audience: 'members' });
  });

  it('has every column of an event', () => {
    const names = 'ref,title,kind,format,start,place,address,latitude,longitude,joining_url,joining_shown_to';
    const more = 'audience,board,series,tags,organiser_name,organiser_email,status,reason,replaced_by,note';
    const cells =
      '2026-a,A,Workshop,Hybrid,2026-06-01,Hall,"High Street, Rochdale",51.5,0,https://meet.example/1,board';
    const rest =
      'board,values,talks,"Housing; social care, Housing",Team,t@example.org,Cancelled,Snow,2026-b,Bring tea';
    expect(rowOf(`${names},${more}`, `${cells},${rest}`)).toMatchObject({
      ref: '2026-a',
      uid: null,
      status: 'cancelled',
      statusReason: 'Snow',
      replacedBy: '2026-b',
      problems: [],
      details: {
        kind: 'workshop',
        format: 'hybrid',
        place: {
          name: 'Hall',
          address: 'High Street, Rochdale',
          coordinates: { latitude: 51.5, longitude: 0 },
        },
        joining: { url: 'https://meet.example/1', shownTo: 'board' },
        audience: 'board',
        board: 'values',
        series: 'talks',
        tags: ['housing', 'social care'],
        organiser: { name: 'Team', email: 't@example.org', phone: null },
        description: 'Bring tea',
      },
    });
  });

  it('names each problem by its column, all at once', () => {
    const names =
      'ref,title,kind,format,start,latitude,joining_url,audience,tags,organiser_email,status,recurrence';
    const row = rowOf(names, `X,,party,up,2026-06-01,9,ftp://x,all,${'t'.repeat(50)},nobody,gone,FREQ=DAILY`);
    const columns = placesOf(row)?.map(([, column]) => column);
    expect(columns).toEqual([
      'title',
      'kind',
      'format',
      'place',
      'latitude',
      'joining_url',
      'organiser_name',
      'organiser_email',
      'audience',
      'tags',
      'recurrence',
      'status',
      'ref',
    ]);
  });

  it('must say why it is off', () => {
    expect(placesOf(rowOf('title,start,status', 'A,2026-06-01,postponed'))).toEqual([[2, 'reason']]);
  });

  it('has as many cells as the first', () => {
    const row = rowOf('title,start', 'Talk, tea,2026-06-01,');
    expect(row.problems.map(({ message }) => message).join(' ')).toContain('between quotation marks');
  });

  it('stands there once', () => {
    const file = read(
      'ref,title,start',
      '2026-a,A,2026-06-01',
      '2026-a,B,2026-06-02',
      ',C,2026-06-01',
      ',C,2026-06-01',
    );
    expect(file.rows.map((row) => placesOf(row))).toEqual([[], [[3, 'ref']], [], [[5, 'title']]]);
    expect(file.rows[1]?.details).toBeNull();
  });

  it('keeps script as the text that it is', () => {
    expect(rowOf('title,start', '<script>alert(1)</script>,2026-06-01').details?.title).toBe(
      '<script>alert(1)</script>',
    );
  });

  it('says what is wrong with its exceptions', () => {
    const header = 'title,start,recurrence,except,changes';
    expect(placesOf(rowOf(header, 'A,2026-06-01,FREQ=DAILY;COUNT=3,2026-07-01,'))).toEqual([[2, 'changes']]);
    expect(placesOf(rowOf(header, 'A,2026-06-01,FREQ=DAILY;COUNT=3,,rubbish'))).toEqual([[2, 'changes']]);
  });
});
