import { describe, expect, it } from '@jest/globals';
import type { ImportDefaults, ImportRow } from './import-row.js';
import { readIcs } from './read-ics.js';

const defaults: ImportDefaults = {
  kind: 'meeting',
  format: 'in person',
  audience: 'members',
  zone: 'Europe/London',
  status: 'published',
};

const london = 'DTSTART;TZID=Europe/London:20260601T140000';

function calendarOf(vevents: readonly (readonly string[])[], head: readonly string[] = []): string {
  const events = vevents.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//X//Y//EN',
    ...head,
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

const plain = ['UID:a@example.org', 'SUMMARY:Officer call', london, 'DURATION:PT1H', 'LOCATION:Town Hall'];

function rowOf(lines: readonly string[], head: readonly string[] = []): ImportRow {
  const file = readIcs(calendarOf([lines], head), defaults);
  const [row] = file.rows;
  if (row === undefined) throw new Error(JSON.stringify(file));
  return row;
}

/** `plain`, with the lines of that name replaced by others. */
const withLines = (name: RegExp, ...lines: string[]) => [
  ...plain.filter((line) => !name.test(line)),
  ...lines,
];

const whenOf = (row: ImportRow) => JSON.parse(JSON.stringify(row.details?.when ?? row.problems)) as unknown;

describe('reading a calendar file', () => {
  it('gives each event as the calendar has events', () => {
    const row = rowOf([
      ...plain,
      'DESCRIPTION:Line one\\nline two\\; three\\, four \\\\ five',
      'CATEGORIES:Workshop,Housing',
      'GEO:51.4779;0',
      'ORGANIZER;CN="Team, Events":mailto:events@example.org',
      'URL:https://example.org/x',
    ]);
    expect(row).toMatchObject({
      line: 4,
      uid: 'a@example.org',
      status: 'published',
      problems: [],
      notes: [],
    });
    expect(row.details).toMatchObject({
      title: 'Officer call',
      kind: 'workshop',
      format: 'in person',
      place: { name: 'Town Hall', address: null, coordinates: { latitude: 51.4779, longitude: 0 } },
      description: 'Line one\nline two; three, four \\ five\n\nhttps://example.org/x',
      organiser: { name: 'Team, Events', email: 'events@example.org', phone: null },
      audience: 'members',
      tags: ['housing'],
      recurrence: null,
    });
  });

  it('reads any line breaks and folding, and a byte order mark', () => {
    const file = `\uFEFF${calendarOf([withLines(/^SUMMARY/u, 'SUMMARY:Offic', ' er', '\t call')])}`;
    expect(readIcs(file.replaceAll('\r\n', '\n'), defaults).rows[0]?.title).toBe('Officer call');
    expect(readIcs(file.replaceAll('\r\n', '\r'), defaults).rows[0]?.title).toBe('Officer call');
  });

  it('keeps script as the text that it is', () => {
    const title = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    expect(rowOf(withLines(/^SUMMARY/u, `SUMMARY:${title}`)).details?.title).toBe(title);
  });

  it('tells apart what is no calendar file, or has no events', () => {
    expect(readIcs('ref,title\n', defaults).problems[0]?.message).toContain('not a calendar file');
    expect(readIcs(calendarOf([]), defaults).problems[0]?.message).toContain('no events');
  });

  it('says what it does not take over', () => {
    const file = calendarOf(
      [[...plain, 'ATTENDEE:mailto:a@example.org', 'BEGIN:VALARM', 'TRIGGER:-PT5M', 'END:VALARM']],
      ['BEGIN:VTODO', 'UID:b', 'END:VTODO'],
    );
    const { rows, notes } = readIcs(file, defaults);
    expect(notes.map(({ message }) => message)).toEqual(['Only events are read; VTODO is left out.']);
    expect(rows[0]?.notes.map(({ message }) => message)).toEqual([
      'Its guests and reminders are not taken over.',
    ]);
    expect(rows[0]?.problems).toEqual([]);
  });

  it('names the line and the property of each problem, and goes on with the next event', () => {
    const file = calendarOf([
      ['UID:1', 'SUMMARY:', london, 'DTEND;TZID=Europe/London:20260601T130000'],
      ['UID:2', 'SUMMARY:No colon', london, 'DURATION:PT1H', 'rubbish'],
      plain,
    ]);
    const { rows } = readIcs(file, defaults);
    expect(rows.map(({ details }) => details !== null)).toEqual([false, false, true]);
    expect(rows[0]?.problems.map(({ line, column }) => [line, column])).toEqual([
      [6, 'SUMMARY'],
      [8, 'DTEND'],
    ]);
    expect(rows[1]?.problems).toMatchObject([{ line: 15, column: null }]);
  });

  it('notices an event that is cut off', () => {
    const text = calendarOf([plain]);
    const { rows } = readIcs(text.slice(0, text.indexOf('END:VEVENT')), defaults);
    expect(rows[0]?.problems[0]?.message).toContain('breaks off');
  });
});

describe('when an event of a calendar file is', () => {
  it.each([
    [
      'in a zone',
      [london, 'DTEND;TZID=Europe/London:20260601T150000'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T14:00:00Z',
      'Europe/London',
    ],
    [
      'in UTC, told at home',
      ['DTSTART:20260601T130000Z', 'DTEND:20260601T140000Z'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T14:00:00Z',
      'Europe/London',
    ],
    [
      'in UTC for a series',
      ['DTSTART:20260601T130000Z', 'DTEND:20260601T140000Z', 'RRULE:FREQ=DAILY;COUNT=2'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T14:00:00Z',
      'UTC',
    ],
    [
      'in Outlook’s name of a zone',
      ['DTSTART;TZID="GMT Standard Time":20260601T140000', 'DURATION:PT1H'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T14:00:00Z',
      'Europe/London',
    ],
    [
      'in Outlook’s other name of it',
      ['DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20260601T140000', 'DURATION:PT1H'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T14:00:00Z',
      'Europe/London',
    ],
    [
      'in a zone at the end of a path',
      ['DTSTART;TZID=/example.org/20210101_1/Europe/Rome:20260601T140000', 'DURATION:PT1H'],
      '2026-06-01T12:00:00Z',
      '2026-06-01T13:00:00Z',
      'Europe/Rome',
    ],
    [
      'ending in another zone',
      [london, 'DTEND;TZID=Europe/Rome:20260601T170000'],
      '2026-06-01T13:00:00Z',
      '2026-06-01T15:00:00Z',
      'Europe/London',
    ],
    [
      'days long over a clock change',
      ['DTSTART;TZID=Europe/London:20260328T120000', 'DURATION:P1D'],
      '2026-03-28T12:00:00Z',
      '2026-03-29T11:00:00Z',
      'Europe/London',
    ],
    [
      'with seconds',
      ['DTSTART;TZID=Europe/London:20260601T000000', 'DTEND;TZID=Europe/London:20260601T235959'],
      '2026-05-31T23:00:00Z',
      '2026-06-01T22:59:00Z',
      'Europe/London',
    ],
  ])('is read %s', (_name, lines, start, end, zone) => {
    expect(whenOf(rowOf(withLines(/^D(?:TSTART|URATION)/u, ...lines)))).toEqual({
      type: 'timed',
      start,
      end,
      zone,
    });
  });

  it.each([
    ['a day', ['DTSTART;VALUE=DATE:20260601', 'DTEND;VALUE=DATE:20260602'], '2026-06-01'],
    ['a day without an end', ['DTSTART;VALUE=DATE:20260601'], '2026-06-01'],
    [
      'a day that ends as it starts',
      ['DTSTART;VALUE=DATE:20260601', 'DTEND;VALUE=DATE:20260601'],
      '2026-06-01',
    ],
    ['a date that does not say it is one', ['DTSTART:20260601', 'DTEND:20260604'], '2026-06-03'],
    ['days by their number', ['DTSTART;VALUE=DATE:20260601', 'DURATION:P3D'], '2026-06-03'],
  ])('is read as %s', (_name, lines, last) => {
    const when = whenOf(rowOf(withLines(/^D(?:TSTART|URATION)/u, ...lines)));
    expect(when).toEqual({ type: 'all-day', first: '2026-06-01', last, zone: 'Europe/London' });
  });

  it('is a deadline without an end', () => {
    const row = rowOf(withLines(/^DURATION/u));
    expect(row.details).toMatchObject({ kind: 'deadline' });
    expect(row.notes[0]).toMatchObject({ line: 7, column: 'DTSTART' });
  });

  it('is in the calendar’s zone where it has none, with a note; else it is refused', () => {
    const floating = withLines(/^DTSTART/u, 'DTSTART:20260601T140000');
    const row = rowOf(floating, ['X-WR-TIMEZONE:Europe/Rome']);
    expect(whenOf(row)).toMatchObject({ start: '2026-06-01T12:00:00Z', zone: 'Europe/Rome' });
    expect(row.notes[0]?.message).toContain('Europe/Rome');
    expect(rowOf(floating).problems).toMatchObject([{ line: 9, column: 'DTSTART' }]);
  });

  it.each([
    ['a zone that nobody knows', 'DTSTART;TZID=Atlantis:20260601T140000', 'Atlantis'],
    [
      'a date that does not exist',
      'DTSTART;TZID=Europe/London:20260230T140000',
      '30 February 2026 does not exist',
    ],
    [
      'a time that the clocks jump over',
      'DTSTART;TZID=Europe/London:20260329T013000',
      'does not exist in London',
    ],
    ['rubbish', 'DTSTART:next Tuesday', 'cannot be read'],
  ])('is refused for %s', (_name, line, said) => {
    expect(rowOf(withLines(/^DTSTART/u, line)).problems[0]?.message).toContain(said);
  });

  it('is refused without a start', () => {
    expect(rowOf(withLines(/^DTSTART/u)).problems[0]?.message).toContain('no start');
  });
});

describe('how an event of a calendar file stands, and who may see it', () => {
  it.each([
    [['STATUS:CANCELLED'], [], 'cancelled'],
    [[], ['METHOD:CANCEL'], 'cancelled'],
    [['STATUS:TENTATIVE'], [], 'published'],
  ])('%s %s', (lines, head, status) => {
    expect(rowOf([...plain, ...lines], head)).toMatchObject({ status, title: 'Officer call' });
  });

  it('is read from the title where programs write it there', () => {
    const row = rowOf(
      withLines(/^SUMMARY/u, 'SUMMARY:POSTPONED: Officer call', 'DESCRIPTION:Postponed: Snow\\n\\nMore'),
    );
    expect(row).toMatchObject({ status: 'postponed', statusReason: 'Snow', title: 'Officer call' });
  });

  it('is never wider than it was', () => {
    expect(rowOf([...plain, 'CLASS:PUBLIC']).details?.audience).toBe('members');
    const row = rowOf([...plain, 'CLASS:PRIVATE']);
    expect(row.details?.audience).toBe('invited');
    expect(row.notes[0]).toMatchObject({ column: 'CLASS' });
  });

  it.each([
    ['LOCATION:https://meet.example/1', null, 'online'],
    ['LOCATION:Online', null, 'online'],
    [
      'LOCATION:Hall\\nHigh Street\\nRochdale',
      { name: 'Hall', address: 'High Street\nRochdale' },
      'in person',
    ],
  ])('%s', (line, place, format) => {
    const { details } = rowOf(withLines(/^LOCATION/u, line));
    expect(details?.format).toBe(format);
    expect(details?.place ?? null).toEqual(place === null ? null : expect.objectContaining(place));
  });

  it('keeps the link of a call for those whom the event is for, members at the widest', () => {
    const line = 'X-GOOGLE-CONFERENCE:https://meet.example/1';
    const { rows } = readIcs(calendarOf([[...plain, line]]), { ...defaults, audience: 'public' });
    expect(rows[0]?.details).toMatchObject({
      format: 'hybrid',
      joining: { url: 'https://meet.example/1', shownTo: 'members' },
    });
  });

  it('does without a contact or categories that cannot be kept', () => {
    const row = rowOf([...plain, 'ORGANIZER;CN=Team:invalid:nomail', `CATEGORIES:ok,${'x'.repeat(60)}`]);
    expect(row.details).toMatchObject({ organiser: { name: 'Team', email: null }, tags: ['ok'] });
    expect(row.notes.map(({ column }) => column)).toEqual(['ORGANIZER', 'CATEGORIES']);
  });
});

describe('a series of a calendar file', () => {
  const weekly = [...plain, 'RRULE:FREQ=WEEKLY;COUNT=4'];
  const recurrenceOf = (vevents: readonly (readonly string[])[]) => {
    const { rows } = readIcs(calendarOf(vevents), defaults);
    return { row: rows[0], rows, recurrence: rows[0]?.details?.recurrence };
  };

  it('has removed, moved and cancelled occurrences', () => {
    const override = (id: string, ...lines: string[]) => [
      'UID:a@example.org',
      `RECURRENCE-ID;TZID=Europe/London:${id}`,
      'LOCATION:Town Hall',
      ...lines,
    ];
    const { recurrence, rows, row } = recurrenceOf([
      [...weekly, 'EXDATE;TZID=Europe/London:20260608T140000'],
      override('20260615T140000', 'SUMMARY:Moved', 'DTSTART:20260616T140000Z', 'DURATION:PT1H'),
      override(
        '20260622T140000',
        'SUMMARY:Officer call',
        'STATUS:CANCELLED',
        'DTSTART;TZID=Europe/London:20260622T140000',
        'DURATION:PT1H',
      ),
    ]);
    expect(row?.problems).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(recurrence?.rule).toBe('FREQ=WEEKLY;COUNT=4');
    expect(recurrence?.exceptions).toMatchObject([
      { original: '2026-06-08T14:00', type: 'removed' },
      { original: '2026-06-15T14:00', type: 'changed', change: { title: 'Moved' } },
      { original: '2026-06-22T14:00', type: 'changed' },
    ]);
    const [, moved, off] = recurrence?.exceptions ?? [];
    expect(moved?.type === 'changed' && Object.keys(moved.change).toSorted()).toEqual(['title', 'when']);
    expect(off?.type === 'changed' && Object.keys(off.change)).toEqual(['cancelled']);
  });

  it.each([
    'EXDATE:20260608T130000Z',
    'EXDATE;VALUE=DATE:20260608',
    'EXDATE;TZID=Europe/Rome:20260608T150000',
  ])('understands %s', (line) => {
    expect(recurrenceOf([[...weekly, line]]).recurrence?.exceptions).toEqual([
      { original: '2026-06-08T14:00', type: 'removed' },
    ]);
  });

  it('leaves out exceptions to what it does not have, with a note', () => {
    const { row, recurrence } = recurrenceOf([[...weekly, 'EXDATE;TZID=Europe/London:20260609T140000']]);
    expect(recurrence?.exceptions).toEqual([]);
    expect(row?.notes[0]).toMatchObject({ line: 11, column: 'EXDATE' });
  });

  it('leaves out exceptions on dates that do not exist', () => {
    const { row } = recurrenceOf([[...weekly, 'EXDATE;TZID=Europe/London:20260230T140000']]);
    expect(row?.details).not.toBeNull();
    expect(row?.notes[0]).toMatchObject({ column: 'EXDATE' });
  });

  it.each([
    ['RRULE:FREQ=WEEKLY', 'RRULE'],
    ['RRULE:FREQ=HOURLY;COUNT=2', 'RRULE'],
    ['RRULE:FREQ=YEARLY;COUNT=50', 'RRULE'],
    ['RDATE:20260602T130000Z', 'RDATE'],
  ])('is refused with %s', (line, column) => {
    expect(rowOf([...plain, line]).problems).toMatchObject([{ line: 10, column }]);
  });

  it('may be without its series: then each occurrence is an event', () => {
    const { rows } = recurrenceOf([[...plain, 'RECURRENCE-ID;TZID=Europe/London:20260601T140000']]);
    expect(rows[0]).toMatchObject({ uid: 'a@example.org/20260601T140000', problems: [] });
    expect(rows[0]?.notes[0]?.column).toBe('RECURRENCE-ID');
  });
});

describe('what an event of a calendar file is called', () => {
  it('stays the same from one reading to the next', () => {
    expect(rowOf(withLines(/^UID/u)).uid).toBe(rowOf(withLines(/^UID/u)).uid);
    expect(rowOf(withLines(/^UID/u, 'UID:Gŵyl')).uid).toMatch(/^import-[0-9a-f]{32}$/u);
    expect(rowOf(withLines(/^UID/u, 'UID:Gŵyl')).uid).not.toBe(rowOf(withLines(/^UID/u, 'UID:Gwyl')).uid);
  });

  it('is given once: of two versions the later counts', () => {
    const { rows } = readIcs(
      calendarOf([[...plain, 'SEQUENCE:2'], withLines(/^SUMMARY/u, 'SUMMARY:Older', 'SEQUENCE:1')]),
      defaults,
    );
    expect(rows.map(({ title }) => title)).toEqual(['Officer call']);
    expect(rows[0]?.notes[0]?.message).toContain('twice');
  });
});
