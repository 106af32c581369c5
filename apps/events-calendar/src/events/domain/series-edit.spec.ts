import fc from 'fast-check';
import { detailsOf } from './changes.js';
import { orThrow } from './errors.js';
import type { CalendarEvent, EventDetails, Occurrence, OccurrenceException, Timed, AllDay } from './event.js';
import { expand } from './expand.js';
import { checkRecurrence } from './recurrence.js';
import { ruleStarts } from './rule-starts.js';
import { writeRule } from './rule.js';
import { same } from './same.js';
import { detailsFrom, editAll, editFrom } from './series-edit.js';
import { rules, startDates } from './testing/rule-arbitraries.js';
import { allDaySample, eventSample, later, timedSample } from './testing/samples.js';
import { compareWhen } from './when.js';

const names = { id: 'new-id', ref: '2026-new', uid: 'new@example.org' };
const series = (rule: string, ...exceptions: OccurrenceException[]) =>
  eventSample({ recurrence: { rule, exceptions } });
const weekly = series(
  'FREQ=WEEKLY;COUNT=5',
  { original: '2026-06-09T10:00', type: 'removed' },
  { original: '2026-06-16T10:00', type: 'changed', change: { title: 'With guests' } },
  {
    original: '2026-06-23T10:00',
    type: 'changed',
    change: { when: timedSample('2026-06-24T14:00', '2026-06-24T15:00') },
  },
);
const originals = (event: CalendarEvent) => event.recurrence?.exceptions.map(({ original }) => original);
const starts = (event: Pick<EventDetails, 'when' | 'recurrence'>) =>
  expand(event).map(({ original }) => original);
const edit = (event: CalendarEvent, different: Partial<EventDetails>) =>
  orThrow(editAll(event, { ...detailsOf(event), ...different }, later));

describe('editAll', () => {
  it('keeps exceptions in place when the time of day changes', () => {
    const { event, dropped } = edit(weekly, { when: timedSample('2026-06-02T15:30', '2026-06-02T16:30') });
    expect(dropped).toEqual([]);
    expect(originals(event)).toEqual(['2026-06-09T15:30', '2026-06-16T15:30', '2026-06-23T15:30']);
    expect(event).toMatchObject({ version: 2, sequence: 1 });
    expect(expand(event)).toHaveLength(4);
  });

  it('keeps them in a new zone, and when times become whole days', () => {
    const rome = edit(weekly, { when: timedSample('2026-06-02T10:00', '2026-06-02T11:00', 'Europe/Rome') });
    expect(originals(rome.event)).toEqual(['2026-06-09T10:00', '2026-06-16T10:00', '2026-06-23T10:00']);
    const days = edit(weekly, { when: allDaySample('2026-06-02') });
    expect(originals(days.event)).toEqual(['2026-06-09', '2026-06-16']);
    expect(days.dropped.map(({ original }) => original)).toEqual(['2026-06-23T10:00']);
  });

  it('keeps the third the third when the weekday changes', () => {
    const { event, dropped } = edit(weekly, { when: timedSample('2026-06-03T10:00', '2026-06-03T11:00') });
    expect(originals(event)).toEqual(['2026-06-10T10:00', '2026-06-17T10:00', '2026-06-24T10:00']);
    expect(dropped).toEqual([]);
  });

  it('goes by the day when the series begins a week later', () => {
    const { event, dropped } = edit(weekly, {
      when: timedSample('2026-06-16T10:00', '2026-06-16T11:00'),
    });
    expect(originals(event)).toEqual(['2026-06-16T10:00', '2026-06-23T10:00']);
    expect(dropped.map(({ original }) => original)).toEqual(['2026-06-09T10:00']);
  });

  it('drops what is no longer there, and says so', () => {
    const shorter = edit(weekly, { recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', exceptions: [] } });
    expect(originals(shorter.event)).toEqual(['2026-06-09T10:00', '2026-06-16T10:00']);
    expect(shorter.dropped.map(({ original }) => original)).toEqual(['2026-06-23T10:00']);
    const once = edit(weekly, { recurrence: null });
    expect(once.event.recurrence).toBeNull();
    expect(once.dropped).toHaveLength(3);
    const otherPace = edit(weekly, {
      when: timedSample('2026-06-03T10:00', '2026-06-03T11:00'),
      recurrence: { rule: 'FREQ=MONTHLY;COUNT=5', exceptions: [] },
    });
    expect(otherPace.dropped).toHaveLength(3);
  });

  it('begins to repeat what happened once', () => {
    const { event } = edit(eventSample(), { recurrence: { rule: 'FREQ=WEEKLY;COUNT=2', exceptions: [] } });
    expect(starts(event)).toEqual(['2026-06-02T10:00', '2026-06-09T10:00']);
  });

  it('never shows an occurrence’s link more widely than the event', () => {
    const open = series('FREQ=WEEKLY;COUNT=5', {
      original: '2026-06-09T10:00',
      type: 'changed',
      change: { joining: { url: 'https://calls.example.org/open', shownTo: 'members' } },
    });
    const { event } = edit(open, { audience: 'board', board: 'executive-oversight', joining: null });
    expect(event.recurrence?.exceptions[0]).toMatchObject({ change: { joining: { shownTo: 'board' } } });
  });

  it('gives the same event back when nothing changed', () => {
    expect(edit(weekly, {}).event).toBe(weekly);
  });

  it('refuses a rule that the start does not meet', () => {
    const when = timedSample('2026-06-02T10:00', '2026-06-02T11:00');
    const recurrence = { rule: 'FREQ=WEEKLY;COUNT=5;BYDAY=MO', exceptions: [] };
    expect(editAll(weekly, { ...detailsOf(weekly), when, recurrence }, later)).toMatchObject({
      problems: [{ field: 'recurrence.rule', code: 'rule-misses-start' }],
    });
  });
});

describe('editFrom', () => {
  const third = '2026-06-16T10:00';
  const from = (event: CalendarEvent, original: string, different: Partial<EventDetails> = {}) =>
    orThrow(
      editFrom(event, original, { ...orThrow(detailsFrom(event, original)), ...different }, names, later),
    );

  it('ends the one and begins the other', () => {
    const { earlier, later: rest, dropped } = from(weekly, third, { title: 'New call' });
    expect(dropped).toEqual([]);
    expect(earlier).toMatchObject({ id: weekly.id, title: 'Officer call', version: 2, sequence: 1 });
    expect(earlier.recurrence).toEqual({
      rule: 'FREQ=WEEKLY;COUNT=2',
      exceptions: [{ original: '2026-06-09T10:00', type: 'removed' }],
    });
    expect(rest).toMatchObject({
      ...names,
      title: 'New call',
      version: 1,
      sequence: 0,
      status: 'published',
      createdAt: later,
    });
    expect(rest?.when).toEqual(timedSample(third, '2026-06-16T11:00'));
    expect(rest?.recurrence).toEqual({
      rule: 'FREQ=WEEKLY;COUNT=3',
      exceptions: weekly.recurrence?.exceptions.slice(1),
    });
  });

  it('trims UNTIL to the last day that is left', () => {
    const { earlier, later: rest } = from(series('FREQ=WEEKLY;UNTIL=20260701T225959Z'), third);
    expect(earlier.recurrence?.rule).toBe('FREQ=WEEKLY;UNTIL=20260609T225959Z');
    expect(rest?.recurrence?.rule).toBe('FREQ=WEEKLY;UNTIL=20260701T225959Z');
  });

  it('carries the later exceptions to the new times', () => {
    const { later: rest } = from(weekly, third, {
      when: timedSample('2026-06-16T12:00', '2026-06-16T13:00'),
    });
    expect(rest && originals(rest)).toEqual(['2026-06-16T12:00', '2026-06-23T12:00']);
  });

  it('edits all of the event from its first occurrence', () => {
    const { earlier, later: rest } = from(weekly, '2026-06-02T10:00', { title: 'New call' });
    expect(rest).toBeNull();
    expect(earlier).toEqual(edit(weekly, { title: 'New call' }).event);
  });

  it('edits all of the event when every earlier occurrence had been removed', () => {
    const late = series('FREQ=WEEKLY;COUNT=3', { original: '2026-06-02T10:00', type: 'removed' });
    const { earlier, later: rest } = from(late, '2026-06-09T10:00', { title: 'New call' });
    expect(rest).toBeNull();
    expect(earlier).toMatchObject({
      id: weekly.id,
      title: 'New call',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=2', exceptions: [] },
    });
    expect(starts(earlier)).toEqual(['2026-06-09T10:00', '2026-06-16T10:00']);
  });

  it('does not begin on a night whose clock change would shift all that follows', () => {
    const night = eventSample({
      when: timedSample('2026-03-28T01:30', '2026-03-28T03:30'),
      recurrence: { rule: 'FREQ=DAILY;COUNT=3', exceptions: [] },
    });
    expect(detailsFrom(night, '2026-03-29T01:30')).toMatchObject({
      problems: [{ code: 'time-does-not-exist' }],
    });
    expect(detailsFrom(night, '2026-03-30T01:30').ok).toBe(true);
  });

  it('keeps the status', () => {
    const draft = { ...weekly, status: 'draft' } as const;
    const { earlier, later: rest } = from(draft, third);
    expect([earlier.status, earlier.sequence, rest?.status]).toEqual(['draft', 0, 'draft']);
  });
});

/** A checked series with some exceptions, and the place of one of its occurrences. */
const seriesWithPlace = fc
  .tuple(
    rules,
    startDates,
    fc.boolean(),
    fc.boolean(),
    fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 5 }),
    fc.nat(),
  )
  .map(([rule, date, isTimed, hasUntil, marks, place]) => {
    const at = (first: string): Timed | AllDay =>
      isTimed ? timedSample(`${first}T01:30`, `${first}T02:15`) : allDaySample(first);
    const first = ruleStarts(rule, at(date.toString()))[0]?.date.toString() ?? date.toString();
    const when = at(first);
    const given = ruleStarts(rule, when);
    const until = { type: 'date', until: given.at(-1)?.date ?? date } as const;
    const text = writeRule(hasUntil ? { ...rule, end: until } : rule);
    const exceptions = new Map<string, OccurrenceException>();
    for (const [index, kind] of marks) {
      const original = given[index % Math.max(given.length, 1)]?.original;
      if (original === undefined) continue;
      const moved = at('2031-05-05');
      const change = kind === 1 ? { title: 'Other' } : { when: moved };
      exceptions.set(
        original,
        kind === 0 ? { original, type: 'removed' } : { original, type: 'changed', change },
      );
    }
    const checked = checkRecurrence(
      { rule: text, exceptions: [...exceptions.values()] },
      when,
      eventSample(),
    );
    if (!checked.ok) return null;
    return {
      event: eventSample({ when, recurrence: checked.value }),
      original: given[place % given.length]?.original ?? '',
    };
  })
  .filter((made) => made !== null);

/**
 * What takes place, whatever it is called: a series that begins with an occurrence whose time the clocks jump over takes
 * that occurrence's real time for its own, and names it by that.
 */
const asSet = (occurrences: readonly Occurrence[]) =>
  occurrences
    .toSorted((a, b) => compareWhen(a.when, b.when) || ((a.original ?? '') < (b.original ?? '') ? -1 : 1))
    .map(({ when, cancelled, change }) => ({ when, cancelled, change }));

/** The second date is 31 March 2024, when there is no 1.30am in London. */
const splitOnTheClockChange = {
  event: eventSample({
    when: timedSample('2024-01-31T01:30', '2024-01-31T02:15'),
    recurrence: { rule: 'FREQ=MONTHLY;COUNT=2;BYMONTHDAY=31', exceptions: [] },
  }),
  original: '2024-03-31T01:30',
};

describe('series that are split', () => {
  it('neither lose nor double an occurrence when nothing else is changed', () => {
    let splits = 0;
    fc.assert(
      fc.property(seriesWithPlace, ({ event, original }) => {
        const details = detailsFrom(event, original);
        if (!details.ok) return;
        const edited = editFrom(event, original, details.value, names, later);
        const isLeft = expand(event).some((occurrence) => (occurrence.original ?? '') >= original);
        expect(edited.ok).toBe(isLeft);
        if (!edited.ok) return;
        const split = edited.value;
        const after = [...expand(split.earlier), ...(split.later ? expand(split.later) : [])];
        expect(same(asSet(after), asSet(expand(event)))).toBe(true);
        expect(split.dropped).toEqual([]);
        if (split.later) splits += 1;
      }),
      { numRuns: 60, examples: [[splitOnTheClockChange]] },
    );
    expect(splits).toBeGreaterThan(10);
  });

  it('keep every exception on its day when only the hour changes', () => {
    fc.assert(
      fc.property(seriesWithPlace, ({ event }) => {
        if (event.when.type !== 'timed') return;
        const day = event.when.start.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
        const when = timedSample(`${day}T12:00`, `${day}T13:00`);
        const edited = editAll(event, { ...detailsOf(event), when }, later);
        const { event: moved, dropped } = orThrow(edited);
        expect(dropped).toEqual([]);
        const days = (each: CalendarEvent) =>
          new Set(expand(each).map(({ original }) => original?.slice(0, 10)));
        expect(days(moved)).toEqual(days(event));
        expect(originals(moved)?.map((each) => each.slice(0, 10))).toEqual(
          originals(event)?.map((each) => each.slice(0, 10)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
