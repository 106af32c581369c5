import { Temporal } from 'temporal-polyfill';
import { lastDay, startDay } from '../../events/domain/when.js';
import type { When } from '../../events/domain/event.js';

/** An event on one of the days that it touches. */
export interface DayEntry<Event> {
  readonly event: Event;
  /** Which of its days this is, from 1, and how many it has. */
  readonly dayNumber: number;
  readonly days: number;
}

export interface MonthDay<Event> {
  readonly date: Temporal.PlainDate;
  /** Days before the first and after the last fill the weeks up; they hold nothing. */
  readonly isOutside: boolean;
  readonly entries: readonly DayEntry<Event>[];
}

export interface MonthGrid<Event> {
  /** Weeks from Monday to Sunday. */
  readonly weeks: readonly (readonly MonthDay<Event>[])[];
  /** Events of which only this month is known. */
  readonly undated: readonly Event[];
}

/** Days before Monday in the week of a date. */
const sinceMonday = (date: Temporal.PlainDate): number => date.dayOfWeek - 1;

/**
 * A month as weeks, each day with the events that touch it in their own zones, in the order given. Events of other months
 * are passed over.
 */
export function monthGrid<Event extends { readonly when: When }>(
  month: Temporal.PlainYearMonth,
  events: readonly Event[],
): MonthGrid<Event> {
  const first = month.toPlainDate({ day: 1 });
  const last = month.toPlainDate({ day: month.daysInMonth });
  const monday = first.subtract({ days: sinceMonday(first) });
  const byDay = entriesByDay(events, first, last);
  const weekCount = Math.ceil((sinceMonday(first) + month.daysInMonth) / 7);
  const weeks = Array.from({ length: weekCount }, (_week, week) =>
    Array.from({ length: 7 }, (_day, day) => {
      const date = monday.add({ days: week * 7 + day });
      return {
        date,
        isOutside: date.month !== month.month,
        entries: byDay.get(date.toString()) ?? [],
      };
    }),
  );
  return {
    weeks,
    undated: events.filter(({ when }) => when.type === 'month' && when.month.equals(month)),
  };
}

function entriesByDay<Event extends { readonly when: When }>(
  events: readonly Event[],
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): ReadonlyMap<string, readonly DayEntry<Event>[]> {
  const byDay = new Map<string, DayEntry<Event>[]>();
  for (const event of events) {
    if (event.when.type === 'month') continue;
    const [begins, ends] = [startDay(event.when), lastDay(event.when)];
    const days = begins.until(ends).days + 1;
    let date = Temporal.PlainDate.compare(begins, first) < 0 ? first : begins;
    const until = Temporal.PlainDate.compare(ends, last) > 0 ? last : ends;
    for (; Temporal.PlainDate.compare(date, until) <= 0; date = date.add({ days: 1 })) {
      const entry = { event, dayNumber: begins.until(date).days + 1, days };
      const entries = byDay.get(date.toString());
      if (entries) entries.push(entry);
      else byDay.set(date.toString(), [entry]);
    }
  }
  return byDay;
}
