import { Temporal } from 'temporal-polyfill';
import type { EventDetails, OccurrenceException, When } from '../events/domain/event.js';

/** An event to come, as the demonstration shows it. */
export interface DemoEvent {
  readonly details: EventDetails;
  readonly status: 'draft' | 'published' | 'postponed' | 'cancelled';
  readonly reason: string | null;
}

const london = 'Europe/London';

type Some = Partial<EventDetails> & Pick<EventDetails, 'title' | 'kind' | 'format' | 'when'>;

function demo(
  some: Some,
  status: DemoEvent['status'] = 'published',
  reason: string | null = null,
): DemoEvent {
  const organiser = { name: 'Network office', email: 'events@example.org', phone: null };
  return {
    details: {
      place: null,
      joining: null,
      description: '',
      organiser,
      audience: 'public',
      board: null,
      series: null,
      tags: [],
      recurrence: null,
      ...some,
    },
    status,
    reason,
  };
}

function days(first: Temporal.PlainDate, count = 1, zone = london): When {
  return { type: 'all-day', first, last: first.add({ days: count - 1 }), zone };
}

function at(date: Temporal.PlainDate, from: string, to: string, zone = london) {
  const instant = (time: string) =>
    date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  return { type: 'timed', start: instant(from), end: instant(to), zone } as const;
}

/** The first day from `date` on that is this weekday; 1 is Monday. */
function next(date: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 });
}

function firstTuesday(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  return next(month.toPlainDate({ day: 1 }), 2);
}

function officerCalls(today: Temporal.PlainDate): DemoEvent {
  const month = today.toPlainYearMonth().add({ months: 1 });
  const first = firstTuesday(month);
  const third = firstTuesday(month.add({ months: 2 }));
  const fourth = firstTuesday(month.add({ months: 3 }));
  const exceptions: OccurrenceException[] = [
    {
      original: `${third.toString()}T10:00`,
      type: 'changed',
      change: { when: at(third.add({ days: 1 }), '14:00', '15:00') },
    },
    {
      original: `${fourth.toString()}T10:00`,
      type: 'changed',
      change: { cancelled: { reason: 'Too many people are away that week.' } },
    },
  ];
  return demo({
    title: 'Monthly officer call',
    kind: 'meeting',
    format: 'online',
    when: at(first, '10:00', '11:00'),
    joining: { url: 'https://meet.example.org/officer-call', shownTo: 'members' },
    description:
      'What is going on in your council, what you need help with, and what the network is working on.\n\n' +
      '- Round the table\n- Policy labs\n- Dates for the diary',
    tags: ['officers'],
    recurrence: { rule: 'FREQ=MONTHLY;COUNT=12;BYDAY=1TU', exceptions },
  });
}

function webinars(today: Temporal.PlainDate): DemoEvent[] {
  const first = next(today.add({ weeks: 3 }), 4);
  return [1, 2, 3].map((part) =>
    demo({
      title: `Care that people own (${part} of 3)`,
      kind: 'online event',
      format: 'online',
      when: at(first.add({ weeks: part - 1 }), '12:30', '13:30'),
      joining: { url: `https://meet.example.org/care-${part}`, shownTo: 'public' },
      description:
        'Councils and co-operatives on how home care can be run by those who give it and those who need it.',
      series: 'care-that-people-own',
      tags: ['social-care'],
    }),
  );
}

function stand(title: string, first: Temporal.PlainDate, length: number, town: string): DemoEvent {
  return demo({
    title,
    kind: 'exhibition',
    format: 'in person',
    when: days(first, length),
    place: { name: town, address: null, coordinates: null },
    description: 'Come and see us on the stand. Members meet there at 1pm each day.',
    tags: ['stands'],
  });
}

/** Next time this month comes round, some way off. */
function comingMonth(today: Temporal.PlainDate, month: number): Temporal.PlainDate {
  const thisYear = Temporal.PlainDate.from({ year: today.year, month, day: 1 });
  const soonest = today.add({ weeks: 4 });
  return Temporal.PlainDate.compare(thisYear, soonest) >= 0 ? thisYear : thisYear.add({ years: 1 });
}

/**
 * A calendar as a network has it on any day: what is next, what is far off, what moved and what is called off. The annual
 * conference is not among it: conference registration tells of that.
 */
export function upcomingEvents(today: Temporal.PlainDate): DemoEvent[] {
  const elections = next(today.add({ months: 4 }), 2);
  const board = next(today.add({ weeks: 2 }), 3);
  return [
    demo({
      title: 'Board elections: self-nominations close',
      kind: 'deadline',
      format: 'online',
      when: at(elections.subtract({ weeks: 5 }), '12:00', '12:00'),
      audience: 'members',
    }),
    officerCalls(today),
    ...webinars(today),
    stand('Local Government Association Annual Conference', next(comingMonth(today, 7), 2), 3, 'Harrogate'),
    stand(
      'Liberal Democrat Party Conference',
      next(comingMonth(today, 9).add({ weeks: 2 }), 6),
      4,
      'Bournemouth',
    ),
    stand('Labour Party Conference', next(comingMonth(today, 9).add({ weeks: 3 }), 7), 4, 'Liverpool'),
    stand(
      'Co-operative Party Annual Conference',
      next(comingMonth(today, 10).add({ weeks: 1 }), 5),
      3,
      'Glasgow',
    ),
    demo({
      title: 'Values & Principles Board',
      kind: 'meeting',
      format: 'online',
      when: at(board, '14:00', '16:00'),
      joining: { url: 'https://meet.example.org/vpb', shownTo: 'board' },
      audience: 'board',
      board: 'values-and-principles-board',
    }),
    demo({
      title: 'Executive Oversight Committee',
      kind: 'meeting',
      format: 'hybrid',
      when: at(board.add({ weeks: 4 }), '10:00', '12:00'),
      place: { name: 'Committee room 2, Oldham Civic Centre', address: null, coordinates: null },
      joining: { url: 'https://meet.example.org/eoc', shownTo: 'board' },
      audience: 'board',
      board: 'executive-oversight-committee',
    }),
    demo({
      title: 'All-member strategy session',
      kind: 'network event',
      format: 'online',
      when: { type: 'month', month: today.toPlainYearMonth().add({ months: 3 }), zone: london },
      description: 'What should the network do next? The date follows.',
    }),
    demo(
      {
        title: 'Growing the local economy: workshop for town and parish councils',
        kind: 'workshop',
        format: 'in person',
        when: at(next(today.add({ weeks: 5 }), 2), '10:30', '15:30'),
        place: { name: 'Burntwood Town Council', address: null, coordinates: null },
        tags: ['town-and-parish'],
      },
      'postponed',
      'The venue has to be repaired first.',
    ),
    demo(
      {
        title: 'Procurement clinic',
        kind: 'online event',
        format: 'online',
        when: at(next(today.add({ weeks: 2 }), 5), '11:00', '12:00'),
      },
      'cancelled',
      'The speaker is ill.',
    ),
    demo(
      {
        title: 'Launch of the network’s annual report',
        kind: 'launch',
        format: 'hybrid',
        when: at(next(today.add({ weeks: 9 }), 3), '17:30', '19:00'),
      },
      'draft',
    ),
  ];
}
