import type { Temporal } from 'temporal-polyfill';
import { dateIn, textIn, type SubmittedValues } from '#ui';
import type { DateParts } from '../../events/domain/calendar-date.js';
import { accepted, type Checked } from '../../events/domain/errors.js';
import { eventKinds, type When } from '../../events/domain/event.js';
import { whenFromForm } from '../../events/domain/read-when.js';
import { timeInWords } from '../../events/domain/time-of-day.js';
import { homeZone } from '../../events/domain/zones.js';

const none: DateParts = { day: '', month: '', year: '' };

/**
 * When, as the form has it. Where nothing was changed of what {@link fillWhen} put there it is `kept` itself: an end of
 * 01:30 on the night that the clocks go back may be the second one, which the form cannot say.
 *
 * @param kept what the form was filled with; `null` for a new event
 */
export function readWhen(values: SubmittedValues, kept: When | null): Checked<When> {
  if (kept !== null && isUntouched(values, kept)) return accepted(kept);
  const type = textIn(values, 'when.type');
  const kind = eventKinds.find((each) => each === textIn(values, 'kind')) ?? 'meeting';
  const times = {
    startTime: textIn(values, 'when.start.time'),
    endTime: textIn(values, 'when.end.time'),
    zone: textIn(values, 'when.zone'),
  };
  return whenFromForm({ type, ...times, ...daysOf(values, type) }, kind);
}

function daysOf(values: SubmittedValues, type: string): { start: DateParts; end: DateParts } {
  switch (type) {
    case 'all-day':
      return { start: dateIn(values, 'when.first'), end: dateIn(values, 'when.last') };
    case 'month':
      return { start: dateIn(values, 'when.month'), end: none };
    default:
      return { start: dateIn(values, 'when.start.date'), end: dateIn(values, 'when.end.date') };
  }
}

/** The controls' values for an event at `when`. An end on the day that it starts is left blank. */
export function fillWhen(when: When): SubmittedValues {
  const common = { 'when.type': when.type, 'when.zone': when.zone };
  if (when.type === 'month') {
    return {
      ...common,
      'when.month.month': String(when.month.month),
      'when.month.year': String(when.month.year),
    };
  }
  if (when.type === 'all-day') {
    return {
      ...common,
      ...fillDate('when.first', when.first),
      ...fillDate('when.last', when.last.equals(when.first) ? null : when.last),
    };
  }
  const start = when.start.toZonedDateTimeISO(when.zone);
  const end = when.end.toZonedDateTimeISO(when.zone);
  const isMoment = when.start.equals(when.end);
  const sameDay = start.toPlainDate().equals(end.toPlainDate());
  return {
    ...common,
    ...fillDate('when.start.date', start.toPlainDate()),
    'when.start.time': timeInWords(start.toPlainTime()),
    ...fillDate('when.end.date', sameDay ? null : end.toPlainDate()),
    'when.end.time': isMoment ? '' : timeInWords(end.toPlainTime()),
  };
}

/** The boxes of a date; empty ones for `null`, since a browser sends those too. */
export function fillDate(name: string, date: Temporal.PlainDate | null): SubmittedValues {
  return {
    [`${name}.day`]: String(date?.day ?? ''),
    [`${name}.month`]: String(date?.month ?? ''),
    [`${name}.year`]: String(date?.year ?? ''),
  };
}

/** A new event: at set times, in the network's zone. */
export const newWhen: SubmittedValues = { 'when.type': 'timed', 'when.zone': homeZone };

function isUntouched(values: SubmittedValues, kept: When): boolean {
  return Object.entries(fillWhen(kept)).every(([name, value]) => textIn(values, name).trim() === value);
}
