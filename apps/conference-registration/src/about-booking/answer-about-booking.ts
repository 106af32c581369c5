import { Inject, Injectable } from '@nestjs/common';
import { problemsOf } from '#checks';
import { lockPeopleForChanges } from '#people';
import { Transactions, unprocessable, type Actor } from '#platform';
import type { AcceptedFile } from '#uploads';
import { mustBeFilledIn, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { bookingQuestions } from '../booking-page/still-missing.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { BookingRow } from '../bookings/booking.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { checkPhone } from '../delegates/domain/delegate-details.js';
import { AnswerStore } from '../questions/answer-store.js';
import type { Answer, Answers } from '../questions/domain/answer.js';
import { changedAnswers } from '../questions/domain/changed-answers.js';
import { checkAnswers } from '../questions/domain/check-answers.js';
import { CLOCK, type Clock } from '../tokens.js';

/** What is said about a booking as a whole. */
export interface AboutBooking {
  /** Where the booker can be rung up. */
  readonly bookerPhone: string | null;
  readonly answers: Answers;
  /** New files, by the questions that they answer. */
  readonly files: ReadonlyMap<string, AcceptedFile>;
}

/** Keeps what is asked about a booking as a whole. */
@Injectable()
export class AnswerAboutBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly answers: AnswerStore,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @throws Problem 404; 409 `already-confirmed`; 422 with every field that needs attention
   */
  async run(actor: Actor, key: string, about: AboutBooking): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const booking = await this.findBooking.forChange(manager, actor, key);
      mustBeFilledIn(booking, this.clock());
      const details = await this.readBooking.of(booking, manager);
      const { asked, questions } = bookingQuestions(details);
      const given = new Map<string, Answer>(about.answers);
      // Which file it will be is known when it is kept; until then it counts as one that is there.
      for (const [id, { name }] of about.files) given.set(id, { fileId: '', name });
      const phone = checkPhone(about.bookerPhone, 'bookerPhone');
      const answered = checkAnswers(questions, asked, given, 'complete');
      if (!phone.ok || !answered.ok) throw unprocessable(problemsOf(phone, answered));
      const changed = changedAnswers(questions, details.answers, answered.value);
      if (changed.length === 0 && booking.bookerPhone === phone.value) return;
      const subject = { bookingId: booking.id, delegateId: null };
      const kept = new Map(answered.value);
      for (const [id, file] of about.files) {
        if (kept.has(id)) kept.set(id, await this.answers.addFile(manager, subject, id, file));
      }
      await this.answers.write(manager, subject, questions, kept);
      await manager.update(
        BookingRow,
        { id: booking.id },
        { bookerPhone: phone.value, version: booking.version + 1 },
      );
      await this.history.record(manager, {
        bookingId: booking.id,
        act: 'questions-answered',
        actor: named(actor, booking.bookerName),
      });
    });
  }
}
