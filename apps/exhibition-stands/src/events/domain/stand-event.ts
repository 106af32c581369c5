import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { minutesOf, openingOf, type Opening } from '../../exhibitions/domain/openings.js';

export const audiences = ['public', 'members', 'invited'] as const;

/** Who hears of an event: everybody, whoever is signed in, or its guests alone. */
export type Audience = (typeof audiences)[number];

export type EventStatus = 'draft' | 'published' | 'cancelled';

/** Whether what an event costs is granted. */
export type BudgetStatus = 'asked' | 'approved' | 'refused';

export const numberRules = {
  capacity: { what: 'how many there is room for', least: 1, most: 2000 },
  hostsNeeded: { what: 'how many hosts it needs', least: 0, most: 50 },
} as const;

/** What staff say of an event. */
export interface EventDetails extends Opening {
  readonly title: string;
  readonly hostName: string | null;
  /** Plain text. */
  readonly summary: string;
  readonly capacity: number;
  readonly audience: Audience;
  readonly hostsNeeded: number;
  readonly budgetPence: number | null;
}

/** The same as a form or a program gives it. */
export interface EventInput {
  readonly title: string;
  readonly day: Checked<string | null>;
  readonly from: Checked<Temporal.PlainTime>;
  /** Not after `from`: on the next day. */
  readonly until: Checked<Temporal.PlainTime>;
  readonly hostName: string | null;
  readonly summary: string;
  readonly capacity: Checked<number>;
  readonly audience: string;
  readonly hostsNeeded: Checked<number>;
  readonly budgetPence: Checked<number | null>;
}

/** @returns the event, or all that is wrong with it, each at its field */
export function checkEvent(
  input: EventInput,
  exhibition: Pick<Exhibition, 'zone' | 'days'>,
): Checked<EventDetails> {
  const title = checkText(input.title, 'title', {
    longest: 120,
    missing: { code: 'missing', message: 'Enter what the event is called.' },
  });
  const span = checkSpan(input, exhibition);
  const hostName = checkOptionalText(input.hostName, 'hostName', { longest: 120 });
  const summary = checkOptionalText(input.summary, 'summary', { longest: 1000, manyLines: true });
  const audience = checkChoice<Audience>(input.audience, audiences, 'audience', 'Say whom it is for.');
  const { capacity, hostsNeeded, budgetPence } = input;
  if (
    !title.ok ||
    !span.ok ||
    !hostName.ok ||
    !summary.ok ||
    !audience.ok ||
    !capacity.ok ||
    !hostsNeeded.ok ||
    !budgetPence.ok
  ) {
    return refused(
      ...problemsOf(title, span, hostName, summary, capacity, audience, hostsNeeded, budgetPence),
    );
  }
  return accepted({
    ...span.value,
    title: title.value,
    hostName: hostName.value,
    summary: summary.value ?? '',
    capacity: capacity.value,
    audience: audience.value,
    hostsNeeded: hostsNeeded.value,
    // What costs nothing needs nobody's consent.
    budgetPence: budgetPence.value === 0 ? null : budgetPence.value,
  });
}

/** The longest that an event lasts, in minutes. */
const longest = 12 * 60;

function checkSpan(
  { day, from, until }: Pick<EventInput, 'day' | 'from' | 'until'>,
  { zone, days }: Pick<Exhibition, 'zone' | 'days'>,
): Checked<Opening> {
  if (!day.ok || !from.ok || !until.ok) return refused(...problemsOf(day, from, until));
  if (day.value === null) return refuse('day', 'missing', 'Enter the day of the event.');
  const wanted = day.value;
  if (!days.some((each) => each.day === wanted)) {
    return refuse('day', 'not-a-day-of-the-stand', 'There is no stand on this day. Choose one of its days.');
  }
  const hours = { day: wanted, opens: from.value.toString(), closes: until.value.toString() };
  const span = openingOf(hours, zone);
  if (span === null) {
    return refuse('from', 'no-such-time', 'The clock goes forward then, so that there is no such time.');
  }
  if (minutesOf(span) > longest) {
    return refuse('until', 'too-long', 'An event lasts at most 12 hours. Enter an earlier end.');
  }
  return accepted({ start: span.start, end: span.end });
}
