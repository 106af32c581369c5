import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import type { Actor } from '#platform';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { FindBooking } from '../bookings/find-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { mustBeChangeable } from './may-change.js';

/** A booking that is locked and may be changed. */
export interface OpenedChange {
  readonly details: BookingDetails;
  /** Who changes it, by name also where they have a guest's link. */
  readonly actor: Actor;
}

/** Opens a confirmed booking to change it, in the order of the locks. */
@Injectable()
export class OpenChange {
  constructor(
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param what `places` also locks the conference
   * @throws Problem 404; 409 as `mustBeChangeable`
   */
  async run(
    manager: EntityManager,
    actor: Actor,
    key: string,
    what: 'people' | 'places',
  ): Promise<OpenedChange> {
    await lockPeopleForChanges(manager);
    const { booking, catalogue } =
      what === 'places'
        ? await this.findBooking.forPlaces(manager, actor, key)
        : { booking: await this.findBooking.forChange(manager, actor, key), catalogue: undefined };
    const details = await this.readBooking.of(booking, manager, catalogue);
    mustBeChangeable(details, actor.identity, this.clock());
    return { details, actor: named(actor, booking.bookerName) };
  }
}
