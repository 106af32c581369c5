import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImporting, tableOf, textOf, type Importing } from './importing.js';

let calendar: Importing;
beforeAll(async () => {
  calendar = await startImporting();
});
afterAll(() => calendar.stop());

const csv = (...rows: readonly string[]) => ['ref,title,start,status,description', ...rows].join('\r\n');

async function importAll(file: string): Promise<string> {
  const path = await calendar.preview(file);
  await calendar.confirm(path);
  return (await calendar.outcome(path)).html;
}

describe('a confirmation', () => {
  test('pressed twice, and by two at once, writes once', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `,Pressed ${index},2099-01-01,draft,`);
    const path = await calendar.preview(csv(...rows));
    const answers = await Promise.all([1, 2, 3, 4].map(() => calendar.confirm(path)));
    expect(answers.map(({ status, location }) => [status, location])).toEqual(answers.map(() => [303, path]));
    await calendar.outcome(path);
    expect(await calendar.countEvents()).toBe(300);
    expect((await calendar.confirm(path)).status).toBe(303);
    await calendar.outcome(path);
    expect(await calendar.countEvents()).toBe(300);
  });

  test('of two files with the same new events adds them once', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `,Both ${index},2099-01-02,draft,`);
    const before = await calendar.countEvents();
    const [first, second] = await Promise.all([
      calendar.preview(csv(...rows)),
      calendar.preview(csv(...rows.toReversed())),
    ]);
    await Promise.all([calendar.confirm(first), calendar.confirm(second)]);
    const pages = await Promise.all([first, second].map((path) => calendar.outcome(path)));
    const words = pages.map(({ html }) => textOf(html));
    expect(words.filter((text) => text.includes('300 events added'))).toHaveLength(1);
    expect(words.filter((text) => text.includes('300 events left as before'))).toHaveLength(1);
    expect(await calendar.countEvents()).toBe(before + 300);
  });
});

describe('an event that the file knows', () => {
  test('is changed, with what was changed in its history', async () => {
    await importAll(csv('2099-known,Known,2099-02-01,published,Before'));
    const file = csv('2099-known,Known better,2099-02-02,published,Before');
    const path = await calendar.preview(file);
    const [row] = tableOf((await calendar.get(path)).html);
    expect(row?.[2]).toBe('Changes an event');
    expect(row?.[3]).toContain('Title: Known → Known better');
    expect(row?.[3]).toContain('When: Sunday 1 February 2099 → Monday 2 February 2099');
    await calendar.confirm(path);
    await calendar.outcome(path);
    const history = await calendar.query(
      `SELECT r.version, r.action, r.person_name, jsonb_path_query_array(r.changes, '$[*].field') AS fields
       FROM event_revisions r JOIN events e ON e.id = r.event_id WHERE e.ref = '2099-known' ORDER BY 1`,
    );
    expect(history).toEqual([
      { version: 1, action: 'imported', person_name: 'Sam Example', fields: [] },
      { version: 2, action: 'imported', person_name: 'Sam Example', fields: ['title', 'when'] },
    ]);
  });

  test('takes a status that the rules allow, and keeps what was published', async () => {
    await importAll(csv('2099-moved,Moved,2099-02-03,draft,', '2099-stays,Stays,2099-02-03,published,'));
    const file = [
      'ref,title,start,status,reason',
      '2099-moved,Moved,2099-02-03,cancelled,Flood',
      '2099-stays,Stays,2099-02-03,draft,',
    ].join('\r\n');
    const path = await calendar.preview(file);
    const rows = tableOf((await calendar.get(path)).html);
    expect(rows.map(([title, , outcome]) => [title, outcome])).toEqual([
      ['Moved', 'Changes an event'],
      ['Stays', 'Nothing to change'],
    ]);
    await calendar.confirm(path);
    await calendar.outcome(path);
    expect(
      await calendar.query(`SELECT ref, status, status_reason FROM events
        WHERE ref IN ('2099-moved', '2099-stays') ORDER BY ref`),
    ).toEqual([
      { ref: '2099-moved', status: 'cancelled', status_reason: 'Flood' },
      { ref: '2099-stays', status: 'published', status_reason: null },
    ]);
  });

  test('keeps what the file has no column for', async () => {
    await importAll(csv('2099-full,Full,2099-02-04,published,Much to say'));
    await calendar.query(`UPDATE events SET tags = '{food}', place_name = 'Hall', audience = 'public'
      WHERE ref = '2099-full'`);
    await importAll('ref,title,start\r\n2099-full,Fuller,2099-02-04');
    expect(
      await calendar.query(`SELECT title, description, tags, place_name, audience, status FROM events
        WHERE ref = '2099-full'`),
    ).toEqual([
      {
        title: 'Fuller',
        description: 'Much to say',
        tags: ['food'],
        place_name: 'Hall',
        audience: 'public',
        status: 'published',
      },
    ]);
  });

  test('stays as long as it was, and in its zone, when the file has no column for that', async () => {
    await importAll(
      [
        'ref,title,start,end,timezone',
        '2099-trip,Trip,2099-05-04,2099-05-08,Europe/Rome',
        '2099-call,Call,2099-05-04T10:00,2099-05-04T11:00,Europe/Rome',
      ].join('\n'),
    );
    await importAll('ref,title,start\n2099-trip,Longer trip,2099-05-11');
    await importAll('ref,title,start,end\n2099-call,Later call,2099-05-04T15:00,2099-05-04T16:00');
    expect(
      await calendar.query(`SELECT title, first_day::text, last_day::text, starts_at, zone FROM events
        WHERE ref IN ('2099-trip', '2099-call') ORDER BY ref`),
    ).toEqual([
      {
        title: 'Later call',
        first_day: null,
        last_day: null,
        starts_at: new Date('2099-05-04T13:00:00Z'),
        zone: 'Europe/Rome',
      },
      {
        title: 'Longer trip',
        first_day: '2099-05-11',
        last_day: '2099-05-15',
        starts_at: null,
        zone: 'Europe/Rome',
      },
    ]);
  });

  test('is left as it is when somebody changed it after the preview, and that is told', async () => {
    await importAll(csv('2099-raced,Raced,2099-02-05,draft,A', '2099-gone,Gone,2099-02-05,draft,'));
    const path = await calendar.preview(
      csv(
        '2099-raced,Raced,2099-02-05,draft,From the file',
        '2099-gone,Gone,2099-02-06,draft,',
        '2099-free,Free,2099-02-05,draft,',
      ),
    );
    await calendar.query(
      `UPDATE events SET description = 'By hand', version = version + 1 WHERE ref = '2099-raced'`,
    );
    await calendar.query(`DELETE FROM events WHERE ref = '2099-gone'`);
    await calendar.confirm(path);
    const { html } = await calendar.outcome(path);
    expect(textOf(html)).toContain(
      '1 event added and 2 events not touched, as somebody changed them meanwhile.',
    );
    const rows = tableOf((await calendar.get(`${path}?show=meanwhile`)).html);
    expect(rows.map(([title]) => title)).toEqual(['Raced', 'Gone']);
    expect(
      await calendar.query(
        `SELECT ref, description FROM events WHERE ref IN ('2099-raced', '2099-gone', '2099-free') ORDER BY 1`,
      ),
    ).toEqual([
      { ref: '2099-free', description: '' },
      { ref: '2099-raced', description: 'By hand' },
    ]);
  });
});
