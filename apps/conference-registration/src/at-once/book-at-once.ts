import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { problemsOf } from '#checks';
import { FindPerson, lockPeopleForChanges } from '#people';
import { Transactions, unprocessable, type Actor, type Attempt } from '#platform';
import { detailsOf, type BookingDetails } from '../booking-page/booking-details.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BeginBooking, type BegunBooking } from '../bookings/begin-booking.js';
import { BookingRow } from '../bookings/booking.entity.js';
import type { BookFor } from '../bookings/customer.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ConfirmBooking } from '../confirming/confirm-booking.js';
import { checkPhone } from '../delegates/domain/delegate-details.js';
import { checkPayment, type PaymentInput } from '../payment/domain/payment-details.js';
import { AnswerStore } from '../questions/answer-store.js';
import type { Answers } from '../questions/domain/answer.js';
import { questionsFor } from '../questions/domain/asked.js';
import { checkAtOnce, type CheckedBooking, type SentBooking } from './domain/check-at-once.js';

/** A booking with all that is needed to confirm it. */
export interface WholeBooking extends SentBooking {
  readonly bookFor: BookFor;
  /** As it was typed; blank: none. */
  readonly code: string;
  readonly bookerPhone: string | null;
  readonly payment: PaymentInput;
  /** The total with VAT, in pence, as whoever books knows it. */
  readonly expectedGrossPence: number;
  readonly areTermsAccepted: boolean;
}

/**
 * Books and confirms in one step, for programs that know all of it: the same rules, places, invoice and mails as in steps, but
 * nothing is kept before all of it is, and nothing is there if any of it is refused.
 */
@Injectable()
export class BookAtOnce {
  constructor(
    private readonly transactions: Transactions,
    private readonly begin: BeginBooking,
    private readonly confirm: ConfirmBooking,
    private readonly readBooking: ReadBooking,
    private readonly answers: AnswerStore,
    private readonly people: FindPerson,
  ) {}

  /**
   * @param catalogue of the conference, as it was when the booking came
   * @param attempt whose id the booking has, so that a repeat does not book once more
   * @throws Problem as `BeginBooking` and `ConfirmBooking`; 422 with every field that needs attention
   */
  async run(
    actor: Actor,
    catalogue: Catalogue,
    whole: WholeBooking,
    { id, isRepeat }: Attempt,
  ): Promise<BookingDetails> {
    const read = [
      checkAtOnce(catalogue, whole),
      checkPayment(whole.payment, whole.expectedGrossPence),
      checkPhone(whole.bookerPhone, 'bookerPhone'),
    ] as const;
    const [booking, paid, phone] = read;
    if (!booking.ok || !paid.ok || !phone.ok) throw unprocessable(problemsOf(...read));
    const { value: checked } = booking;
    const filledIn = { payment: paid.value, bookerPhone: phone.value };
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const earlier = isRepeat ? await manager.findOneBy(BookingRow, { id }) : null;
      if (earlier !== null) return this.readBooking.of(earlier, manager);
      const { code, bookFor } = whole;
      const begun = await this.begin.within(
        manager,
        actor,
        catalogue.conference.id,
        bookFor,
        { quantities: quantitiesOf(checked), code },
        { id, filledIn: { ...filledIn, delegates: await this.known(manager, checked) } },
      );
      const details = await this.answered(manager, begun, checked);
      const confirmed = await this.confirm.within(manager, actor, details, whole);
      return confirmed.details;
    });
  }

  private async known(manager: EntityManager, { delegates }: CheckedBooking) {
    const emails = delegates.flatMap(({ details }) => details.email ?? []);
    const people = await this.people.byEmails(emails, manager);
    return delegates.map(({ details, ticketTypeIds }) => ({
      details,
      ticketTypeIds,
      personId: people.get((details.email ?? '').toLowerCase())?.id ?? null,
    }));
  }

  /** The booking with its answers, which are written down. */
  private async answered(
    manager: EntityManager,
    { booking, catalogue, delegates, places }: BegunBooking,
    checked: CheckedBooking,
  ): Promise<BookingDetails> {
    const ofDelegates = new Map<string, Answers>();
    const write = async (delegateId: string | null, answers: Answers, ticketTypeIds: readonly string[]) => {
      if (answers.size === 0) return;
      const asked = { of: delegateId === null ? 'booking' : 'delegate', ticketTypeIds } as const;
      const subject = { bookingId: booking.id, delegateId };
      await this.answers.write(manager, subject, questionsFor(catalogue.questions, asked), answers);
    };
    for (const [index, { answers, ticketTypeIds }] of checked.delegates.entries()) {
      const id = delegates[index]?.id ?? '';
      ofDelegates.set(id, answers);
      await write(id, answers, ticketTypeIds);
    }
    const all = checked.delegates.flatMap(({ ticketTypeIds }) => ticketTypeIds);
    await write(null, checked.answers, all);
    return detailsOf(booking, catalogue, {
      delegates,
      places,
      answers: { ofBooking: checked.answers, ofDelegates, inConfidence: new Map() },
    });
  }
}

/** How many of each ticket type there are. */
function quantitiesOf({ delegates }: CheckedBooking): ReadonlyMap<string, number> {
  const ids = delegates.flatMap(({ ticketTypeIds }) => ticketTypeIds);
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]));
}
