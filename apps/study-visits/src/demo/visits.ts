import { Temporal } from 'temporal-polyfill';
import { momentAt } from '#platform';
import type { VisitDetails } from '../visits/domain/details.js';

/** Whom to turn to. Nobody of these exists. */
const contacts = [{ name: 'Sam Staff', role: 'Runs the visit', phone: null, email: 'sam.staff@example.org' }];

const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

/** The visit of spring 2024, on its real days. */
export const emiliaRomagna: VisitDetails = {
  title: 'Study visit to Emilia-Romagna 2024',
  region: 'Emilia-Romagna',
  country: 'IT',
  zone: 'Europe/Rome',
  firstDay: '2024-03-10',
  lastDay: '2024-03-15',
  summary:
    'Six days with co-operatives in social care, transport, food and banking, and with the University of Bologna.',
  description: `In Emilia-Romagna **two of three people belong to a co-operative**. We go and ask those who run them, work in them and are looked after by them how it is done:

- social co-operatives, those that care and those that give work
- a taxi co-operative and the dairies of a consortium
- a regional co-operative bank
- the University of Bologna, which teaches it`,
  contacts,
  places: 25,
  organisationLimit: 2,
  categoryLimits: [],
  reserved: [{ kind: 'press', places: 1 }],
  fundedPlaces: 25,
  pricePence: 0,
  priceIncludes: 'Flights from London, rooms and breakfast, coaches, interpreters and three dinners.',
  depositPence: 0,
  balanceDueOn: null,
  refunds: [],
  applicationsOpenAt: momentAt(day('2023-09-04'), '09:00'),
  applicationsCloseAt: momentAt(day('2023-11-17'), '12:00'),
  decisionOn: '2023-12-08',
  acceptanceDays: 14,
};

/** The first Monday from 5 April on of the next spring that leaves time to get ready. */
export function mondragonFirstDay(today: Temporal.PlainDate): Temporal.PlainDate {
  const spring = (year: number) => Temporal.PlainDate.from({ year, month: 4, day: 5 });
  const earliest = today.add({ days: 125 });
  const next =
    Temporal.PlainDate.compare(spring(today.year + 1), earliest) >= 0
      ? spring(today.year + 1)
      : spring(today.year + 2);
  return next.add({ days: (8 - next.dayOfWeek) % 7 });
}

/** The visit of next spring, for which people can apply now. */
export function mondragon(today: Temporal.PlainDate): VisitDetails {
  const first = mondragonFirstDay(today);
  const decision = today.add({ weeks: 8 });
  return {
    title: `Study visit to Mondragon ${first.year}`,
    region: 'Mondragon, Basque Country',
    country: 'ES',
    zone: 'Europe/Madrid',
    firstDay: first.toString(),
    lastDay: first.add({ days: 4 }).toString(),
    summary:
      'Five days with the worker co-operatives of Mondragon: industry, retail, the bank and the university.',
    description: `A valley in which **most people own the place where they work**. We ask how it survived the failure of its largest firm, what its bank and its university are for, and what a council can do that has no valley.`,
    contacts,
    places: 20,
    organisationLimit: 2,
    categoryLimits: [{ category: 'affiliate', most: 5 }],
    reserved: [
      { kind: 'press', places: 1 },
      { kind: 'newcomer', places: 4 },
    ],
    fundedPlaces: 3,
    pricePence: 95_000,
    priceIncludes: 'Flights from London, rooms and breakfast, coaches, interpreters and two dinners.',
    depositPence: 15_000,
    balanceDueOn: first.subtract({ weeks: 4 }).toString(),
    refunds: [
      { daysBefore: 60, percent: 90 },
      { daysBefore: 28, percent: 50 },
    ],
    applicationsOpenAt: momentAt(today.subtract({ weeks: 3 }), '09:00'),
    applicationsCloseAt: momentAt(today.add({ weeks: 6 }), '12:00'),
    decisionOn: decision.toString(),
    acceptanceDays: 10,
  };
}
