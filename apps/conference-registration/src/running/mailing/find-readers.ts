import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MailReader } from '#messaging';
import { everyLine } from '../lists/every-line.js';
import { FindBookings } from '../lists/find-bookings.js';
import { FindDelegates } from '../lists/find-delegates.js';
import type { Selection } from './selection.js';

/** Those who were chosen and can be written to. */
export interface Readers {
  readonly readers: readonly MailReader[];
  /** How many were chosen and have no address. */
  readonly withoutAddress: number;
}

/** Finds who is to have a mail. */
@Injectable()
export class FindReaders {
  constructor(
    private readonly bookings: FindBookings,
    private readonly delegates: FindDelegates,
  ) {}

  /** Each address once. @param manager of the transaction that wants to know, if any */
  async of(conferenceId: string, { to, list }: Selection, manager?: EntityManager): Promise<Readers> {
    const chosen =
      to === 'bookers'
        ? (await this.bookings.list(conferenceId, list, everyLine, manager)).items.map((booking) => ({
            personId: booking.bookerPersonId,
            name: booking.bookerName,
            email: booking.bookerEmail,
          }))
        : (await this.delegates.list(conferenceId, list, everyLine, manager)).items;
    const readers = new Map<string, MailReader>();
    let withoutAddress = 0;
    for (const { personId, name, email } of chosen) {
      // Whoever has been erased has none any more.
      if (email === null || email === '') withoutAddress += 1;
      else readers.set(email.trim().toLowerCase(), { personId, to: { name, address: email } });
    }
    return { readers: [...readers.values()], withoutAddress };
  }
}
