import { Temporal } from 'temporal-polyfill';
import { accepted, homeZone } from '#checks';
import { momentAt } from '#platform';
import type { ConferenceInput } from '../conferences/create-conference.js';
import { organisationId } from './network.js';

/** When what happens with a conference of the demonstration. Days are where the network is. */
export interface Dates {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly opens: Temporal.PlainDate;
  /** The last day of the early prices. */
  readonly early: Temporal.PlainDate;
}

const nextTuesday = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.add({ days: (9 - date.dayOfWeek) % 7 });

function datesOf(first: Temporal.PlainDate, opens: Temporal.PlainDate): Dates {
  return { first, last: first.add({ days: 1 }), opens, early: first.subtract({ weeks: 11 }) };
}

/** The next conference: open for ten weeks, five months off, in whichever year that is. */
export const comingDates = (today: Temporal.PlainDate): Dates =>
  datesOf(nextTuesday(today.add({ months: 5 })), today.subtract({ weeks: 10 }));

/** The one before it, a year earlier. */
export function pastDates(today: Temporal.PlainDate): Dates {
  const first = nextTuesday(today.subtract({ months: 7 }));
  return datesOf(first, first.subtract({ weeks: 30 }));
}

interface Place {
  readonly title: string;
  readonly host: string;
  readonly venue: string;
  readonly address: string;
}

const terms = `Places are for the people named in the booking. **You can change a name at no cost** until booking changes end.

- Members pay the price of their category on the day on which they book. Prices are without VAT; it is added where it is due.
- Pay within 30 days of the invoice, by bank transfer, with the invoice’s number as the reference. Your purchase order can follow later.
- If you give a place back we pay back what the table on this page says. If somebody on the waiting list takes it, tell us, and we look at it again.
- If we have to cancel, you get everything back that you paid us. We cannot pay for travel or rooms.
- We take notes and photographs. Tell us at the desk if you would rather not be in them.`;

/** What staff wrote of the coming conference. */
export const comingConference = (dates: Dates): ConferenceInput =>
  detailsOf(
    dates,
    {
      title: `Annual Conference and AGM ${dates.first.year}`,
      host: 'Plymouth City Council',
      venue: 'Plymouth Guildhall',
      address: 'Armada Way\nPlymouth\nPL1 2ER',
    },
    `Two days with councils, co-operatives and everybody who builds with them: plenaries, workshops, the showcase, the civic dinner and the network’s annual general meeting.`,
  );

/** And of the one before it. */
export const pastConference = (dates: Dates): ConferenceInput =>
  detailsOf(
    dates,
    {
      title: `Annual Conference ${dates.first.year}`,
      host: 'Preston City Council',
      venue: 'The Harris',
      address: 'Market Square\nPreston\nPR1 2PP',
    },
    'Two days on community wealth building, in the place that made it known.',
  );

function detailsOf(dates: Dates, { title, host, venue, address }: Place, summary: string): ConferenceInput {
  const { first, last, opens } = dates;
  return {
    slug: null,
    title,
    host: { organisationId: organisationId(host), name: host },
    venue: { name: venue, address },
    days: accepted([
      { date: first.toString(), opens: '09:30', closes: '17:00' },
      { date: last.toString(), opens: '09:00', closes: '15:30' },
    ]),
    zone: homeZone,
    summary,
    description: descriptionOf(host),
    contact: { name: 'Conference desk', email: 'conference@example.org', phone: '01632 960 500' },
    opensAt: accepted(momentAt(opens, '09:00')),
    closesAt: accepted(momentAt(first.subtract({ days: 7 }), '17:00')),
    changesUntil: accepted(momentAt(first.subtract({ days: 4 }), '17:00')),
    refundSteps: accepted([
      { until: first.subtract({ days: 60 }).toString(), percent: 100 },
      { until: first.subtract({ days: 30 }).toString(), percent: 50 },
      { until: first.subtract({ days: 14 }).toString(), percent: 25 },
    ]),
    terms,
    paymentDays: '30',
    offerWorkingDays: '2',
  };
}

const descriptionOf = (
  host: string,
): string => `Our hosts this time are ${host}. You will meet members, officers and partners from all over the country, see what works elsewhere, and take something home that you can use.

## What there is

- **Plenaries** on owning more of the local economy, on care, and on young co-operators
- **Workshops** in small groups, some of them for town and parish councils, opposition groups or affiliates only
- **The showcase**, where every member can have a table
- **The civic dinner** on the first evening
- **The annual general meeting** on the second morning, for members

## Getting there

The venue is ten minutes on foot from the station and has step-free access, a hearing loop and a quiet room. Tell us what you need when you book.`;
