import type { Temporal } from 'temporal-polyfill';
import { isBlank, readDate, readMonth, type DateParts } from './calendar-date.js';
import { checkWhen } from './check-when.js';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { AllDay, EventKind, MonthOnly, Timed, When } from './event.js';
import { readTime } from './time-of-day.js';
import { instantOf, type Disambiguation } from './wall-clock.js';
import { readZone } from './zones.js';

/** When, as a form sends it. What a type does not need is not looked at. */
export interface WhenForm {
  /** `timed`, `all-day` or `month`. */
  readonly type: string;
  readonly start: DateParts;
  readonly startTime: string;
  /** Blank: the day that it starts on. */
  readonly end: DateParts;
  readonly endTime: string;
  readonly zone: string;
}

/**
 * Reads a form. A blank end date is the start's day, or the next one where it ends at midnight; a deadline needs no end.
 * Problems are at `<field>.type`, `.start.date`, `.start.time`, `.end.date`, `.end.time`, `.month` and `.zone`.
 * A time that comes twice in autumn is the first unless `disambiguation` says otherwise.
 */
export function whenFromForm(
  form: WhenForm,
  kind: EventKind,
  disambiguation: Disambiguation = 'earlier',
  field = 'when',
): Checked<When> {
  const zone = readZone(form.zone, `${field}.zone`);
  switch (form.type) {
    case 'timed':
      return timedFromForm(form, zone, kind, disambiguation, field);
    case 'all-day':
      return allDayFromForm(form, zone, kind, field);
    case 'month': {
      const month = readMonth(form.start, `${field}.month`);
      if (!month.ok || !zone.ok) return refused(...problemsOf(month, zone));
      return accepted<MonthOnly>({ type: 'month', month: month.value, zone: zone.value });
    }
    default:
      return refuse(
        `${field}.type`,
        'unknown-choice',
        'Choose whether it has times, lasts whole days, or only the month is known.',
      );
  }
}

function timedFromForm(
  form: WhenForm,
  zone: Checked<string>,
  kind: EventKind,
  disambiguation: Disambiguation,
  field: string,
): Checked<Timed> {
  const startDate = readDate(form.start, `${field}.start.date`);
  const startTime = readTime(form.startTime, `${field}.start.time`);
  const isMoment = kind === 'deadline' && isBlank(form.end) && form.endTime.trim() === '';
  const endTime = isMoment ? startTime : readEndTime(form.endTime, `${field}.end.time`);
  const endDate = isBlank(form.end) ? startDate : readDate(form.end, `${field}.end.date`);
  if (!startDate.ok || !startTime.ok || !endTime.ok || !endDate.ok || !zone.ok) {
    // A copied start is not a problem of the end as well.
    const ends = [isMoment ? null : endTime, isBlank(form.end) ? null : endDate];
    return refused(...problemsOf(startDate, startTime, ...ends.filter((end) => end !== null), zone));
  }
  const endsAtMidnight =
    isBlank(form.end) && !isMoment && isMidnight(endTime.value) && !isMidnight(startTime.value);
  return timed(
    startDate.value.toPlainDateTime(startTime.value),
    endDate.value.add({ days: endsAtMidnight ? 1 : 0 }).toPlainDateTime(endTime.value),
    zone.value,
    kind,
    disambiguation,
    field,
  );
}

function allDayFromForm(
  form: WhenForm,
  zone: Checked<string>,
  kind: EventKind,
  field: string,
): Checked<AllDay> {
  const first = readDate(form.start, `${field}.start.date`);
  const last = isBlank(form.end) ? first : readDate(form.end, `${field}.end.date`);
  if (!first.ok || !last.ok || !zone.ok) {
    return refused(...problemsOf(first, ...(isBlank(form.end) ? [] : [last]), zone));
  }
  return checkWhen({ type: 'all-day', first: first.value, last: last.value, zone: zone.value }, kind, field);
}

/** A checked {@link Timed} from wall-clock times. */
export function timed(
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime,
  zone: string,
  kind: EventKind,
  disambiguation: Disambiguation = 'earlier',
  field = 'when',
): Checked<Timed> {
  const from = instantOf(start, zone, `${field}.start.time`, disambiguation);
  const to = instantOf(end, zone, `${field}.end.time`, disambiguation);
  if (!from.ok || !to.ok) {
    return refused(...problemsOf(from, ...(start.equals(end) ? [] : [to])));
  }
  return checkWhen({ type: 'timed', start: from.value, end: to.value, zone }, kind, field);
}

function readEndTime(text: string, field: string): Checked<Temporal.PlainTime> {
  if (text.trim() !== '') return readTime(text, field);
  return refuse(field, 'end-missing', 'Enter when it ends, such as 11:30am or 16:00.');
}

const isMidnight = (time: Temporal.PlainTime): boolean => time.hour === 0 && time.minute === 0;
