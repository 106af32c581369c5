import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { pickFields, type SubmittedValues } from '#ui';
import { detailsOf } from '../../events/domain/changes.js';
import { validateDetails } from '../../events/domain/details.js';
import type { EventDetails, When } from '../../events/domain/event.js';
import { allDaySample, eventSample, monthSample, timedSample } from '../../events/domain/testing/samples.js';
import { eventFieldNames, occurrenceFieldNames } from './field-names.js';
import { fillEventForm, newEventValues } from './fill-event-form.js';
import { fieldErrorsOf } from './problem-fields.js';
import { readEventForm, readOccurrenceForm } from './read-event-form.js';

const details = (different: Partial<EventDetails> = {}): EventDetails => ({
  ...detailsOf(eventSample()),
  ...different,
});

/** What comes of a form that is sent back as it was filled. */
function sentBack(event: EventDetails, kept: EventDetails | null, typed: SubmittedValues = {}) {
  return validateDetails(readEventForm({ ...fillEventForm(event), ...typed }, kept).input);
}

const place = {
  name: 'Neuadd',
  address: 'Stryd Fawr\nBala',
  coordinates: { latitude: 0, longitude: -0.0000001 },
};

const kinds: readonly [string, EventDetails][] = [
  ['times', details()],
  ['times over midnight', details({ when: timedSample('2026-06-02T19:00', '2026-06-03T00:00') })],
  [
    'times in another zone',
    details({ when: timedSample('2026-06-02T09:00', '2026-06-04T17:30', 'Europe/Rome') }),
  ],
  ['a moment', details({ kind: 'deadline', when: timedSample('2026-06-02T12:00', '2026-06-02T12:00') })],
  ['one day', details({ when: allDaySample('2026-06-02') })],
  ['several days', details({ when: allDaySample('2026-06-30', '2026-07-02') })],
  ['a month', details({ when: monthSample('2026-06') })],
  ['a place', details({ format: 'hybrid', place })],
  [
    'nothing that may be left out',
    details({ joining: null, organiser: null, description: '', tags: [], series: null }),
  ],
  ['a board', details({ audience: 'board', board: 'values-and-principles-board', joining: null })],
  ['a weekly rule', details({ recurrence: { rule: 'FREQ=WEEKLY;COUNT=5;BYDAY=TU,TH', exceptions: [] } })],
  ['a yearly rule', details({ recurrence: { rule: 'FREQ=YEARLY;COUNT=5', exceptions: [] } })],
  [
    'a rule that ends on a day',
    details({ recurrence: { rule: 'FREQ=MONTHLY;UNTIL=20270331T225959Z;BYDAY=1TU', exceptions: [] } }),
  ],
];

describe('a form that is sent back as it was filled', () => {
  test.each(kinds)('says the same: %s', (_, event) => {
    expect(sentBack(event, event)).toMatchObject({ ok: true, value: { details: event } });
    expect(sentBack(event, null)).toMatchObject({ ok: true, value: { details: event } });
  });

  test('says the same of a rule that its choices cannot say, if the event has it already', () => {
    const rule = 'FREQ=MONTHLY;COUNT=5;BYDAY=MO,TU;BYSETPOS=2';
    const event = details({ recurrence: { rule, exceptions: [] } });
    expect(sentBack(event, event)).toMatchObject({ ok: true, value: { details: event } });
    const alone = readEventForm(fillEventForm(event), null);
    expect(alone.problems).toMatchObject([{ field: 'recurrence.rule' }]);
    expect(alone.input.recurrence).toBeNull();
  });

  test('says the same of any time, the doubled hour and seconds among them', () => {
    const zone = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const start = fc.integer({ min: 1_600_000_000, max: 2_600_000_000 });
    const length = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(start, length, zone, (from, seconds, where) => {
        const when: When = {
          type: 'timed',
          start: Temporal.Instant.fromEpochMilliseconds(from * 1000),
          end: Temporal.Instant.fromEpochMilliseconds((from + seconds) * 1000),
          zone: where,
        };
        const event = details({ when });
        const back = sentBack(event, event, { title: 'Renamed' });
        expect(back).toMatchObject({ ok: true, value: { details: { when } } });
      }),
    );
  });
});

test('a time that was changed is read, not kept', () => {
  const event = details();
  const back = sentBack(event, event, { 'when.end.time': '2pm' });
  expect(back).toMatchObject({
    ok: true,
    value: { details: { when: timedSample('2026-06-02T10:00', '2026-06-02T14:00') } },
  });
});

test('every control that a form is filled with is read, and no other', () => {
  for (const [, event] of kinds) {
    expect(eventFieldNames).toEqual(expect.arrayContaining(Object.keys(fillEventForm(event))));
  }
  expect(eventFieldNames).toEqual(expect.arrayContaining(Object.keys(newEventValues)));
  expect(eventFieldNames).toEqual(expect.arrayContaining([...occurrenceFieldNames]));
  const sent = { title: 'X', status: 'published', constructor: 'x', ref: '2099-x' };
  expect(pickFields(sent, eventFieldNames)).toEqual({ title: 'X' });
});

test('one date of an event takes only what may be its own', () => {
  const event = details();
  const values = {
    ...fillEventForm(event),
    title: 'Own',
    audience: 'public',
    tags: 'sneaked',
    kind: 'launch',
  };
  const { input } = readOccurrenceForm(values, event);
  expect(input).toMatchObject({ title: 'Own', audience: 'members', tags: ['officers'], kind: 'meeting' });
});

describe('a new series', () => {
  const newSeries = (values: SubmittedValues) => readEventForm({ ...newEventValues, ...values }, null);
  test.each([
    ['Carers’ webinars – spring', 'carers-webinars-spring'],
    ['  Gŵyl & Eisteddfod 2027 ', 'gwyl-and-eisteddfod-2027'],
    ['LGA', 'lga'],
  ])('%s is called %s', (name, slug) => {
    const answer = newSeries({ newSeries: name });
    expect(answer.input.series).toBe(slug);
    expect(answer.newSeriesName).toBe(name.trim());
    expect(answer.problems).toEqual([]);
  });

  test.each([
    [{ newSeries: '研究' }, 'with letters from a to z'],
    [{ newSeries: 'a'.repeat(101) }, '100 characters or fewer'],
    [{ newSeries: 'A', series: 'b' }, 'not both'],
  ])('%j is refused', (values, message) => {
    const answer = newSeries(values);
    expect(answer.problems).toMatchObject([{ field: 'newSeries' }]);
    expect(answer.problems[0]?.message).toContain(message);
    expect(answer.newSeriesName).toBeNull();
  });
});

describe('a problem of the domain', () => {
  test.each([
    ['title', 'timed', undefined, 'title'],
    ['when.start.date', 'timed', undefined, 'when.start.date'],
    ['when.start.date', 'timed', ['day'], 'when.start.date.day'],
    ['when.start.date', 'all-day', ['year'], 'when.first.year'],
    ['when.end.date', 'all-day', undefined, 'when.last'],
    ['when.month', 'month', ['month', 'year'], 'when.month.month'],
    ['when', 'timed', undefined, 'when.type'],
    ['place.coordinates', 'timed', undefined, 'place.latitude'],
    ['recurrence.rule', 'timed', undefined, 'recurrence.repeats'],
    ['recurrence.until', 'timed', ['year'], 'recurrence.until.year'],
    ['recurrence.exceptions.2026-06-02T10:00.title', 'timed', undefined, 'title'],
    ['original', 'timed', undefined, ''],
    ['status', 'timed', undefined, ''],
  ])('%s of %s %j leads to %s', (field, whenType, parts, control) => {
    const problem = { field, message: 'M', ...(parts && { parts }) };
    expect(fieldErrorsOf([problem], whenType, eventFieldNames)).toEqual([{ field: control, message: 'M' }]);
  });

  test('stands in the order of the page, without the choices that stand beside it', () => {
    const problems = ['audience', 'format', 'nowhere', 'when.zone', 'title'].map((field) => ({
      field,
      message: 'Say it. Choose one of: a, b.',
    }));
    expect(fieldErrorsOf(problems, 'timed', eventFieldNames)).toEqual(
      ['title', 'when.zone', 'format', 'audience', ''].map((field) => ({ field, message: 'Say it.' })),
    );
  });
});
