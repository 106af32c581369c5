import { Temporal } from 'temporal-polyfill';
import { accepted, homeZone } from '#checks';
import type { NewExhibitionInput } from '../exhibitions/create-exhibition.js';
import type { DayKind } from '../exhibitions/domain/exhibition.js';

const usual = {
  slug: null,
  venue: null,
  hall: null,
  standNumber: null,
  zone: homeZone,
  description: '',
  contacts: [],
  passesNeeded: false,
  walkingMinutes: '10',
  swapsNeedApproval: false,
} as const;

function day(date: Temporal.PlainDate, opens: string, closes: string, kind: DayKind = 'open') {
  return { day: accepted(date.toString()), kind, opens, closes };
}

/** An exhibition of the past, as the network's list of events has it. */
interface Past {
  readonly title: string;
  readonly host: string;
  readonly city: string;
  readonly first: string;
  readonly last: string;
  readonly summary: string;
}

/** Those of the autumn of 2019 and the summer after it, on their real days. */
const past: readonly Past[] = [
  {
    title: 'Liberal Democrat Party Conference',
    host: 'The Liberal Democrats',
    city: 'Bournemouth',
    first: '2019-09-14',
    last: '2019-09-17',
    summary: 'The first time that the network exhibited there.',
  },
  {
    title: 'Labour Party Conference',
    host: 'The Labour Party',
    city: 'Brighton',
    first: '2019-09-21',
    last: '2019-09-25',
    summary: 'The network’s stand at the Labour Party’s annual conference.',
  },
  {
    title: 'Co-operative Party Annual Conference',
    host: 'The Co-operative Party',
    city: 'Glasgow',
    first: '2019-10-11',
    last: '2019-10-13',
    summary: 'The network’s stand among co-operators.',
  },
  {
    title: 'NALC Annual Conference 2019',
    host: 'National Association of Local Councils',
    city: 'Milton Keynes',
    first: '2019-10-28',
    last: '2019-10-28',
    summary: 'A day with town and parish councils.',
  },
  {
    title: 'Local Government Association Annual Conference & Exhibition',
    host: 'Local Government Association',
    city: 'Harrogate',
    first: '2020-06-30',
    last: '2020-07-02',
    summary: 'The network’s stand at the LGA’s annual conference.',
  },
];

/** An exhibition as staff wrote it, and when it was. */
export interface DemoExhibition {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly input: NewExhibitionInput;
}

/** Those that are over, in the order of their days. */
export const pastExhibitions: readonly DemoExhibition[] = past.map((each) => {
  const [first, last] = [Temporal.PlainDate.from(each.first), Temporal.PlainDate.from(each.last)];
  const { title, host, city, summary } = each;
  const days = Array.from({ length: first.until(last).days + 1 }, (_, index) =>
    day(first.add({ days: index }), '09:00', '17:00'),
  );
  return { first, last, input: { ...usual, title, host, city, summary, days: accepted(days) } };
});

/** The Saturday of the week in September in which the conference of the next year begins. */
export function comingFirstDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const earliest = Temporal.PlainDate.from({ year: today.year + 1, month: 9, day: 20 });
  return earliest.add({ days: (13 - earliest.dayOfWeek) % 7 });
}

/** The Sunday on which the conference of last autumn began: the last one of which all is over that came after it. */
export function lastFirstDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const inYear = (year: number) => comingFirstDay(today.with({ year: year - 1 })).add({ days: 1 });
  const first = inYear(today.year);
  const settled = first.add({ days: 3 + 14 });
  return Temporal.PlainDate.compare(settled, today) <= 0 ? first : inYear(today.year - 1);
}

/** The stand of last autumn: open from Sunday to Tuesday. */
export function lastExhibition(first: Temporal.PlainDate): DemoExhibition {
  const title = `Labour Party Conference ${first.year}`;
  const days = [0, 1, 2].map((number) => day(first.add({ days: number }), '09:00', '17:00'));
  const where = {
    city: 'Liverpool',
    venue: 'Exhibition Centre Liverpool',
    hall: 'Hall C',
    standNumber: '17',
  };
  return {
    first,
    last: first.add({ days: 2 }),
    input: {
      ...usual,
      ...where,
      title,
      host: 'The Labour Party',
      summary: 'The network’s stand at the Labour Party’s annual conference.',
      days: accepted(days),
    },
  };
}

/** Next year's stand: built up on a Saturday, open until Wednesday. */
export function comingExhibition(first: Temporal.PlainDate): DemoExhibition {
  const on = (days: number) => first.add({ days });
  return {
    first,
    last: on(4),
    input: {
      ...usual,
      title: `Labour Party Conference ${first.year}`,
      host: 'The Labour Party',
      city: 'Liverpool',
      venue: 'Exhibition Centre Liverpool',
      hall: 'Hall C',
      standNumber: '42',
      summary: 'Come and see what councils and co-operatives do together, and take some of it home.',
      description: comingDescription,
      contacts: [
        {
          name: 'Exhibition office',
          role: 'The host’s office for exhibitors',
          phone: '0151 496 0100',
          email: 'exhibitors@example.org',
        },
        { name: 'Vi Venue', role: 'The venue’s duty manager', phone: '0151 496 0101', email: null },
      ],
      passesNeeded: true,
      swapsNeedApproval: true,
      days: accepted([
        day(first, '13:00', '17:00', 'build-up'),
        ...[1, 2, 3].map((number) => day(on(number), '09:00', '18:00')),
        day(on(4), '09:00', '13:30'),
        day(on(4), '13:30', '16:30', 'break-down'),
      ]),
    },
  };
}

const comingDescription = `Members of the network take turns on the stand. Ask them how their council does it.

- **Case studies** from more than thirty councils, to take away
- **People who did it**: leaders, cabinet members and officers
- **Where to begin**: what joining costs, and what you get for it`;
