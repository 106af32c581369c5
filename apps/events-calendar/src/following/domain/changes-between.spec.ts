import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../events/domain/event.js';
import {
  cancelOccurrence,
  editOccurrence,
  reinstateOccurrence,
} from '../../events/domain/edit-occurrence.js';
import { orThrow } from '../../events/domain/errors.js';
import {
  allDaySample,
  eventSample,
  monthSample,
  now,
  timedSample,
} from '../../events/domain/testing/samples.js';
import { changesBetween, type Changes, type Comparison } from './changes-between.js';
import { factsOf } from '../../events/domain/event-facts.js';
import { newsInWords } from './subject-words.js';

const place = (name: string, address: string | null = null) => ({ name, address, coordinates: null });

const conference = (different: Partial<CalendarEvent> = {}): CalendarEvent =>
  eventSample({
    title: 'Annual Conference 2027',
    format: 'in person',
    joining: null,
    when: timedSample('2027-03-11T10:00', '2027-03-11T16:00'),
    place: place('City Hall', 'Cathays Park\nCardiff'),
    ...different,
  });

/** The first Tuesday of each month, from June 2026 to May 2027. */
const calls = (different: Partial<CalendarEvent> = {}): CalendarEvent =>
  eventSample({ recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12', exceptions: [] }, ...different });

const all: Comparison = { now, sees: () => true, continuation: null };

const between = (before: CalendarEvent, after: CalendarEvent, comparison: Partial<Comparison> = {}) =>
  changesBetween(factsOf(before), factsOf(after), { ...all, ...comparison });

const whole = (changes: Changes | null) =>
  changes?.whole.map(({ what, before, after }) => [what, before, after]);

describe('what followers are told of an event', () => {
  it('is a new time, before and after', () => {
    const changes = between(
      conference(),
      conference({ when: timedSample('2027-03-11T11:00', '2027-03-11T16:00') }),
    );
    expect(whole(changes)).toEqual([
      ['time', 'Thursday 11 March 2027, 10am to 4pm', 'Thursday 11 March 2027, 11am to 4pm'],
    ]);
    expect(changes && newsInWords(changes)).toBe('New time');
  });

  it('is a new day, and names the city of another zone', () => {
    const changes = between(
      conference({ when: monthSample('2027-03') }),
      conference({ when: timedSample('2027-03-12T09:00', '2027-03-12T17:00', 'Europe/Rome') }),
    );
    expect(whole(changes)).toEqual([['when', 'March 2027', 'Friday 12 March 2027, 9am to 5pm (Rome time)']]);
    expect(changes && newsInWords(changes)).toBe('New date');
  });

  it('is a new place, also when it goes online', () => {
    const changes = between(conference(), conference({ format: 'online', place: null }));
    expect(whole(changes)).toEqual([['place', 'City Hall, Cathays Park, Cardiff', 'Online']]);
  });

  it('is both together', () => {
    const changes = between(
      conference(),
      conference({ when: allDaySample('2027-04-01'), place: place('Rochdale Town Hall') }),
    );
    expect(changes && newsInWords(changes)).toBe('New date and place');
  });

  it.each([
    ['cancelled', 'called-off', 'Called off'],
    ['postponed', 'postponed', 'Postponed'],
  ] as const)('is that it is %s, with the reason and nothing else', (status, standing, news) => {
    const changes = between(
      conference(),
      conference({ status, statusReason: 'The hall is flooded.', place: place('Elsewhere') }),
    );
    expect(changes).toEqual({
      standing,
      reason: 'The hall is flooded.',
      whole: [],
      dates: [],
      formerTitle: null,
    });
    expect(changes && newsInWords(changes)).toBe(news);
  });

  it('is that it takes place after all, and when', () => {
    const changes = between(
      conference({ status: 'cancelled', statusReason: 'Flooded' }),
      conference({ place: place('Rochdale Town Hall') }),
    );
    expect(changes?.standing).toBe('on-again');
    expect(whole(changes)).toEqual([['place', 'City Hall, Cathays Park, Cardiff', 'Rochdale Town Hall']]);
  });

  it('is a link to join by, for those who are shown it', () => {
    const online = conference({ format: 'online', place: null });
    const linked = {
      ...online,
      joining: { url: 'https://calls.example.org/a', shownTo: 'members' } as const,
    };
    expect(whole(between(online, linked))).toEqual([['joining', null, 'There is a link to join by now.']]);
    expect(between(online, linked, { sees: () => false })).toBeNull();
    const other = { ...linked, joining: { ...linked.joining, url: 'https://calls.example.org/b' } };
    expect(whole(between(linked, other))?.[0]?.[2]).toContain('a new link');
    expect(JSON.stringify(factsOf(linked))).not.toContain('calls.example.org');
  });

  it.each([
    ['a title', { title: 'Conference' }],
    ['a description', { description: 'More' }],
    ['a contact', { organiser: null }],
    ['tags', { tags: ['new'] }],
    [
      'where exactly on the map',
      {
        place: {
          ...place('City Hall', 'Cathays Park\nCardiff'),
          coordinates: { latitude: 51, longitude: -3 },
        },
      },
    ],
  ])('is not %s', (_, different) => {
    expect(between(conference(), conference(different))).toBeNull();
  });

  it('names the former title beside what else is new', () => {
    const after = conference({ title: 'Conference', place: place('Town Hall') });
    expect(between(conference(), after)?.formerTitle).toBe('Annual Conference 2027');
  });

  it('is nothing of what is over', () => {
    const after = conference({ place: place('Town Hall') });
    const end = Temporal.Instant.from('2027-03-11T16:00:00Z');
    expect(between(conference(), after, { now: end.subtract({ minutes: 1 }) })).not.toBeNull();
    expect(between(conference(), after, { now: end })).toBeNull();
  });

  it('is nothing while it is off, and all of it once it is on again', () => {
    const off = conference({ status: 'postponed', statusReason: 'Ill' });
    expect(between(off, { ...off, when: allDaySample('2027-04-01') })).toBeNull();
  });
});

describe('what followers are told of single dates', () => {
  const october = '2026-10-06T10:00';

  it('is that one is called off, and that it takes place after all', () => {
    const off = orThrow(cancelOccurrence(calls(), october, 'Half of us are ill.', now));
    const changes = between(calls(), off);
    expect(changes?.whole).toEqual([]);
    expect(changes?.dates).toEqual([
      { on: 'Tuesday 6 October 2026', what: 'called-off', after: 'Half of us are ill.' },
    ]);
    expect(changes && newsInWords(changes)).toBe('Tuesday 6 October 2026 called off');
    const on = orThrow(reinstateOccurrence(off, october, now));
    expect(between(off, on)?.dates).toMatchObject([{ what: 'on-again' }]);
    expect(between(calls(), on)).toBeNull();
  });

  it('is where and when one is moved to', () => {
    const change = {
      when: timedSample('2026-10-07T14:00', '2026-10-07T15:00'),
      format: 'in person' as const,
      place: place('Town Hall'),
    };
    const moved = orThrow(editOccurrence(calls(), october, change, now));
    expect(between(calls(), moved)?.dates).toEqual([
      { on: 'Tuesday 6 October 2026', what: 'moved', after: 'Wednesday 7 October 2026, 2pm to 3pm' },
      { on: 'Tuesday 6 October 2026', what: 'place', after: 'Town Hall' },
    ]);
  });

  it('is that one is left out, or there again', () => {
    const without = calls({
      recurrence: {
        rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12',
        exceptions: [{ original: october, type: 'removed' }],
      },
    });
    expect(between(calls(), without)?.dates).toMatchObject([{ what: 'left-out' }]);
    expect(between(without, calls())?.dates).toMatchObject([{ what: 'added' }]);
  });

  it('is nothing of a date that is over', () => {
    const off = orThrow(cancelOccurrence(calls(), october, 'Ill', now));
    expect(between(calls(), off, { now: Temporal.Instant.from('2026-10-06T10:00:00Z') })).toBeNull();
  });

  it('is the whole when all dates have another time, with what is special about one', () => {
    const later = calls({ when: timedSample('2026-06-02T11:00', '2026-06-02T12:00') });
    const changes = between(calls(), later);
    expect(whole(changes)).toEqual([
      [
        'dates',
        '10am to 11am, every month on the first Tuesday, until 4 May 2027, 12 times',
        '11am to 12 noon, every month on the first Tuesday, until 4 May 2027, 12 times',
      ],
    ]);
    expect(changes?.dates).toEqual([]);
    const alsoOff = orThrow(cancelOccurrence(later, '2026-10-06T11:00', 'Ill', now));
    expect(between(calls(), alsoOff)?.dates).toMatchObject([
      { on: 'Tuesday 6 October 2026', what: 'called-off' },
    ]);
  });

  it('is nothing when the rule is written in another way', () => {
    expect(
      between(
        calls(),
        calls({ recurrence: { rule: 'FREQ=MONTHLY;BYDAY=+1TU;UNTIL=20270531T230000Z', exceptions: [] } }),
      ),
    ).toBeNull();
  });

  it('is what goes on as another event, and no date that this one has', () => {
    const earlier = calls({ recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=4', exceptions: [] } });
    const later = calls({
      when: timedSample('2026-10-06T14:00', '2026-10-06T15:00'),
      recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=8', exceptions: [] },
    });
    const changes = between(calls(), earlier, { continuation: factsOf(later) });
    expect(whole(changes)).toEqual([
      ['continued', null, '2pm to 3pm, every month on the first Tuesday, until 4 May 2027, 8 times'],
    ]);
    expect(changes?.dates).toEqual([]);
  });
});

describe('edits that undo each other', () => {
  const events = fc.record({
    when: fc.constantFrom(
      timedSample('2026-06-02T10:00', '2026-06-02T11:00'),
      timedSample('2026-06-02T11:00', '2026-06-02T12:00'),
    ),
    place: fc.constantFrom(null, place('A'), place('B', 'C')),
    format: fc.constantFrom('online' as const, 'in person' as const, 'hybrid' as const),
    status: fc.constantFrom('published' as const, 'cancelled' as const, 'postponed' as const),
    title: fc.constantFrom('One', 'Two'),
    recurrence: fc.constantFrom(null, { rule: 'FREQ=MONTHLY;BYDAY=1TU;COUNT=12', exceptions: [] }),
  });

  it('are told to nobody, whatever lies between', () => {
    fc.assert(
      fc.property(events, fc.array(events), (first, edits) => {
        const versions = [first, ...edits, first].map((different, index) =>
          eventSample({ ...different, version: index + 1 }),
        );
        const [known, present] = [versions[0], versions.at(-1)];
        expect(known && present && between(known, present)).toBeNull();
      }),
    );
  });

  it('and whatever is different and to come is told in words, unless it is off before and after', () => {
    fc.assert(
      fc.property(events, events, (first, second) => {
        const changes = between(eventSample(first), eventSample(second));
        const isOffStill = first.status === second.status && first.status !== 'published';
        const isSame =
          first.status === second.status &&
          first.when === second.when &&
          first.recurrence === second.recurrence &&
          (first.format === 'online' || first.place === second.place) &&
          first.format === second.format;
        expect(changes === null).toBe(isOffStill || isSame);
        for (const { after } of changes?.whole ?? []) expect(after).not.toBe('');
        if (changes) expect(newsInWords(changes)).not.toMatch(/undefined|^Changed$/);
      }),
    );
  });
});
