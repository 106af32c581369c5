import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImporting, tableOf, textOf, type Importing } from './importing.js';

let calendar: Importing;
beforeAll(async () => {
  calendar = await startImporting();
});
afterAll(() => calendar.stop());

const header = 'title,start,end,kind,format,audience,status';

/** What is wrong in ten of the rows, by the row's number in a spreadsheet. */
const mistakes = new Map<number, { row: string; column: string; message: string }>([
  [12, { row: 'A 12,2099-02-30,,meeting,online,public,draft', column: 'start', message: 'does not exist' }],
  [507, { row: ',2099-03-01,,meeting,online,public,draft', column: 'title', message: 'Enter a title' }],
  [999, { row: 'A 999,soon,,meeting,online,public,draft', column: 'start', message: 'cannot be read' }],
  [
    1500,
    {
      row: 'A 1500,2099-03-02T10:00,2099-03-02T09:00,meeting,online,public,draft',
      column: 'end',
      message: '',
    },
  ],
  [2001, { row: 'A 2001,2099-03-03,,party,online,public,draft', column: 'kind', message: 'Choose one of' }],
  [
    2600,
    { row: 'A 2600,2099-03-04,,meeting,by post,public,draft', column: 'format', message: 'Choose one of' },
  ],
  [
    3003,
    { row: 'A 3003,2099-03-05,,meeting,online,nobody,draft', column: 'audience', message: 'Choose one of' },
  ],
  [
    3700,
    { row: 'A 3700,2099-03-06,,meeting,online,public,perhaps', column: 'status', message: 'Choose one of' },
  ],
  [
    4321,
    {
      row: 'A 4321,2099-03-29T01:30,2099-03-29T03:30,meeting,online,public,draft',
      column: 'start',
      message: '',
    },
  ],
  [
    5001,
    {
      row: 'A 5001,2099-03-07T10:00,,meeting,online,public,draft',
      column: 'end',
      message: 'Add when it ends',
    },
  ],
]);

function fileOf(without = false): string {
  const rows = Array.from({ length: 5000 }, (_, index) => {
    const line = index + 2;
    const day = String((index % 28) + 1).padStart(2, '0');
    const month = String((index % 12) + 1).padStart(2, '0');
    const good = `Meeting ${line},2098-${month}-${day}T10:00,2098-${month}-${day}T11:00,meeting,online,public,published`;
    const wrong = mistakes.get(line)?.row;
    return wrong !== undefined && without ? null : (wrong ?? good);
  });
  return [header, ...rows.filter((row) => row !== null)].join('\r\n');
}

describe('a CSV file of 5,000 rows with mistakes in ten', () => {
  let path = '';

  test('is shown with each problem beside its row and column, and nothing is written', async () => {
    path = await calendar.preview(fileOf());
    const { html } = await calendar.get(path);
    expect(textOf(html)).toContain('5,000 rows: 4,990 new events and 10 rows with problems.');
    const rows = tableOf(html);
    expect(rows.slice(0, 10).map(([, line]) => line)).toEqual(
      [...mistakes.keys()].map((line) => String(line)),
    );
    for (const [index, { column, message }] of [...mistakes.values()].entries()) {
      expect(rows[index]?.[3]).toMatch(new RegExp(`^${column}: .*${message}`));
    }
    expect(rows[10]?.[2]).toBe('New event');
    expect(await calendar.countEvents()).toBe(0);
  });

  test('its rows are on pages, and those with problems can be looked at alone', async () => {
    const last = await calendar.get(`${path}?page=100`);
    expect(tableOf(last.html)).toHaveLength(50);
    expect(tableOf(last.html).at(-1)?.[1]).toBe('5000');
    expect(tableOf((await calendar.get(`${path}?show=problem`)).html)).toHaveLength(10);
  });

  test('is not imported unless the rows with problems are to be left out', async () => {
    const answer = await calendar.confirm(path);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: ');
    expect(textOf(answer.html)).toContain('Some rows have problems.');
    expect(await calendar.countEvents()).toBe(0);
  });

  test('is imported without them', async () => {
    expect(await calendar.confirm(path, true)).toMatchObject({ status: 303, location: path });
    const { html } = await calendar.outcome(path);
    expect(textOf(html)).toContain('4,990 events added and 10 rows left out because of problems.');
    expect(await calendar.countEvents()).toBe(4990);
    const [counts] = await calendar.query(
      `SELECT count(*)::int AS revisions, min(action) AS first, max(action) AS last, min(person_name) AS person,
         (SELECT count(*)::int FROM occurrences) AS occurrences,
         (SELECT count(*)::int FROM events WHERE status = 'published') AS published
       FROM event_revisions`,
    );
    expect(counts).toEqual({
      revisions: 4990,
      first: 'imported',
      last: 'imported',
      person: 'Sam Example',
      occurrences: 4990,
      published: 4990,
    });
  });

  test('changes nothing when it is imported again', async () => {
    const before = await calendar.query('SELECT * FROM events ORDER BY id');
    const again = await calendar.preview(fileOf(true));
    const { html } = await calendar.get(again);
    expect(textOf(html)).toContain('4,990 rows: 4,990 events as they are already.');
    expect(textOf(html)).toContain('there is nothing to import');
    await calendar.confirm(again);
    const done = await calendar.outcome(again);
    expect(textOf(done.html)).toContain('Nothing had to be changed');
    expect(await calendar.query('SELECT * FROM events ORDER BY id')).toEqual(before);
  });
});
