import { describe, expect, it } from '@jest/globals';
import { strictCheck } from './strict-check.js';

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:STANDARD',
  'DTSTART:19701025T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const series = [
  'BEGIN:VEVENT',
  'UID:a@example.org',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/London:20260105T140000',
  'DTEND;TZID=Europe/London:20260105T150000',
  'RRULE:FREQ=WEEKLY;UNTIL=20260331T130000Z',
  'EXDATE;TZID=Europe/London:20260112T140000',
  'SUMMARY;LANGUAGE="en":Officers’ call\\, every week\\; a title to be',
  '  folded once\\nand goes on',
  'GEO:51.4779;0.0',
  'URL;VALUE=URI:https://example.org/events/a',
  'X-ANYTHING:text',
  'END:VEVENT',
];
const moved = [
  'BEGIN:VEVENT',
  'UID:a@example.org',
  'RECURRENCE-ID;TZID=Europe/London:20260119T140000',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;TZID=Europe/London:20260120T140000',
  'DTEND;TZID=Europe/London:20260120T150000',
  'END:VEVENT',
];
const allDay = [
  'BEGIN:VEVENT',
  'UID:b@example.org',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20260105',
  'DTEND;VALUE=DATE:20260106',
  'RRULE:FREQ=DAILY;COUNT=2',
  'END:VEVENT',
];
const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Test//EN'];
const sound = [...head, ...zone, ...series, ...moved, ...allDay, 'END:VCALENDAR', ''].join('\r\n');

const rulesOf = (calendar: string | Uint8Array) => strictCheck(calendar).map(({ rule }) => rule);

function broken(from: string, to: string): string {
  const calendar = sound.replace(from, to);
  if (calendar === sound) throw new Error(`“${from}” is not in the calendar.`);
  return calendar;
}

describe('the strict check', () => {
  it('lets several events be published, but to nobody in particular', () => {
    const published = broken('VERSION:2.0', 'VERSION:2.0\r\nMETHOD:PUBLISH');
    expect(strictCheck(published)).toEqual([]);
    const addressed = published.replace('X-ANYTHING:text', 'ATTENDEE:mailto:a@example.org');
    expect(rulesOf(addressed)).toEqual(['method-attendee']);
  });

  it('finds nothing wrong with a sound calendar', () => {
    expect(strictCheck(sound)).toEqual([]);
  });

  it.each([
    ['last-line', 'END:VCALENDAR\r\n', 'END:VCALENDAR'],
    ['byte-order-mark', 'BEGIN:VCALENDAR', '\uFEFFBEGIN:VCALENDAR'],
    ['line-end', 'VERSION:2.0\r\n', 'VERSION:2.0\n'],
    ['line-length', 'UID:a@', `X-LONG:${'ŵ'.repeat(35)}\r\nUID:a@`],
    ['empty-line', 'VERSION:2.0\r\n', 'VERSION:2.0\r\n\r\n'],
    ['folding', 'BEGIN:VCALENDAR', ' BEGIN:VCALENDAR'],
    ['folding', '  folded once', ' \r\n  folded once'],
    ['control', 'X-ANYTHING:text', 'X-ANYTHING:te\u0007xt'],
    ['control', 'X-ANYTHING:text', 'X-ANYTHING:te\u0085xt'],
    ['grammar', 'X-ANYTHING:text', 'X-ANYTHING'],
    ['grammar', 'X-ANYTHING:text', 'X ANYTHING:text'],
    ['grammar', 'LANGUAGE="en"', 'LANGUAGE="en'],
    ['grammar', 'LANGUAGE="en"', 'LANGUAGE=en;LANGUAGE=cy'],
    ['one-calendar', 'END:VCALENDAR\r\n', 'END:VCALENDAR\r\nBEGIN:VCALENDAR\r\n'],
    ['nesting', 'END:STANDARD', 'END:DAYLIGHT'],
    ['nesting', 'END:VCALENDAR\r\n', ''],
    ['nesting', 'BEGIN:STANDARD', 'BEGIN:VEVENT'],
    ['nesting', 'BEGIN:VCALENDAR', 'VERSION:2.0\r\nBEGIN:VCALENDAR'],
    ['order', 'END:VCALENDAR', 'X-WR-CALNAME:late\r\nEND:VCALENDAR'],
    ['unknown-property', 'X-ANYTHING', 'ANYTHING'],
    ['required', 'DTSTAMP:20260101T000000Z\r\n', ''],
    ['required', 'UID:b@example.org\r\n', ''],
    ['required', 'PRODID:-//Example//Test//EN\r\n', ''],
    ['required', 'TZOFFSETTO:+0000\r\n', ''],
    ['cardinality', 'UID:b@example.org', 'UID:b@example.org\r\nUID:c@example.org'],
    ['value-parameter', 'X-ANYTHING:text', 'CONFERENCE:https://example.org/'],
    ['parameter', 'GEO:', 'GEO;TZID=Europe/London:'],
    ['value', 'VERSION:2.0', 'VERSION:3.0'],
    ['value', 'call\\,', 'call,'],
    ['value', 'week\\;', 'week;'],
    ['value', 'once\\n', 'once\\x'],
    ['value', '51.4779;0.0', '51.4779\\;0.0'],
    ['value', '51.4779;0.0', '91.4779;0.0'],
    ['value', 'https://example.org/events/a', 'example.org/events/a'],
    ['value', 'https://example.org/events/a', 'https://example.org/a\\,b'],
    ['value', 'DATE:20260105', 'DATE:20260229'],
    ['value', '20260105T140000', '20260105T240000'],
    ['value', 'DTSTAMP:20260101T000000Z', 'DTSTAMP:20260101T000000'],
    ['value', 'TZOFFSETTO:+0000', 'TZOFFSETTO:-0000'],
    ['value', 'FREQ=DAILY;COUNT=2', 'COUNT=2'],
    ['value', 'FREQ=DAILY;COUNT=2', 'FREQ=DAILY;COUNT=2;UNTIL=20260107'],
    ['value', 'FREQ=DAILY;COUNT=2', 'FREQ=DAILY;COUNT=2;BYDAY=XX'],
    ['value', 'X-ANYTHING:text', 'STATUS:POSTPONED'],
    ['floating', 'DTSTART;TZID=Europe/London:20260120', 'DTSTART:20260120'],
    ['zoned-utc', '20260120T140000', '20260120T140000Z'],
    ['zoned-date', 'VALUE=DATE:20260105', 'VALUE=DATE;TZID=Europe/London:20260105'],
    ['zone-missing', 'DTSTART;TZID=Europe/London:20260120', 'DTSTART;TZID=Europe/Rome:20260120'],
    ['zone-twice', 'END:VTIMEZONE', ['END:VTIMEZONE', ...zone].join('\r\n')],
    [
      'zone-unused',
      'END:VTIMEZONE',
      ['END:VTIMEZONE', ...zone].join('\r\n').replace(/London(?!.*London)/su, 'Rome'),
    ],
    ['zone-empty', zone.slice(2, 8).join('\r\n') + '\r\n', ''],
    ['duplicate-uid', 'UID:b@example.org', 'UID:a@example.org'],
    ['method-uids', 'VERSION:2.0', 'VERSION:2.0\r\nMETHOD:REQUEST'],
    ['method-uids', 'VERSION:2.0', 'VERSION:2.0\r\nMETHOD:CANCEL'],
    ['end-and-duration', 'DTEND;VALUE=DATE:20260106', 'DTEND;VALUE=DATE:20260106\r\nDURATION:P1D'],
    ['end-type', 'DTEND;VALUE=DATE:20260106', 'DTEND:20260106T000000Z'],
    ['end-order', 'DTEND;VALUE=DATE:20260106', 'DTEND;VALUE=DATE:20260105'],
    ['end-order', '20260120T150000', '20260120T130000'],
    ['until', 'UNTIL=20260331T130000Z', 'UNTIL=20260331T140000'],
    ['until', 'COUNT=2', 'UNTIL=20260107T000000Z'],
    ['exdate-form', 'EXDATE;TZID=Europe/London:20260112T140000', 'EXDATE:20260112T140000Z'],
    ['exdate-form', 'EXDATE;TZID=Europe/London:20260112T140000', 'EXDATE;VALUE=DATE:20260112'],
    ['recurrence-id-form', 'ID;TZID=Europe/London:20260119T140000', 'ID;VALUE=DATE:20260119'],
    ['override-recurs', '20260120T150000', '20260120T150000\r\nRRULE:FREQ=DAILY;COUNT=2'],
    ['orphan', moved.slice(0, 2).join('\r\n'), 'BEGIN:VEVENT\r\nUID:c@example.org'],
  ])('catches %s', (rule, from, to) => {
    expect(rulesOf(broken(from, to))).toContain(rule);
  });

  it('catches a calendar with nothing in it', () => {
    expect(rulesOf([...head, 'END:VCALENDAR', ''].join('\r\n'))).toEqual(['empty']);
  });

  it('catches what is not UTF-8, such as a character cut by folding', () => {
    const [before = '', after = ''] = sound.split('X-ANYTHING:text');
    const cut = [0xc5, 0x0d, 0x0a, 0x20, 0xb5];
    const octets = Buffer.concat([Buffer.from(`${before}X-ANYTHING:`), Buffer.from(cut), Buffer.from(after)]);
    expect(rulesOf(octets)).toContain('utf-8');
  });
});
