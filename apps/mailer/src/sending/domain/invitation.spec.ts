import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { strictCheck } from '../../../../../test/events-calendar/ical/strict-check.js';
import { completeInvitation, type CalendarPart, type Parties } from './invitation.js';

const parties: Parties = {
  organizer: { name: 'Network events', address: 'events@councils.example' },
  attendee: { name: 'Siân “Pat” O’Brien; CEO, "Acme": x', address: 'sian+events@example.org' },
};

function event(...more: readonly string[]): string[] {
  return [
    'BEGIN:VEVENT',
    'UID:a@example.org',
    'DTSTAMP:20260101T000000Z',
    'DTSTART:20260105T140000Z',
    'DTEND:20260105T150000Z',
    ...more,
    'END:VEVENT',
  ];
}

function calendar(...lines: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Test//EN',
    ...lines,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function read(part: CalendarPart, others: Partial<Parties> = {}) {
  const content = completeInvitation(part, { ...parties, ...others });
  expect(strictCheck(content)).toEqual([]);
  return { content, calendar: new ICAL.Component(ICAL.parse(content) as unknown[]) };
}

describe('an invitation', () => {
  it('names the network and this reader alone, in every event of it', () => {
    const moved = event('RECURRENCE-ID:20260112T140000Z').map((line) =>
      line.replace(/^(DTSTART|DTEND):20260105/, '$1:20260113'),
    );
    const content = calendar(...event('RRULE:FREQ=WEEKLY;COUNT=3'), ...moved);
    const { calendar: whole } = read({ method: 'REQUEST', content });
    expect(whole.getFirstPropertyValue('method')).toBe('REQUEST');
    const events = whole.getAllSubcomponents('vevent');
    expect(events).toHaveLength(2);
    for (const each of events) {
      expect(each.getAllProperties('organizer').map((found) => found.toJSON())).toEqual([
        ['organizer', { cn: 'Network events' }, 'cal-address', 'mailto:events@councils.example'],
      ]);
      expect(each.getAllProperties('attendee').map((found) => found.toJSON())).toEqual([
        [
          'attendee',
          {
            cn: parties.attendee.name,
            cutype: 'INDIVIDUAL',
            role: 'OPT-PARTICIPANT',
            partstat: 'NEEDS-ACTION',
            rsvp: 'FALSE',
          },
          'cal-address',
          'mailto:sian+events@example.org',
        ],
      ]);
    }
  });

  it('says what the mail says it is, and lists nobody else, whatever the object said', () => {
    const content = calendar(
      'METHOD:PUBLISH',
      ...event('ORGANIZER:mailto:other@example.org', 'attendee;CN=Other:mailto:other@example.org'),
    );
    const { content: whole } = read({ method: 'CANCEL', content });
    expect(whole.match(/^METHOD:.*$/gm)).toEqual(['METHOD:CANCEL']);
    expect(whole).not.toContain('other@example.org');
  });

  it('names nobody as invited where several events are published', () => {
    const other = event('ATTENDEE:mailto:other@example.org').map((line) => line.replace('UID:a@', 'UID:b@'));
    const content = calendar(...event(), ...other);
    const { content: whole, calendar: published } = read({ method: 'PUBLISH', content });
    expect(published.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(whole).not.toContain('ATTENDEE');
    expect(whole.match(/^ORGANIZER.*:mailto:events@councils\.example$/gm)).toHaveLength(2);
  });

  it('leaves everything else as it was', () => {
    const description = `DESCRIPTION:${'A long text that has been folded\\, with ŵ. '.repeat(6)}`;
    const content = calendar(...event(description.replaceAll(/(.{60})/gu, '$1\r\n ')));
    const { calendar: whole } = read({ method: 'REQUEST', content });
    const [found] = whole.getAllSubcomponents('vevent');
    expect(found?.getFirstPropertyValue('description')).toBe(
      'A long text that has been folded, with ŵ. '.repeat(6),
    );
    expect(found?.getFirstPropertyValue('uid')).toBe('a@example.org');
  });

  it('takes an alarm’s own attendees for what they are', () => {
    const alarm = ['BEGIN:VALARM', 'ATTENDEE:mailto:alarm@example.org', 'END:VALARM'];
    const whole = completeInvitation({ method: 'REQUEST', content: calendar(...event(...alarm)) }, parties);
    expect(whole.match(/^ATTENDEE/gm)).toHaveLength(2);
  });

  it('has no place for what somebody put into their name', () => {
    const part = { method: 'REQUEST', content: calendar(...event()) } as const;
    const typed = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\u2028',
          '\u0085',
          '\0',
          '"',
          '^',
          ';RSVP=TRUE',
          ':mailto:x@y.example',
          '\u202E',
        ),
        fc.constantFrom('END:VEVENT', 'ATTENDEE:mailto:x@y.example', 'ŵ', '<script>', '{{name}}'),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(typed, (pieces) => {
        const attendee = { name: pieces.join(''), address: 'sam@example.org' };
        const { calendar: whole } = read(part, { attendee });
        const [only, ...more] = whole.getAllSubcomponents('vevent');
        expect(more).toEqual([]);
        const attendees = only?.getAllProperties('attendee') ?? [];
        expect(attendees.map((each) => each.getFirstValue())).toEqual(['mailto:sam@example.org']);
        expect(attendees[0]?.getFirstParameter('rsvp')).toBe('FALSE');
      }),
    );
  });

  it.each([
    ['o’brien&co%@example.org', 'mailto:o%E2%80%99brien%26co%25@example.org'],
    ['a/b=c?d@example.org', 'mailto:a%2Fb%3Dc%3Fd@example.org'],
    ["d'arcy_x-y~z!@example.org", "mailto:d'arcy_x-y~z!@example.org"],
  ])('writes the address %s as an address', (address, written) => {
    const attendee = { name: '', address };
    const { calendar: whole } = read({ method: 'REQUEST', content: calendar(...event()) }, { attendee });
    const found = whole.getFirstSubcomponent('vevent')?.getFirstProperty('attendee');
    expect(found?.getFirstValue()).toBe(written);
    expect(found?.getFirstParameter('cn')).toBeUndefined();
  });

  it('is refused when there is no event in it', () => {
    for (const content of ['', 'hello', calendar()]) {
      expect(() => completeInvitation({ method: 'REQUEST', content }, parties)).toThrow('no event');
    }
  });
});
