import type { INestApplicationContext } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { accepted } from '#checks';
import type { DemoClock } from '#platform';
import type { BookingRow } from '../bookings/booking.entity.js';
import type { ConferenceInput } from '../conferences/create-conference.js';
import { EndConferences } from '../conferences/end-conferences.js';
import { CustomerAccount } from '../money/customer-account.js';
import { RecordPayment } from '../money/payments/record-payment.js';
import { JoinLine } from '../waiting-list/join-line.js';
import type { DemoBooking } from './bookings.js';
import type { Dates } from './conferences.js';
import type { MakeBookings } from './make-bookings.js';
import { actorFor, bookerOf, organisationId, staff } from './network.js';
import { called, room } from './offer.js';
import type { DemoPayment } from './payments.js';
import { setUpConference, type DemoConference } from './set-up-conference.js';

/** A conference of the demonstration, from its set-up to how it stands today. */
export interface Play {
  readonly input: ConferenceInput;
  readonly dates: Dates;
  readonly bookings: readonly DemoBooking[];
  readonly payments: readonly DemoPayment[];
  /** Over by now; otherwise its dinner is full, and people wait for it. */
  readonly isOver: boolean;
}

/** Who waits for the dinner, in this order, and for how many places. */
const waiting = [
  ['Preston City Council', 1],
  ['Winsford Town Council', 1],
  ['Power to Change', 2],
] as const;

/** When those who wait came, and when some places were given back: the day before the demonstration is loaded. */
const lineDay = 68;
const cancelDay = 69;

/** Lets everything happen in the order of its days. */
export async function playConference(
  app: INestApplicationContext,
  clock: DemoClock,
  make: MakeBookings,
  { input, dates, bookings, payments, isOver }: Play,
): Promise<void> {
  const dayOf = (day: number): Temporal.PlainDate => dates.opens.add({ days: day });
  clock.put(dates.opens.subtract({ days: 14 }), '10:00');
  const dinners = bookings
    .filter(({ fate }) => fate !== 'lapsed')
    .reduce((sum, { dinners: number }) => sum + number, 0);
  const conference = await setUpConference(
    app,
    input,
    dates,
    isOver ? null : { places: room.dinner - dinners },
  );
  const made = new Map<DemoBooking, BookingRow>();
  const steps = [
    ...bookings.map((demo) => ({
      day: demo.day,
      run: async () => {
        clock.put(dayOf(demo.day), '10:20');
        made.set(demo, await make.make(conference, demo));
      },
    })),
    ...payments.map((payment) => ({
      day: payment.day,
      run: async () => {
        clock.put(dayOf(payment.day), '15:45');
        await pay(app, payment, dayOf(payment.day));
      },
    })),
  ];
  for (const { run } of steps.toSorted((one, other) => one.day - other.day)) await run();
  if (isOver) {
    clock.put(dates.last.add({ days: 1 }), '00:05');
    await app.get(EndConferences).run(clock.now(), new AbortController().signal);
    return;
  }
  await standInLine(app, clock, conference, dayOf(lineDay));
  clock.put(dayOf(cancelDay), '16:10');
  for (const [demo, booking] of made) {
    if (demo.fate === 'one-cancelled') await make.cancel(demo, booking, [5]);
    if (demo.fate === 'all-cancelled') await make.cancel(demo, booking, 'all');
  }
}

/** Who wants to come to the dinner when it is full. */
async function standInLine(
  app: INestApplicationContext,
  clock: DemoClock,
  { id, tickets }: DemoConference,
  day: Temporal.PlainDate,
): Promise<void> {
  clock.put(day, '11:30');
  for (const [organisation, wanted] of waiting) {
    const booker = bookerOf(organisation);
    const bookFor = booker.isContact
      ? ({ kind: 'organisation', organisationId: organisationId(organisation) } as const)
      : ({ kind: 'self' } as const);
    const wish = { ticketTypeId: tickets.get(called.dinnerOnly) ?? '', wanted, allTogether: true };
    await app.get(JoinLine).run(actorFor(booker), id, bookFor, wish);
  }
}

async function pay(
  app: INestApplicationContext,
  { organisation, of }: DemoPayment,
  day: Temporal.PlainDate,
): Promise<void> {
  const { manager } = app.get(DataSource);
  const [customer]: { id: string }[] = await manager.query(
    'SELECT id FROM customers WHERE organisation_id = $1',
    [organisationId(organisation)],
  );
  const customerId = customer?.id ?? '';
  const { invoices } = await app.get(CustomerAccount).read(manager, customerId);
  const owed = invoices.reduce((sum, { outstandingPence }) => sum + outstandingPence, 0);
  await app.get(RecordPayment).run(staff, {
    customerId,
    pence: accepted(of === 'half' ? Math.floor(owed / 2) : owed + of.more),
    on: accepted(day.toString()),
    method: 'bank-transfer',
    reference: invoices.map(({ label }) => label).join(' '),
    note: '',
    choice: { which: 'oldest' },
    seenPlan: null,
  });
}
