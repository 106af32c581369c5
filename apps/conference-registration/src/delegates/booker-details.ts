import { Injectable } from '@nestjs/common';
import { FindPerson } from '#people';
import type { BookingRow } from '../bookings/booking.entity.js';

/** Finds what is known of whoever books, for one who is a delegate themselves. */
@Injectable()
export class FindBookerDetails {
  constructor(private readonly people: FindPerson) {}

  /** @returns what a delegate’s form would say of them */
  async of({ bookerPersonId, bookerName, bookerEmail, bookerPhone, organisationName }: BookingRow) {
    const person = bookerPersonId === null ? null : await this.people.byId(bookerPersonId);
    return {
      name: bookerName,
      email: bookerEmail,
      phone: bookerPhone ?? person?.phone ?? '',
      jobTitle: person?.jobTitle ?? '',
      badgeOrganisation: organisationName,
    };
  }
}
