import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import { checkText } from '#checks';
import { notedActor } from '#people';
import { dateOf, nameOfActor, valueOf, type Actor } from '#platform';
import { FindBooking } from '../../bookings/find-booking.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { BookingNoteRow } from './booking-note.entity.js';

/** The longest note, in characters. */
const longest = 4000;

/** Notes something about a booking, for staff. Notes are never changed: what was known when stays to be read. */
@Injectable()
export class AddNote {
  constructor(
    private readonly find: FindBooking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Within a transaction that has locked nothing.
   *
   * @param reference of the booking
   * @throws Problem 404; 422 without a text
   */
  async run(manager: EntityManager, actor: Actor, reference: string, typed: string): Promise<BookingNoteRow> {
    const text = valueOf(
      checkText(typed, 'text', {
        longest,
        manyLines: true,
        missing: { code: 'missing', message: 'Write what is to be noted.' },
      }),
    );
    const who = await notedActor(manager, actor);
    const { id: bookingId } = await this.find.forReading(who, reference, manager);
    const note: BookingNoteRow = {
      id: uuidv7(),
      bookingId,
      at: dateOf(this.clock()),
      text,
      personId: who.identity.personId,
      personName: nameOfActor(who.identity),
    };
    await manager.insert(BookingNoteRow, note);
    return note;
  }
}
