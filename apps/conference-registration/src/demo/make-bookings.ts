import type { INestApplicationContext } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { visitor, type Actor } from '#platform';
import { costOfBooking } from '../booking-page/booking-details.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BeginBooking } from '../bookings/begin-booking.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import type { BookFor } from '../bookings/customer.js';
import { FindBooking } from '../bookings/find-booking.js';
import { byBooker } from '../cancelling/cancellation.js';
import { CancelDelegates } from '../cancelling/cancel-delegates.js';
import { ConfirmBooking } from '../confirming/confirm-booking.js';
import { SaveDelegate } from '../delegates/save-delegate.js';
import { SecretLinks } from '../links/secret-links.js';
import { ChoosePayment } from '../payment/choose-payment.js';
import type { Answer } from '../questions/domain/answer.js';
import type { DemoBooking } from './bookings.js';
import { delegateAt, type DemoDelegate } from './delegates.js';
import { actorFor, bookerOf, organisationId } from './network.js';
import { asked, called, workshops } from './offer.js';
import type { DemoConference } from './set-up-conference.js';

/** First names of those who book without an account. */
const guests = ['Gil', 'Gia', 'Gus'] as const;

/** Who makes a booking, for whom, and by which key they open it. */
interface Booking {
  readonly actor: Actor;
  readonly key: string;
}

/** Makes the bookings of the demonstration, each with delegates of its own, as bookers do by hand. */
export class MakeBookings {
  /** How many there are so far. */
  delegates = 0;
  private guests = 0;

  constructor(private readonly app: INestApplicationContext) {}

  /** Makes one, up to what becomes of it. @returns the booking */
  async make(conference: DemoConference, demo: DemoBooking): Promise<BookingRow> {
    const booking = await this.begin(conference, demo);
    const { actor, key } = booking;
    await this.fillIn(conference, booking);
    if (demo.fate === 'lapsed') return this.read(booking);
    const details = await this.app.get(ReadBooking).of(await this.read(booking));
    const gross = costOfBooking(details).grossPence;
    const name = demo.organisation ?? details.booking.bookerName;
    await this.app.get(ChoosePayment).run(actor, key, {
      payment: 'invoice',
      purchaseOrder: demo.purchaseOrder,
      billTo: { name, address: 'Accounts payable\n1 Example Street\nZZ99 9ZZ', email: null },
    });
    const confirmation = { expectedGrossPence: gross, areTermsAccepted: true };
    await this.app.get(ConfirmBooking).run(actor, key, confirmation);
    return this.read(booking);
  }

  /** Cancels the last delegate of a booking, or all of them. */
  async cancel(
    demo: DemoBooking,
    { reference }: BookingRow,
    delegates: readonly number[] | 'all',
  ): Promise<void> {
    const actor = actorFor(bookerOf(demo.organisation ?? ''));
    const cancellation = { ...byBooker, delegates, expectedRefundPence: null };
    await this.app.get(CancelDelegates).run(actor, reference, cancellation);
  }

  private read({ actor, key }: Booking): Promise<BookingRow> {
    return this.app.get(FindBooking).forReading(actor, key);
  }

  private async begin({ id, tickets }: DemoConference, demo: DemoBooking): Promise<Booking> {
    const quantities = new Map(
      Object.entries({ ...demo.tickets, [called.dinner]: demo.dinners }).map(([name, number]) => [
        tickets.get(name) ?? '',
        number,
      ]),
    );
    const { actor, bookFor } = this.who(demo.organisation);
    const attempt = { id: uuidv7(), isRepeat: false };
    const reference = await this.app
      .get(BeginBooking)
      .run(actor, id, bookFor, { quantities, code: demo.code }, attempt);
    const isGuest = bookFor.kind === 'guest';
    return { actor, key: isGuest ? this.app.get(SecretLinks).secretOf('booking', attempt.id) : reference };
  }

  private who(organisation: string | null): { readonly actor: Actor; readonly bookFor: BookFor } {
    if (organisation === null) {
      const first = guests[this.guests % guests.length] ?? '';
      this.guests += 1;
      const name = `${first} Guest`;
      const email = `${first.toLowerCase()}.guest@example.org`;
      const guest = { name, email, organisationName: 'Example Housing Co-operative' };
      return { actor: { identity: visitor, requestId: 'demonstration' }, bookFor: { kind: 'guest', guest } };
    }
    const booker = bookerOf(organisation);
    const bookFor: BookFor = booker.isContact
      ? { kind: 'organisation', organisationId: organisationId(organisation) }
      : { kind: 'self' };
    return { actor: actorFor(booker), bookFor };
  }

  private async fillIn(conference: DemoConference, booking: Booking): Promise<void> {
    const { delegates } = await this.app.get(ReadBooking).of(await this.read(booking));
    for (const { delegate, ticket } of delegates) {
      const demo = delegateAt(this.delegates);
      this.delegates += 1;
      await this.app.get(SaveDelegate).run(booking.actor, booking.key, delegate.number, {
        details: { ...named(demo), phone: null, badgeOrganisation: null },
        tickets: null,
        answers: answersOf(conference, demo, ticket?.ticketType.name ?? ''),
        files: new Map(),
        completeness: 'complete',
        version: null,
      });
    }
  }
}

const named = ({ name, email, jobTitle }: DemoDelegate) => ({ name, email, jobTitle });

function answersOf(
  { questions }: DemoConference,
  demo: DemoDelegate,
  ticket: string,
): ReadonlyMap<string, Answer> {
  const given: readonly (readonly [string, Answer | null])[] = [
    [asked.firstTime, demo.isFirstTime || ticket === called.workshop ? 'yes' : 'no'],
    [asked.workshops, workshops.filter((_, index) => demo.workshops.includes(index))],
    [asked.dietary, demo.dietary],
    [asked.access, demo.access],
    [
      asked.why,
      ticket === called.workshop
        ? 'We start a co-operative in our ward and have never done it before.'
        : null,
    ],
  ];
  return new Map(
    given.flatMap(([label, answer]): [string, Answer][] => {
      const id = questions.get(label);
      return id === undefined || answer === null ? [] : [[id, answer]];
    }),
  );
}
