import { Injectable } from '@nestjs/common';
import { FindOrganisation } from '#people';
import type { BookingRow } from '../bookings/booking.entity.js';
import type { BillTo } from '../money/domain/bill-to.js';

/** Finds to whom a booking's invoice would go if nobody said otherwise. */
@Injectable()
export class UsualBillTo {
  constructor(private readonly organisations: FindOrganisation) {}

  /** The organisation as `members` told of it; whoever books for themselves is asked. */
  async of({ bookedFor, organisationId, bookerName, bookerEmail }: BookingRow): Promise<BillTo> {
    const organisation =
      bookedFor === 'organisation' && organisationId !== null
        ? await this.organisations.byId(organisationId)
        : null;
    return organisation === null
      ? { name: bookerName, address: '', email: bookerEmail }
      : {
          name: organisation.name,
          address: organisation.billingAddress ?? '',
          email: organisation.invoiceEmail,
        };
  }
}
