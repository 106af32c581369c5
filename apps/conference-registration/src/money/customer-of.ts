import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { BilledBooking } from './domain/bill-to.js';
import type { Customer } from './domain/customer.js';

/** Finds the customer of a document, made on their first, and locks it for the rest of the transaction. */
@Injectable()
export class CustomerOf {
  /** The organisation that is booked for, however often it books; without one the booking is a customer of its own. */
  async run(manager: EntityManager, booking: BilledBooking): Promise<Customer> {
    const { bookedFor, organisationId, organisationName, bookerName, billTo } = booking;
    if (bookedFor === 'organisation' && organisationId !== null) {
      return this.upsert(manager, 'organisation_id', organisationId, organisationName);
    }
    const name = [billTo?.name, bookerName].find((given) => (given ?? '').trim() !== '');
    return this.upsert(manager, 'booking_id', booking.id, name ?? booking.reference);
  }

  /** An organisation that sends people on study visits, or a traveller who pays for themselves. */
  async ofVisit(
    manager: EntityManager,
    whom: { readonly organisationId: string | null; readonly travellerId: string; readonly name: string },
  ): Promise<Customer> {
    return whom.organisationId === null
      ? this.upsert(manager, 'traveller_id', whom.travellerId, whom.name)
      : this.upsert(manager, 'organisation_id', whom.organisationId, whom.name);
  }

  private async upsert(
    manager: EntityManager,
    column: 'organisation_id' | 'booking_id' | 'traveller_id',
    whom: string,
    name: string,
  ): Promise<Customer> {
    // A row that is there already is locked by being written to.
    const [customer] = await manager.query<Customer[]>(
      `INSERT INTO customers (id, ${column}, name) VALUES ($1, $2, $3)
       ON CONFLICT (${column}) DO UPDATE SET name = excluded.name
       RETURNING id, name, organisation_id AS "organisationId", booking_id AS "bookingId", traveller_id AS "travellerId"`,
      [uuidv7(), whom, name],
    );
    if (customer === undefined) throw new Error(`no customer was made for ${whom}`);
    return customer;
  }
}
