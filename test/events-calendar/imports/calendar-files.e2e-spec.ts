import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startImporting, tableOf, textOf, type Importing } from './importing.js';

let calendar: Importing;
beforeAll(async () => {
  calendar = await startImporting();
});
afterAll(() => calendar.stop());

const file = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** As Outlook writes it: its own names of zones, a moved date and a removed one. */
const outlook = file(
  'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
  'METHOD:PUBLISH',
  'BEGIN:VTIMEZONE',
  'TZID:GMT Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16011028T020000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:-0000',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010325T010000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'TZOFFSETFROM:-0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
  'BEGIN:VEVENT',
  'CLASS:PUBLIC',
  'UID:040000008200E00074C5B7101A82E008',
  'DTSTAMP:20981201T100000Z',
  'DTSTART;TZID="GMT Standard Time":20990302T100000',
  'DTEND;TZID="GMT Standard Time":20990302T110000',
  'RRULE:FREQ=WEEKLY;COUNT=6;BYDAY=MO',
  'EXDATE;TZID="GMT Standard Time":20990316T100000',
  'SUMMARY;LANGUAGE=en-gb:Officer call',
  'LOCATION:Microsoft Teams Meeting',
  'DESCRIPTION:News from the councils\\, and dates.\\n',
  'SEQUENCE:2',
  'TRANSP:OPAQUE',
  'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
  'BEGIN:VALARM',
  'TRIGGER:-PT15M',
  'ACTION:DISPLAY',
  'DESCRIPTION:Reminder',
  'END:VALARM',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:040000008200E00074C5B7101A82E008',
  'DTSTAMP:20981201T100000Z',
  'RECURRENCE-ID;TZID="GMT Standard Time":20990330T100000',
  'DTSTART;TZID="GMT Standard Time":20990331T140000',
  'DTEND;TZID="GMT Standard Time":20990331T150000',
  'SUMMARY:Officer call, moved',
  'LOCATION:Microsoft Teams Meeting',
  'DESCRIPTION:News from the councils\\, and dates.\\n',
  'END:VEVENT',
);

/** As Google writes it. */
const google = file(
  'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
  'CALSCALE:GREGORIAN',
  'X-WR-CALNAME:Network',
  'X-WR-TIMEZONE:Europe/London',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20990601',
  'DTEND;VALUE=DATE:20990603',
  'DTSTAMP:20981201T100000Z',
  'UID:5abc@google.com',
  'SUMMARY:Summer school 🌻 Ŵyl',
  'LOCATION:Town Hall\\, Rochdale',
  'STATUS:CONFIRMED',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;TZID=Europe/London:20990701T180000',
  'DTEND;TZID=Europe/London:20990701T190000',
  'DTSTAMP:20981201T100000Z',
  'UID:6def@google.com',
  'SUMMARY:Launch that is off',
  'STATUS:CANCELLED',
  'END:VEVENT',
);

const startsOf = async (uid: string) => {
  const rows = await calendar.query<{ starts: Date }>(
    `SELECT o.starts FROM occurrences o JOIN events e ON e.id = o.event_id WHERE e.uid = $1 ORDER BY 1`,
    [uid],
  );
  return rows.map(({ starts }) => starts.toISOString());
};

describe('a calendar file from Outlook', () => {
  test('is read with its rule, its removed date and its moved date', async () => {
    const path = await calendar.preview(outlook, {
      audience: 'public',
      status: 'published',
      format: 'online',
    });
    const [row] = tableOf((await calendar.get(path)).html);
    expect(row?.slice(0, 3)).toEqual(['Officer call', '20', 'New event']);
    await calendar.confirm(path);
    await calendar.outcome(path);
    expect(await startsOf('040000008200E00074C5B7101A82E008')).toEqual([
      '2099-03-02T10:00:00.000Z',
      '2099-03-09T10:00:00.000Z',
      '2099-03-23T10:00:00.000Z',
      '2099-03-31T13:00:00.000Z',
      '2099-04-06T09:00:00.000Z',
    ]);
  });

  test('changes nothing the second time, whatever staff have said of it since', async () => {
    await calendar.query(
      `UPDATE events SET kind = 'workshop', audience = 'members', tags = '{}' WHERE uid LIKE '04000%'`,
    );
    const path = await calendar.preview(outlook, { audience: 'public', kind: 'launch' });
    expect(textOf((await calendar.get(path)).html)).toContain('1 row: 1 event as it is already.');
  });

  test('changes exactly what became different', async () => {
    const later = outlook.replace('20990302T110000', '20990302T113000').replace('SEQUENCE:2', 'SEQUENCE:3');
    const [before] = await calendar.query(`SELECT * FROM events WHERE uid LIKE '04000%'`);
    const path = await calendar.preview(later);
    const [row] = tableOf((await calendar.get(path)).html);
    expect(row?.[2]).toBe('Changes an event');
    expect(row?.[3]).toMatch(/^When: .*10am to 11am → .*10am to 11.30am/);
    await calendar.confirm(path);
    expect(textOf((await calendar.outcome(path)).html)).toContain('1 event changed.');
    const [after] = await calendar.query(`SELECT * FROM events WHERE uid LIKE '04000%'`);
    expect(after).toMatchObject({
      ...before,
      ends_at: new Date('2099-03-02T11:30:00Z'),
      version: 2,
      sequence: 1,
      changed_at: expect.any(Date),
    });
  });
});

describe('a calendar file from Google', () => {
  test('is read with whole days, emoji and what is cancelled', async () => {
    const path = await calendar.preview(google, { status: 'published' });
    await calendar.confirm(path);
    await calendar.outcome(path);
    expect(
      await calendar.query(
        `SELECT ref, title, first_day::text, last_day::text, place_name, status, status_reason FROM events
         WHERE uid LIKE '%@google.com' ORDER BY uid`,
      ),
    ).toEqual([
      {
        ref: '2099-summer-school-wyl',
        title: 'Summer school 🌻 Ŵyl',
        first_day: '2099-06-01',
        last_day: '2099-06-02',
        place_name: 'Town Hall, Rochdale',
        status: 'published',
        status_reason: null,
      },
      expect.objectContaining({ status: 'cancelled', status_reason: expect.stringContaining('cancelled') }),
    ]);
  });

  test('does not reinstate what staff have cancelled since', async () => {
    await calendar.query(
      `UPDATE events SET status = 'cancelled', status_reason = 'Flood' WHERE uid = '5abc@google.com'`,
    );
    const path = await calendar.preview(google, { status: 'published' });
    expect(textOf((await calendar.get(path)).html)).toContain('2 rows: 2 events as they are already.');
  });
});
