import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDue } from '../../run-due.js';
import { startImporting, tableOf, textOf, type Importing } from './importing.js';

let calendar: Importing;
beforeAll(async () => {
  calendar = await startImporting();
});
afterAll(() => calendar.stop());

const titles = async () =>
  (await calendar.query<{ title: string }>('SELECT title FROM events ORDER BY title')).map(
    ({ title }) => title,
  );

async function importAll(file: string | Uint8Array, fields: Record<string, string> = {}): Promise<string> {
  const path = await calendar.preview(file, fields);
  await calendar.confirm(path);
  const { html } = await calendar.outcome(path);
  return textOf(html);
}

describe('the encoding of a file', () => {
  const csv = 'title,start\r\nCafé at the Bodleian – £5, “Cymru’s” evening,2099-05-01\r\n';
  const title = 'Café at the Bodleian – £5';

  test('Windows-1252 is recognised, told, and converted', async () => {
    const special: Record<string, number> = { '–': 0x96, '’': 0x92, '“': 0x93, '”': 0x94 };
    const text = 'title,start\r\n"Café – £5, “Cymru’s” evening",2099-05-01\r\n';
    const bytes = Uint8Array.from(text, (letter) => special[letter] ?? letter.codePointAt(0) ?? 0);
    const { html } = await calendar.get(await calendar.preview(bytes));
    expect(textOf(html)).toContain('It was read as Windows-1252');
    expect(tableOf(html)[0]?.[0]).toBe('Café – £5, “Cymru’s” evening');
    await importAll(bytes);
    expect(await titles()).toContain('Café – £5, “Cymru’s” evening');
  });

  test.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16, as Excel saves it', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
  ])('%s is read without a word', async (_, bytes) => {
    const { html } = await calendar.get(await calendar.preview(bytes));
    expect(tableOf(html)[0]?.[0]).toBe(title);
    expect(textOf(html)).not.toContain('Windows-1252');
  });
});

describe('a file that is none of ours', () => {
  test.each([
    ['nothing at all', '', 'The file is empty'],
    ['NUL in the middle', 'title,start\r\nA\0B,2099-01-01', 'This is not a text file'],
    ['an Excel workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0]), 'Save it as “CSV UTF-8”'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'not a text file'],
    ['another table', 'name,price\r\nTea,3', 'There is no column called title'],
    ['an open quotation mark', 'title,start\r\n"A,2099-01-01\r\n', 'quotation mark'],
    ['a calendar without events', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'There are no events'],
  ])('%s is refused on the form, with a reason', async (_, file, reason) => {
    const [before] = await calendar.query('SELECT count(*) FROM imports');
    const answer = await calendar.upload(file);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<title>Error: ');
    expect(textOf(answer.html)).toContain(reason);
    expect(await calendar.query('SELECT count(*) FROM imports')).toEqual([before]);
  });

  test('no file is asked for', async () => {
    const body = new FormData();
    body.set('file', new Blob([]), '');
    const response = await fetch(`${calendar.url}/calendar/manage/import`, {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin', ...(await calendar.headers()) },
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Choose a CSV file or a calendar file (.ics).');
  });

  test('a form of another kind is refused', async () => {
    const response = await fetch(`${calendar.url}/calendar/manage/import`, {
      method: 'POST',
      body: new URLSearchParams({ file: 'title,start' }),
      headers: { 'sec-fetch-site': 'same-origin', ...(await calendar.headers()) },
    });
    expect(response.status).toBe(415);
  });
});

describe('script in a file', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';

  test.each([
    [
      'CSV',
      `title,start,audience,status,place,description,kind\r\n"A${script}",2099-06-01,public,published,"${script}","${script} [x](javascript:alert(3))",meeting\r\nB,2099-06-01,"${script}",,,,\r\n`,
    ],
    [
      '.ics',
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:script@example.org',
        'DTSTAMP:20990101T000000Z',
        'DTSTART;VALUE=DATE:20990602',
        `SUMMARY:C${script}`,
        `LOCATION:${script}`,
        `DESCRIPTION:${script} <a href="javascript:alert(3)">x</a>`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ],
  ])('stays text, on the preview and on the page that everybody sees: %s', async (_, file) => {
    const fields = { audience: 'public', status: 'published' };
    const path = await calendar.preview(file, fields);
    const preview = await calendar.get(path);
    expect(preview.html).toContain('&lt;script');
    await calendar.confirm(path, true);
    const { html } = await calendar.outcome(path);
    const [event] = await calendar.query<{ ref: string }>(
      `SELECT ref FROM events WHERE title LIKE '%<script>%' ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    const response = await fetch(`${calendar.url}/calendar/events/${event?.ref}`);
    const shown = await response.text();
    expect(response.status).toBe(200);
    expect(shown).toContain('&lt;script');
    for (const page of [preview.html, html, shown]) {
      expect(page.replaceAll(/<script type="application\/ld\+json">.*?<\/script>/gs, '')).not.toMatch(
        /<script>|<img|href="javascript/i,
      );
    }
  });
});

describe('who may import', () => {
  test.each([
    ['a visitor', { id: 'v', roles: ['visitor'] as const }],
    ['a person', { id: 'p', roles: ['person'] as const }],
    ['a board member', { id: 'b', roles: ['person', 'board'] as const, boards: ['x'] }],
  ])('%s may not, nor look at what others import', async (_, person) => {
    const path = await calendar.preview('title,start\r\nSecret draft,2099-07-01');
    for (const page of ['/calendar/manage/import', path, `${path}/progress`, '/calendar/manage/export.csv']) {
      const answer = await calendar.get(page, person);
      expect(answer.status).toBe(403);
      expect(answer.html).not.toContain('Secret draft');
    }
    expect((await calendar.upload('title,start\r\nA,2099-07-01', { person })).status).toBe(403);
    expect((await calendar.confirm(path, false, person)).status).toBe(403);
    expect(await titles()).not.toContain('Secret draft');
  });

  test('a colleague sees an import and may confirm it', async () => {
    const path = await calendar.preview('title,start\r\nShared work,2099-07-02');
    const colleague = { id: 'kim', name: 'Kim Example', roles: ['person', 'staff'] as const };
    expect((await calendar.get(path, colleague)).html).toContain('Shared work');
    await calendar.confirm(path, false, colleague);
    await calendar.outcome(path);
    expect(
      await calendar.query(`SELECT person_name FROM event_revisions r JOIN events e ON e.id = r.event_id
        WHERE e.title = 'Shared work'`),
    ).toEqual([{ person_name: 'Kim Example' }]);
  });

  test('a confirmation from another site is refused', async () => {
    const path = await calendar.preview('title,start\r\nForged,2099-07-03');
    const response = await fetch(`${calendar.url}${path}/confirm`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', ...(await calendar.headers()) },
    });
    expect(response.status).toBe(403);
    expect(await titles()).not.toContain('Forged');
  });

  test.each(['nothing', '01a20100-0000-7000-8000-000000000000'])('no import at %s', async (id) => {
    expect((await calendar.get(`/calendar/manage/imports/${id}`)).status).toBe(404);
  });
});

test('what a file said is deleted after a week', async () => {
  const path = await calendar.preview('title,start\r\nOld,2099-07-04');
  const id = path.split('/').at(-1);
  await calendar.query(`UPDATE imports SET created_at = now() - interval '7 days 1 minute' WHERE id = $1`, [
    id,
  ]);
  const newer = await calendar.preview('title,start\r\nNewer,2099-07-04');
  await runDue(calendar.system, 'events-calendar', 'delete-old-imports');
  expect((await calendar.get(path)).status).toBe(404);
  expect((await calendar.get(newer)).status).toBe(200);
  expect(await calendar.query('SELECT 1 FROM import_rows WHERE import_id = $1', [id])).toEqual([]);
});

test('the example file is what it says: importable as it is', async () => {
  const example = await calendar.get('/calendar/manage/import/example.csv');
  expect(example.headers.get('content-disposition')).toContain('attachment');
  const words = textOf((await calendar.get(await calendar.preview(example.html))).html);
  expect(words).toContain('4 rows: 4 new events.');
});
