import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placesOf, type BookedDelegate, type BookingDetails } from '../booking-page/booking-details.js';
import type { HowMuch } from '../money/domain/credit.js';
import { InvoicedLines } from '../money/invoiced-lines.js';
import { dayThere } from '../places/domain/on-sale.js';
import { CLOCK, type Clock } from '../tokens.js';
import { refundPercent, workOutRefund, type Refund } from './domain/refund.js';

/** Reads what was invoiced for places, and works out what is paid back of it. */
@Injectable()
export class ReadRefund {
  constructor(
    private readonly invoiced: InvoicedLines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the rules of the conference pay back today, in per cent; everything where it does not take place. */
  percentOf({ catalogue: { conference } }: Pick<BookingDetails, 'catalogue'>): number {
    if (conference.status === 'cancelled') return 100;
    return refundPercent(conference.refundSteps, dayThere(conference, this.clock()));
  }

  /** Of all that some delegates have. */
  ofDelegates(
    manager: EntityManager,
    delegates: readonly BookedDelegate[],
    percent: number,
  ): Promise<Refund> {
    const placeIds = delegates.flatMap(placesOf).map(({ place }) => place.id);
    return this.ofPlaces(manager, placeIds, percent);
  }

  async ofPlaces(manager: EntityManager, placeIds: readonly string[], howMuch: HowMuch): Promise<Refund> {
    const invoices = placeIds.length === 0 ? [] : await this.invoiced.ofPlaces(manager, placeIds);
    return workOutRefund(
      placeIds,
      invoices.flatMap(({ lines }) => lines),
      howMuch,
    );
  }
}
