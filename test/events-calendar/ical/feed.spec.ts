import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { EventProblem } from '../../../apps/events-calendar/src/events/domain/errors.js';
import { renderCalendar } from '../../../apps/events-calendar/src/feeds/domain/render-calendar.js';
import { renderVevents, zonesOf } from '../../../apps/events-calendar/src/feeds/domain/render-vevents.js';
import { feedOf, veventLines } from './reading.js';
import { allDay, openView, sampleEvent, timed } from './sample-events.js';
import { strictCheck } from './strict-check.js';

/** The lines of the only VEVENT of a feed that passes the strict check. */
function linesOf(changes: Partial<CalendarEvent>, view = openView): string[] {
  const feed = feedOf([sampleEvent(changes)], view);
  expect(strictCheck(feed)).toEqual([]);
  return veventLines(feed);
}

const online = {
  format: 'online' as const,
  place: null,
  joining: { url: 'https://meet.example/j/1;a,b?p=ŵ', shownTo: 'public' as const },
};
const link = 'https://meet.example/j/1;a,b?p=%C5%B5';

describe('a feed', () => {
  it('says what it is and how often to look again, and has no METHOD', () => {
    const feed = feedOf([sampleEvent()]);
    expect(strictCheck(feed)).toEqual([]);
    const head = feed.slice(0, feed.indexOf('BEGIN:VTIMEZONE'));
    expect(head.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Network Events//Events calendar//EN',
      'SOURCE;VALUE=URI:https://network.example/calendar/feeds/all.ics',
      'CALSCALE:GREGORIAN',
      'NAME:Network events',
      'X-WR-CALNAME:Network events',
      'X-WR-CALDESC:Everything that the network has planned',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'X-WR-TIMEZONE:Europe/London',
      '',
    ]);
  });

  it('escapes its name and keeps line breaks out of it', () => {
    const feed = renderCalendar({
      kind: 'feed',
      name: 'Boards; officers, and\r\nEND:VCALENDAR',
      description: 'One\r\ntwo\\three',
      sourceUrl: 'https://network.example/feeds/a;b',
      zone: 'Europe/London',
      vevents: [renderVevents(sampleEvent(), openView)],
      zones: ['Europe/London'],
    });
    expect(strictCheck(feed)).toEqual([]);
    expect(feed).toContain('\r\nX-WR-CALNAME:Boards\\; officers\\, and END:VCALENDAR\r\n');
    expect(feed).toContain('\r\nX-WR-CALDESC:One\\ntwo\\\\three\r\n');
  });

  it('is sound with no event in it', () => {
    expect(strictCheck(feedOf([]))).toEqual([]);
  });

  it('leaves drafts out', () => {
    expect(renderVevents(sampleEvent({ status: 'draft' }), openView)).toBe('');
    expect(zonesOf(sampleEvent({ status: 'draft' }))).toEqual([]);
  });
});

describe('the file of a single event', () => {
  it('has no name of its own', () => {
    const event = sampleEvent();
    const file = renderCalendar({
      kind: 'single',
      vevents: [renderVevents(event, openView)],
      zones: zonesOf(event),
    });
    expect(strictCheck(file)).toEqual([]);
    expect(file).not.toMatch(/^(?:NAME|METHOD|X-WR|SOURCE)/mu);
  });

  it('cannot be made without an event', () => {
    expect(() => renderCalendar({ kind: 'single', vevents: [''], zones: [] })).toThrow('no event');
  });
});

describe('when an event is', () => {
  it('is told on the clocks of its zone', () => {
    const lines = linesOf({ when: timed('2026-06-01T14:00', '2026-06-01T15:00', 'Europe/Rome') });
    expect(lines).toContain('DTSTART;TZID=Europe/Rome:20260601T140000');
    expect(lines).toContain('DTEND;TZID=Europe/Rome:20260601T150000');
  });

  it('keeps an alias of a zone as it was given', () => {
    const feed = feedOf([
      sampleEvent({ when: timed('2026-06-01T14:00', '2026-06-01T15:00', 'Europe/Belfast') }),
    ]);
    expect(strictCheck(feed)).toEqual([]);
    expect(feed).toContain('TZID:Europe/Belfast\r\n');
    expect(feed).not.toContain('TZID:Europe/London');
  });

  it('ends, in whole days, the day after', () => {
    const lines = linesOf({ when: allDay('2026-02-28') });
    expect(lines).toContain('DTSTART;VALUE=DATE:20260228');
    expect(lines).toContain('DTEND;VALUE=DATE:20260301');
  });

  it('is a moment without an end, taking up nobody’s time, for a deadline', () => {
    const lines = linesOf({ kind: 'deadline', when: timed('2026-06-01T12:00', '2026-06-01T12:00') });
    expect(lines).toContain('DTSTART;TZID=Europe/London:20260601T120000');
    expect(lines.filter((line) => /^(?:DTEND|DURATION)/u.test(line))).toEqual([]);
    expect(lines).toContain('TRANSP:TRANSPARENT');
  });

  it('stands on the first of its month until the date is fixed, under the same UID', () => {
    const when = {
      type: 'month',
      month: Temporal.PlainYearMonth.from('2026-06'),
      zone: 'Europe/London',
    } as const;
    const lines = linesOf({ when, title: 'Joint meeting' });
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260601', 'DTEND;VALUE=DATE:20260602']),
    );
    expect(lines).toEqual(expect.arrayContaining(['STATUS:TENTATIVE', 'TRANSP:TRANSPARENT']));
    expect(lines).toContain('SUMMARY:June 2026\\, date to be fixed: Joint meeting');
    expect(linesOf({ when: allDay('2026-06-17') })).toContain(lines[0]);
  });

  it('is told in UTC in the hour that comes twice, because readers differ in which one a TZID means', () => {
    const second = Temporal.Instant.from('2026-10-25T01:30:00Z');
    const when = {
      type: 'timed',
      start: second,
      end: second.add({ hours: 1 }),
      zone: 'Europe/London',
    } as const;
    expect(linesOf({ when })).toEqual(
      expect.arrayContaining(['DTSTART:20261025T013000Z', 'DTEND:20261025T023000Z']),
    );
    const first = { ...when, start: second.subtract({ hours: 1 }) };
    expect(linesOf({ when: first })).toContain('DTSTART:20261025T003000Z');
    const after = { ...when, start: second.add({ minutes: 30 }) };
    expect(linesOf({ when: after })).toContain('DTSTART;TZID=Europe/London:20261025T020000');
  });

  it('is told in UTC also where the clocks go back at midnight', () => {
    const start = Temporal.Instant.from('2026-10-29T20:30:00Z');
    const when = { type: 'timed', start, end: start.add({ hours: 3 }), zone: 'Africa/Cairo' } as const;
    expect(linesOf({ when })).toContain('DTSTART:20261029T203000Z');
  });

  it('is told in UTC for an event that is kept in UTC', () => {
    expect(linesOf({ when: timed('2026-06-01T14:00', '2026-06-01T15:00', 'UTC') })).toContain(
      'DTSTART:20260601T140000Z',
    );
  });

  it('may not end before it starts', () => {
    const when = timed('2026-06-01T14:00', '2026-06-01T13:00');
    expect(() => renderVevents(sampleEvent({ when }), openView)).toThrow('end before it starts');
    expect(() => renderVevents(sampleEvent({ when: allDay('2026-06-02', '2026-06-01') }), openView)).toThrow(
      'end before it starts',
    );
  });
});

describe('a series', () => {
  const when = timed('2026-03-02T14:00', '2026-03-02T15:00');

  it.each([
    ['UNTIL=20260601T130000Z', 'UNTIL=20260601T130000Z'],
    ['UNTIL=20260601T140000', 'UNTIL=20260601T130000Z'],
    ['UNTIL=20260601', 'UNTIL=20260601T225959Z'],
    ['COUNT=3', 'COUNT=3'],
  ])('on a clock ends with %s as %s', (given, written) => {
    const recurrence = { rule: `FREQ=MONTHLY;BYDAY=1MO;${given}`, exceptions: [] };
    expect(linesOf({ when, recurrence })).toContain(`RRULE:FREQ=MONTHLY;${written};BYDAY=1MO`);
  });

  it.each([
    ['UNTIL=20260601', 'UNTIL=20260601'],
    ['UNTIL=20260531T230000Z', 'UNTIL=20260601'],
  ])('of days ends with %s as %s', (given, written) => {
    const recurrence = { rule: `FREQ=WEEKLY;${given}`, exceptions: [] };
    expect(linesOf({ when: allDay('2026-03-02'), recurrence })).toContain(`RRULE:FREQ=WEEKLY;${written}`);
  });

  it('names removed and changed occurrences by where the rule puts them', () => {
    const recurrence = {
      rule: 'FREQ=WEEKLY;COUNT=5',
      exceptions: [
        { original: '2026-03-09T14:00', type: 'removed' as const },
        { original: '2026-03-30T14:00', type: 'changed' as const, change: { when: allDay('2026-04-01') } },
      ],
    };
    const feed = feedOf([sampleEvent({ when, recurrence })]);
    expect(strictCheck(feed)).toEqual([]);
    expect(veventLines(feed, 0)).toContain('EXDATE;TZID=Europe/London:20260309T140000');
    expect(veventLines(feed, 1)).toContain('RECURRENCE-ID;TZID=Europe/London:20260330T140000');
    expect(veventLines(feed, 1)).toContain('DTSTART;VALUE=DATE:20260401');
  });

  it('brings the zone of an occurrence that moved to another country', () => {
    const moved = { when: timed('2026-03-09T14:00', '2026-03-09T15:00', 'Europe/Madrid') };
    const recurrence = {
      rule: 'FREQ=WEEKLY;COUNT=2',
      exceptions: [{ original: '2026-03-09T14:00', type: 'changed' as const, change: moved }],
    };
    const event = sampleEvent({ when, recurrence });
    expect(zonesOf(event)).toEqual(['Europe/London', 'Europe/Madrid']);
    expect(strictCheck(feedOf([event]))).toEqual([]);
  });

  it('keeps an occurrence that is called off, marked', () => {
    const change = { cancelled: { reason: 'Nobody could come.' } };
    const exceptions = [{ original: '2026-03-09T14:00', type: 'changed' as const, change }];
    const feed = feedOf([sampleEvent({ when, recurrence: { rule: 'FREQ=WEEKLY;COUNT=2', exceptions } })]);
    expect(veventLines(feed, 0)).toContain('STATUS:CONFIRMED');
    expect(veventLines(feed, 1)).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SUMMARY:CANCELLED: Officer call', 'TRANSP:TRANSPARENT']),
    );
    expect(veventLines(feed, 1).join('\n')).toContain('DESCRIPTION:Cancelled: Nobody could come.');
  });

  it('is called off with all its occurrences', () => {
    const exceptions = [
      { original: '2026-03-09T14:00', type: 'changed' as const, change: { title: 'Other' } },
    ];
    const recurrence = { rule: 'FREQ=WEEKLY;COUNT=2', exceptions };
    const feed = feedOf([sampleEvent({ when, recurrence, status: 'cancelled', statusReason: 'No money' })]);
    expect(veventLines(feed, 1)).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SUMMARY:CANCELLED: Other']),
    );
  });

  it('spells out the nights on which the clocks change, of which calendars think differently', () => {
    const night = timed('2026-03-27T23:00', '2026-03-28T05:00');
    const feed = feedOf([
      sampleEvent({ when: night, recurrence: { rule: 'FREQ=DAILY;COUNT=4', exceptions: [] } }),
    ]);
    expect(strictCheck(feed)).toEqual([]);
    expect(feed.match(/^RECURRENCE-ID.*$/gmu)).toEqual(['RECURRENCE-ID;TZID=Europe/London:20260328T230000']);
    expect(veventLines(feed, 1)).toContain('DTEND;TZID=Europe/London:20260329T050000');
  });

  it('is refused with a rule that would break out of its line', () => {
    const recurrence = { rule: 'FREQ=DAILY;COUNT=2\r\nATTACH:x', exceptions: [] };
    expect(() => renderVevents(sampleEvent({ recurrence }), openView)).toThrow(EventProblem);
  });
});

describe('how an event stands', () => {
  it('when cancelled: marked, free, with the reason and what replaces it, and without the joining link', () => {
    const lines = linesOf({
      ...online,
      status: 'cancelled',
      statusReason: 'Snow',
      replacedBy: '2026-other',
      sequence: 3,
    });
    expect(lines).toEqual(
      expect.arrayContaining([
        'STATUS:CANCELLED',
        'SEQUENCE:3',
        'TRANSP:TRANSPARENT',
        'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
        'SUMMARY:CANCELLED: Officer call',
        'LOCATION:Online',
      ]),
    );
    expect(lines.join('\n')).toContain(
      'DESCRIPTION:Cancelled: Snow\\n\\nInstead: https://network.example/calendar/events/2026-other\\n\\nAn hour.',
    );
    expect(lines.join('\n')).not.toContain('meet.example');
  });

  it('when postponed: in its old place, marked and tentative', () => {
    const lines = linesOf({ status: 'postponed', statusReason: null });
    expect(lines).toEqual(
      expect.arrayContaining(['STATUS:TENTATIVE', 'TRANSP:TRANSPARENT', 'SUMMARY:POSTPONED: Officer call']),
    );
    expect(lines.join('\n')).toContain('DESCRIPTION:Postponed.\\n\\nAn hour.');
  });

  it('is stamped with its last change, in UTC', () => {
    expect(linesOf({})).toEqual(
      expect.arrayContaining([
        'DTSTAMP:20260203T040506Z',
        'LAST-MODIFIED:20260203T040506Z',
        'CREATED:20260102T030405Z',
      ]),
    );
  });

  it.each([
    ['public', 'PUBLIC'],
    ['members', 'PRIVATE'],
    ['board', 'CONFIDENTIAL'],
    ['invited', 'CONFIDENTIAL'],
  ] as const)('for %s is CLASS:%s', (audience, word) => {
    expect(linesOf({ audience })).toContain(`CLASS:${word}`);
  });
});

describe('where an event is', () => {
  it('is its place and address on one line', () => {
    const place = { name: 'Town Hall', address: 'The Esplanade\nRochdale', coordinates: null };
    expect(linesOf({ place })).toContain('LOCATION:Town Hall\\, The Esplanade\\, Rochdale');
  });

  it('is the address alone when that begins with the name', () => {
    const place = { name: 'Town Hall', address: 'Town Hall, Rochdale', coordinates: null };
    expect(linesOf({ place })).toContain('LOCATION:Town Hall\\, Rochdale');
  });

  it('keeps coordinates of 0', () => {
    const at = (latitude: number, longitude: number) =>
      linesOf({ place: { name: 'X', address: null, coordinates: { latitude, longitude } } });
    expect(at(51.4779, 0)).toContain('GEO:51.477900;0.000000');
    expect(at(0, 0)).toContain('GEO:0.000000;0.000000');
    expect(at(-1e-9, -0.1276)).toContain('GEO:0.000000;-0.127600');
  });

  it('is the joining link of an online event, also at the head of the description', () => {
    const lines = linesOf(online);
    expect(lines).toContain(`LOCATION:${link.replace(/[;,]/gu, '\\$&')}`);
    expect(lines).toContain('URL;VALUE=URI:https://network.example/calendar/events/2026-officer-call');
    expect(lines).toContain(`CONFERENCE;VALUE=URI;LABEL=Join online:${link}`);
    expect(lines.join('\n')).toContain(
      `DESCRIPTION:Join online: ${link.replace(/[;,]/gu, '\\$&')}\\n\\nAn hour.`,
    );
  });

  it('is the place of a hybrid event, with the link in URL, and the page in the description', () => {
    const lines = linesOf({ joining: online.joining, format: 'hybrid' });
    expect(lines).toContain('LOCATION:Town Hall\\, The Esplanade\\, Rochdale');
    expect(lines).toContain('URL;VALUE=URI:https://meet.example/j/1%3Ba%2Cb?p=%C5%B5');
    expect(lines.join('\n')).toContain('Details: https://network.example/calendar/events/2026-officer-call');
  });

  it('does not give the joining link to readers who may not have it', () => {
    const joining = { ...online.joining, shownTo: 'members' as const };
    const feed = feedOf([sampleEvent({ ...online, joining })]);
    expect(feed).not.toContain('meet.example');
    expect(veventLines(feed)).toContain('LOCATION:Online');
  });

  it('takes no link but http(s)', () => {
    const joining = { url: 'javascript:alert(1)', shownTo: 'public' as const };
    expect(feedOf([sampleEvent({ ...online, joining })])).not.toContain('javascript');
  });
});

describe('the texts of an event', () => {
  it('are its kind and tags as categories, and its organiser as a contact, not as one who invites', () => {
    const organiser = { name: 'Events; team', email: 'events@example.org', phone: null };
    const lines = linesOf({ organiser, tags: ['a,b', 'housing'] });
    expect(lines).toContain('CATEGORIES:meeting,a\\,b,housing');
    expect(lines).toContain('CONTACT:Events\\; team\\, events@example.org');
    expect(lines.filter((line) => /^(?:ORGANIZER|ATTENDEE)/u.test(line))).toEqual([]);
  });

  it('are also there as HTML, with what staff wrote never taken for HTML of ours', () => {
    const organiser = { name: '<b>Team</b>', email: null, phone: null };
    const text = linesOf({ organiser }).find((line) => line.startsWith('X-ALT-DESC')) ?? '';
    expect(text).toContain('X-ALT-DESC;FMTTYPE=text/html:<html><body><p>An hour.</p>');
    expect(text).toContain('Contact: &lt\\;b&gt\\;Team');
  });

  it.each([
    ['CR LF', 'a\r\nATTENDEE:mailto:x@example.org'],
    ['LF', 'a\nEND:VEVENT'],
    ['CR', 'a\rEND:VEVENT'],
    ['NEL', 'a\u0085END:VEVENT'],
    ['line separator', 'a\u2028END:VEVENT'],
    ['vertical tab', 'a\vEND:VEVENT'],
    ['NUL and bell', 'a\u0000b\u0007c'],
    ['DEL and C1', 'a\u007fb\u009bc'],
    ['half a surrogate pair', 'a\ud83d b'],
    ['separators', '\\;,:"^\\n\\N;;,,'],
    ['900 characters', 'Cyfarfod ŵyl; '.repeat(65)],
    ['emoji of many parts', '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(30)],
    ['Welsh', 'Llŷn, Môn ac Eryri: dŵr, tŷ, gŵyl'],
  ])('cannot break the calendar: %s in every one of them', (_name, text) => {
    const event = sampleEvent({
      title: text,
      description: text,
      place: { name: text, address: text, coordinates: null },
      organiser: { name: text, email: text, phone: text },
      tags: [text],
      status: 'cancelled',
      statusReason: text,
      joining: { url: `https://meet.example/${text}`, shownTo: 'public' },
    });
    const feed = feedOf([event, { ...event, uid: 'other', status: 'published', format: 'online' }]);
    expect(strictCheck(feed)).toEqual([]);
    expect(feed.match(/^END:VEVENT/gmu)).toHaveLength(2);
    expect(feed).not.toMatch(/^ATTENDEE/mu);
    expect(veventLines(feed, 1).join('\r\n')).not.toMatch(/[\u0085\u2028\v]/u);
  });

  it('are unfolded to exactly what was written', () => {
    const title = 'Gŵyl 🎉 '.repeat(100).trim();
    expect(linesOf({ title })).toContain(`SUMMARY:${title}`);
  });

  it('refuse a UID that would break out of its line', () => {
    expect(() => renderVevents(sampleEvent({ uid: 'a\r\nb' }), openView)).toThrow('UID');
    expect(linesOf({ uid: 'a;b,c' })).toContain('UID:a\\;b\\,c');
  });
});
