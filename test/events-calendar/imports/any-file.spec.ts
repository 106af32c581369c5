import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  ImportDefaults,
  ImportFile,
} from '../../../apps/events-calendar/src/imports/domain/import-row.js';
import { csvColumns } from '../../../apps/events-calendar/src/imports/domain/csv-columns.js';
import { readCsv } from '../../../apps/events-calendar/src/imports/domain/read-csv.js';
import { readIcs } from '../../../apps/events-calendar/src/imports/domain/read-ics.js';
import { feedOf } from '../ical/reading.js';
import { randomEvents } from '../ical/random-events.js';

const defaults: ImportDefaults = {
  kind: 'meeting',
  format: 'in person',
  audience: 'public',
  zone: 'Europe/London',
  status: 'published',
};

/** Every row has either details or problems, and every problem a sentence. */
function expectSense({ rows, problems }: ImportFile): void {
  for (const row of rows) expect(row.details === null).toBe(row.problems.length > 0);
  expect(rows.length > 0 || problems.length > 0).toBe(true);
  const said = [...problems, ...rows.flatMap((row) => row.problems)].map(({ message }) => message);
  expect(said.filter((message) => !/^[\p{Lu}“\d].*[.?]$/su.test(message))).toEqual([]);
}

const dates = [
  '20260105',
  '20260230',
  '20260105T140000',
  '20260329T013000',
  '20260105T140000Z',
  '99999999',
  '',
  'x',
];
const parameters = [
  '',
  ';VALUE=DATE',
  ';TZID=Europe/London',
  ';TZID=GMT Standard Time',
  ';TZID=Nowhere',
  ';TZID="',
];
const values: Record<string, readonly string[]> = {
  DTSTART: dates,
  DTEND: dates,
  EXDATE: [...dates, dates.join(',')],
  RDATE: dates,
  'RECURRENCE-ID': dates,
  DURATION: ['PT1H', 'P1D', '-PT1H', 'P', 'PT99999999999H', 'x'],
  RRULE: ['FREQ=WEEKLY;COUNT=5', 'FREQ=DAILY', 'FREQ=SECONDLY;COUNT=3', 'COUNT=1', 'FREQ=DAILY;UNTIL=x', ''],
  SUMMARY: ['Call', '', 'CANCELLED: Call', '<script>', '\\', 'a\u0000b', '\ud800'],
  UID: ['a', 'b', '', 'ŵ', 'a b'],
  LOCATION: ['Hall', 'https://x.example/', 'Online', '\\n\\n', ','],
  GEO: ['51;0', '1e400;x', ';', '91;181', ''],
  CATEGORIES: ['Workshop,A', ',,', ''],
  STATUS: ['CANCELLED', 'x'],
  CLASS: ['PRIVATE', 'x'],
  ORGANIZER: ['mailto:a@b.example', 'x', ''],
  URL: ['https://x.example/', 'x'],
  SEQUENCE: ['1', 'x'],
};

const lines = fc.constantFrom(...Object.keys(values)).chain((name) =>
  fc
    .record({
      parameter: fc.constantFrom(...parameters),
      value: fc.constantFrom(...(values[name] ?? [''])),
    })
    .map(({ parameter, value }) => `${name}${parameter}:${value}`),
);

/** What an event falls back on where the lines before say nothing: the first of a name counts. */
const sound = [
  'SUMMARY:Call',
  'DTSTART;TZID=Europe/London:20260105T140000',
  'DURATION:PT1H',
  'UID:c',
  'RRULE:FREQ=WEEKLY;COUNT=5',
];

describe('any file', () => {
  it('of lines that may stand in a calendar is read or refused', () => {
    const vevent = fc
      .array(lines, { maxLength: 12 })
      .map((inner) => ['BEGIN:VEVENT', ...inner, ...sound, 'END:VEVENT'].join('\n'));
    fc.assert(
      fc.property(fc.array(vevent, { minLength: 1, maxLength: 4 }), (vevents) => {
        expectSense(readIcs(['BEGIN:VCALENDAR', ...vevents, 'END:VCALENDAR'].join('\n'), defaults));
      }),
      { numRuns: 1000, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('that was a calendar before something was cut out of it is read or refused', () => {
    fc.assert(
      fc.property(
        fc.array(randomEvents, { minLength: 1, maxLength: 2 }),
        fc.nat(),
        fc.nat(200),
        (events, at, length) => {
          const feed = feedOf(events);
          const from = at % feed.length;
          expectSense(readIcs(feed.slice(0, from) + feed.slice(from + length), defaults));
        },
      ),
      { numRuns: 200, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('of cells is read or refused', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        ...dates,
        ...Object.values(values).flat(),
        '2026-06-01',
        '2026-06-01T14:00',
        'yes',
        '"',
        '[{}]',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
    const row = fc
      .array(fc.oneof(cell, quoted), { maxLength: csvColumns.length + 1 })
      .map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        expectSense(readCsv([csvColumns.join(','), ...rows].join('\n'), defaults));
      }),
      { numRuns: 1000, interruptAfterTimeLimit: 20_000 },
    );
  });
});
