import { detailsOf, diff, revise, sameDetails, significant } from './changes.js';
import type { CalendarEvent, EventDetails } from './event.js';
import { allDaySample, eventSample, later, monthSample, now, timedSample } from './testing/samples.js';

const weekly = { rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [] };
const removed = { ...weekly, exceptions: [{ original: '2026-06-09T10:00', type: 'removed' }] } as const;

const alterations: [string, Partial<EventDetails>, boolean][] = [
  ['a title', { title: 'Officers’ call' }, false],
  ['a start', { when: timedSample('2026-06-02T10:15', '2026-06-02T11:00') }, true],
  ['an end', { when: timedSample('2026-06-02T10:00', '2026-06-02T11:30') }, true],
  ['a zone', { when: { ...eventSample().when, zone: 'Europe/Dublin' } }, true],
  ['times to days', { when: allDaySample('2026-06-02') }, true],
  ['a recurrence', { recurrence: weekly }, true],
  ['a place', { place: { name: 'Town Hall', address: null, coordinates: null } }, false],
  ['a link', { joining: null }, false],
  ['a description', { description: '' }, false],
  ['an audience', { audience: 'public' }, false],
  ['tags', { tags: [] }, false],
];

describe('revise', () => {
  it.each(alterations)(
    'of %s raises the version, and the sequence where calendars must take notice',
    (_, different, rises) => {
      const event = eventSample();
      const revised = revise(event, { ...detailsOf(event), ...different }, later);
      expect(revised).toEqual({
        ...event,
        ...different,
        version: 2,
        changedAt: later,
        sequence: rises ? 1 : 0,
      });
      expect(significant(event, revised)).toBe(rises);
    },
  );

  it('of exceptions raises the sequence', () => {
    const event = eventSample({ recurrence: weekly });
    expect(revise(event, { ...detailsOf(event), recurrence: removed }, later).sequence).toBe(1);
  });

  it.each(alterations)('of %s of a draft leaves the sequence', (_, different) => {
    const draft = eventSample({ status: 'draft' });
    expect(revise(draft, { ...draft, ...different }, later)).toMatchObject({ sequence: 0, version: 2 });
  });

  it('with the same details gives the same event back', () => {
    const event = eventSample({ recurrence: removed });
    const copy: EventDetails = {
      ...detailsOf(event),
      when: timedSample('2026-06-02T10:00', '2026-06-02T11:00'),
      tags: ['officers'],
      joining: { shownTo: 'members', url: 'https://calls.example.org/officers' },
    };
    expect(revise(event, copy, later)).toBe(event);
    expect(sameDetails(event, copy)).toBe(true);
  });

  it('takes details only, whatever else it is handed', () => {
    const other: CalendarEvent = eventSample({
      id: 'other',
      ref: '2020-other',
      uid: 'other',
      status: 'cancelled',
      version: 9,
      title: 'X',
    });
    expect(revise(eventSample(), other, later)).toEqual({
      ...eventSample(),
      title: 'X',
      version: 2,
      changedAt: later,
    });
  });

  it('never sets the time of the last change back', () => {
    const event = eventSample({ changedAt: later });
    expect(revise(event, { ...event, title: 'X' }, now).changedAt).toBe(later);
  });
});

describe('diff', () => {
  it('is empty between equal versions', () => {
    expect(diff(eventSample(), eventSample({ version: 2, changedAt: later, sequence: 3 }))).toEqual([]);
  });

  it('tells each field in words', () => {
    const before = eventSample({ recurrence: weekly });
    const after = eventSample({
      title: 'Officers’ call',
      when: timedSample('2026-06-02T19:00', '2026-06-03T00:00', 'Europe/Rome'),
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=3',
        exceptions: [
          { original: '2026-06-09T19:00', type: 'removed' },
          {
            original: '2026-06-16T19:00',
            type: 'changed',
            change: { cancelled: { reason: 'Strike' }, place: null },
          },
        ],
      },
      place: { name: 'Town Hall', address: 'Rochdale', coordinates: { latitude: 53.6, longitude: 0 } },
      joining: null,
      organiser: null,
      tags: ['a', 'b'],
      status: 'postponed',
      statusReason: 'Storm',
      replacedBy: '2027-x',
    });
    expect(diff(before, after)).toEqual([
      { field: 'title', before: 'Officer call', after: 'Officers’ call' },
      {
        field: 'when',
        before: 'Tuesday 2 June 2026, 10am to 11am',
        after: 'Tuesday 2 June 2026, 7pm to midnight (Rome time)',
      },
      {
        field: 'recurrence',
        before: 'every week on Tuesday, until 16 June 2026, 3 times',
        after:
          'every week on Tuesday, until 16 June 2026, 3 times\n2026-06-09 19:00: left out\n2026-06-16 19:00: cancelled (Strike); no place',
      },
      { field: 'place', before: '', after: 'Town Hall\nRochdale\n53.6, 0' },
      { field: 'joining', before: 'https://calls.example.org/officers (shown to: members)', after: '' },
      { field: 'organiser', before: 'The network’s team, team@example.org', after: '' },
      { field: 'tags', before: 'officers', after: 'a, b' },
      { field: 'status', before: 'published', after: 'postponed' },
      { field: 'statusReason', before: '', after: 'Storm' },
      { field: 'replacedBy', before: '', after: '2027-x' },
    ]);
  });

  it.each([
    [timedSample('2026-06-02T12:00', '2026-06-02T12:00'), 'Tuesday 2 June 2026, 12 noon'],
    [
      timedSample('2026-06-02T18:00', '2026-06-03T16:30'),
      'Tuesday 2 June 2026, 6pm to Wednesday 3 June 2026, 4:30pm',
    ],
    [allDaySample('2026-06-02'), 'Tuesday 2 June 2026'],
    [allDaySample('2026-06-02', '2026-06-03'), 'Tuesday 2 June 2026 to Wednesday 3 June 2026'],
    [monthSample('2026-06', 'Asia/Tokyo'), 'June 2026'],
  ])('tells %#: %s', (when, words) => {
    expect(diff(eventSample({ when: monthSample('2020-01') }), eventSample({ when }))[0]?.after).toBe(words);
  });
});
