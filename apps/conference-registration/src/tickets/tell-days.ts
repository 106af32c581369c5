import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';
import type { Actor } from '#platform';
import { TellBooking } from '../telling/tell-booking.js';

type Delegate = PayloadOf<'conference-registration.delegate-confirmed.v1'>;

/** Tells other apps again of those who have a ticket that is for other days now: they are busy on these. */
@Injectable()
export class TellDays {
  constructor(private readonly tell: TellBooking) {}

  /**
   * In the transaction that changed the ticket, which holds the conference's lock.
   *
   * @param days that it is for now (ISO); none: all
   */
  async of(
    manager: EntityManager,
    actor: Actor,
    { id, days }: { readonly id: string; readonly days: readonly string[] },
  ): Promise<void> {
    const theirs = `SELECT delegate_id FROM places WHERE ticket_type_id = $1 AND status = 'confirmed'`;
    // Whoever changes a booking reads its delegates under this lock, and counts their versions on from there.
    await manager.query(
      `SELECT FROM bookings WHERE id IN (SELECT booking_id FROM delegates WHERE id IN (${theirs})) ORDER BY id FOR UPDATE`,
      [id],
    );
    const [delegates]: [Omit<Delegate, 'days'>[], number] = await manager.query(
      `UPDATE delegates d SET version = d.version + 1 FROM bookings b WHERE b.id = d.booking_id AND d.id IN (${theirs})
       RETURNING d.id, d.conference_id AS "conferenceId", d.booking_id AS "bookingId", d.person_id AS "personId",
         b.organisation_id AS "organisationId", d.version`,
      [id],
    );
    await this.tell.delegatesConfirmed(
      manager,
      delegates.map((delegate) => ({ ...delegate, ...(days.length > 0 && { days: [...days] }) })),
      actor.requestId,
    );
  }
}
