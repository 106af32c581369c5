import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { type Actor, hashOfLinkSecret, isLinkSecret, notFound, Transactions } from '#platform';
import type { BookedDelegate, BookingDetails } from '../booking-page/booking-details.js';
import { asSeenByThemselves } from '../booking-page/as-seen-by.js';
import { mustBeFilledIn } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { SaveDelegate, type DelegatePart } from './save-delegate.js';

/** A delegate by their own link, with the booking that they are in, of which they see nobody else. */
export interface OwnPart {
  readonly details: BookingDetails;
  readonly own: BookedDelegate;
}

const noSuchLink = () =>
  notFound(
    'This link is not used any more. If you have a newer mail from us, use the link in that one; otherwise ask whoever booked for you to send you another.',
  );

/** What a delegate does by the link that was mailed to them. */
@Injectable()
export class FillInOwnPart {
  constructor(
    private readonly transactions: Transactions,
    private readonly readBooking: ReadBooking,
    private readonly saveDelegate: SaveDelegate,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async read(secret: string): Promise<OwnPart> {
    return this.find(this.dataSource.manager, secret, false);
  }

  /** The same with the booking locked, until the transaction ends. @throws Problem 404 */
  async within(manager: EntityManager, secret: string): Promise<OwnPart> {
    return this.find(manager, secret, true);
  }

  /** @throws Problem 404; 409 `already-confirmed`, `edited-meanwhile`; 422 with every field that needs attention */
  async save(actor: Actor, secret: string, part: DelegatePart): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { details, own } = await this.find(manager, secret, true);
      mustBeFilledIn(details.booking, this.clock());
      const mine = { ...part, tickets: null };
      await this.saveDelegate.write(manager, actor, details, own, mine, 'delegate-filled-in-themselves');
    });
  }

  /** The booking is locked first, as it is by everybody else. */
  private async find(manager: EntityManager, secret: string, isLocked: boolean): Promise<OwnPart> {
    if (!isLinkSecret(secret)) throw noSuchLink();
    const where = { secretHash: hashOfLinkSecret(secret) };
    const row = await manager.findOneBy(DelegateRow, where);
    const booking =
      row &&
      (await manager.findOne(BookingRow, {
        where: { id: row.bookingId },
        ...(isLocked && { lock: { mode: 'pessimistic_write' as const } }),
      }));
    if (!booking) throw noSuchLink();
    const details = await this.readBooking.of(booking, manager);
    const own = details.delegates.find(({ delegate }) => delegate.secretHash?.equals(where.secretHash));
    if (own === undefined) throw noSuchLink();
    return { details, own: asSeenByThemselves(own) };
  }
}
