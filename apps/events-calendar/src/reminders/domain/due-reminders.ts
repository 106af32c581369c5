import { Temporal } from 'temporal-polyfill';
import type { Occurrence } from '../../events/domain/event.js';
import { startDay, startInstant } from '../../events/domain/when.js';
import { reminderDays, reminderDue, type DaysBefore } from './reminder-days.js';

/** That somebody wants to be reminded of an event. */
export interface ReminderChoice {
  readonly personId: string;
  readonly daysBefore: number;
  /** When they chose it; what was due before is none of theirs. */
  readonly since: Temporal.Instant;
}

/** A reminder of an event that has been dealt with: everybody who was to have it then has been asked a mail for. */
export interface SettledReminder {
  /** The event's date, where it is. */
  readonly onDate: string;
  readonly daysBefore: number;
}

export interface ReminderState {
  readonly occurrences: readonly Pick<Occurrence, 'when' | 'cancelled'>[];
  /** When people could first know that it takes place; what was due before is left out, as that told them. */
  readonly knownSince: Temporal.Instant;
  readonly settled: readonly SettledReminder[];
  readonly choices: readonly ReminderChoice[];
  readonly now: Temporal.Instant;
}

/** One mail to some people, about one date of an event. */
export interface DueReminder<Date> {
  readonly occurrence: Date;
  readonly daysBefore: DaysBefore;
  readonly dueAt: Temporal.Instant;
  readonly people: readonly string[];
}

export interface DueReminders<Date> {
  readonly mails: readonly DueReminder<Date>[];
  /** What is settled once those mails have been asked for. */
  readonly settled: readonly SettledReminder[];
}

/**
 * Which reminders of an event are to be sent now: those whose moment has passed, of dates that have not begun, and that are
 * not settled. Somebody who is due several, as after a long downtime, gets the one closest to the event. A date that was
 * moved to another day is another date; one that was moved within its day is the same.
 */
export function dueReminders<Date extends Pick<Occurrence, 'when' | 'cancelled'>>(
  state: ReminderState & { readonly occurrences: readonly Date[] },
): DueReminders<Date> {
  const isSettled = new Set(state.settled.map(keyOf));
  const mails: DueReminder<Date>[] = [];
  const settled: SettledReminder[] = [];
  for (const [onDate, occurrence] of firstOfEachDate(state)) {
    const due = reminderDays.flatMap((daysBefore) => {
      const dueAt = reminderDue(occurrence.when, daysBefore);
      const isDue = dueAt !== null && isBefore(dueAt, state.now);
      return isDue && !isSettled.has(keyOf({ onDate, daysBefore })) ? [{ daysBefore, dueAt }] : [];
    });
    const reminded = new Set<string>();
    // From the closest to the event: whoever has that gets no other.
    for (const { daysBefore, dueAt } of due) {
      const wanted = new Set(wanting(state, daysBefore, dueAt));
      const people = [...wanted].filter((personId) => !reminded.has(personId));
      for (const personId of people) reminded.add(personId);
      if (people.length > 0) mails.push({ occurrence, daysBefore, dueAt, people });
      settled.push({ onDate, daysBefore });
    }
  }
  return { mails, settled };
}

const keyOf = ({ onDate, daysBefore }: SettledReminder): string => `${onDate} ${daysBefore}`;

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) <= 0;

/** What is to come on each day, the first of each. */
function firstOfEachDate<Date extends Pick<Occurrence, 'when' | 'cancelled'>>({
  occurrences,
  now,
}: {
  readonly occurrences: readonly Date[];
  readonly now: Temporal.Instant;
}): ReadonlyMap<string, Date> {
  const coming = occurrences
    .filter(({ when, cancelled }) => cancelled === null && !isBefore(startInstant(when), now))
    .toSorted((a, b) => Temporal.Instant.compare(startInstant(a.when), startInstant(b.when)));
  const byDate = new Map<string, Date>();
  for (const occurrence of coming) {
    const onDate = startDay(occurrence.when).toString();
    if (!byDate.has(onDate)) byDate.set(onDate, occurrence);
  }
  return byDate;
}

/** Who wants to be reminded then, and did so by the time that it was due. */
function wanting(
  { choices, knownSince }: ReminderState,
  daysBefore: DaysBefore,
  dueAt: Temporal.Instant,
): string[] {
  if (!isBefore(knownSince, dueAt)) return [];
  return choices
    .filter((choice) => choice.daysBefore === daysBefore && isBefore(choice.since, dueAt))
    .map(({ personId }) => personId);
}
