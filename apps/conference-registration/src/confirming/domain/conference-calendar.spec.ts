import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { sampleInvitation } from '../emails/sample-conference.js';
import { conferenceUid } from './conference-calendar.js';
import { conferenceWhen } from './conference-when.js';

function eventOf(calendar: string): ICAL.Component {
  const parsed = new ICAL.Component(ICAL.parse(calendar));
  const event = parsed.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('there is no event');
  return event;
}

describe('the conference in a delegate’s calendar', () => {
  it('is from the first opening to the last closing, in its own zone', () => {
    const calendar = sampleInvitation();
    expect(calendar).toContain('\r\nDTSTART;TZID=Europe/London:20270708T093000\r\n');
    expect(calendar).toContain('\r\nDTEND;TZID=Europe/London:20270709T160000\r\n');
    expect(calendar).toContain('\r\nTZID:Europe/London\r\n');
    expect(calendar).toContain('\r\nMETHOD:REQUEST\r\n');
    expect(eventOf(calendar).getFirstPropertyValue('uid')).toBe(
      'conference-01970000-0000-7000-8000-000000000001@events.example.org',
    );
    expect(conferenceUid({ id: 'x', calendarUid: null }, 'y')).toBe('conference-x@y');
    expect(conferenceUid({ id: 'x', calendarUid: 'known@z' }, 'y')).toBe('known@z');
  });

  it('is in whole days while its times are not settled', () => {
    const days = [
      { date: '2027-07-08', opens: '09:30', closes: '17:00' },
      { date: '2027-07-09', opens: null, closes: null },
    ];
    const calendar = sampleInvitation({ days });
    expect(calendar).toContain('\r\nDTSTART;VALUE=DATE:20270708\r\nDTEND;VALUE=DATE:20270710\r\n');
    expect(calendar).not.toContain('VTIMEZONE');
  });

  it('says what was written, in lines that calendars can read, and nothing more', () => {
    const title = `“Cyd;weithio”, \\ ${'€'.repeat(100)}\r\nATTENDEE:mailto:x@example.org`;
    const calendar = sampleInvitation({ title });
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const event = eventOf(calendar);
    expect(event.getFirstPropertyValue('summary')).toBe(title.replace('\r\n', ' '));
    expect(event.getFirstPropertyValue('location')).toBe('The Example Guildhall, 1 Sample Street, Nowhere');
    expect(event.getFirstProperty('attendee')).toBeNull();
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('knows where the clocks change', () => {
    const when = conferenceWhen({
      days: [{ date: '2027-03-28', opens: '09:00', closes: '10:00' }],
      firstDay: '2027-03-28',
      lastDay: '2027-03-28',
      zone: 'Europe/London',
    });
    expect(when).toEqual({
      type: 'timed',
      start: Temporal.Instant.from('2027-03-28T08:00:00Z'),
      end: Temporal.Instant.from('2027-03-28T09:00:00Z'),
      zone: 'Europe/London',
    });
  });
});
