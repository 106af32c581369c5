import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  type Actor,
  dateOf,
  hashOfLinkSecret,
  isLinkSecret,
  notFound,
  Problem,
  Transactions,
} from '#platform';
import { bookingPath } from '../bookings/addresses.js';
import { BeginBooking } from '../bookings/begin-booking.js';
import { GuestRow } from '../bookings/guest.entity.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import type { Conference } from '../catalogue/domain/conference.js';
import { SecretLinks } from '../links/secret-links.js';
import { CLOCK, type Clock } from '../tokens.js';
import { waitingPath } from '../waiting-list/addresses.js';
import { JoinLine } from '../waiting-list/join-line.js';
import { linkHours } from './ask-as-guest.js';

/** What a guest's link leads to. */
export interface GuestLink {
  readonly guest: GuestRow;
  readonly conference: Conference;
  /** It has been used: where it led. */
  readonly path: string | null;
}

/** Lets a guest go on whose address is known to be theirs by now. */
@Injectable()
export class UseGuestLink {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly catalogues: ReadCatalogue,
    private readonly beginBooking: BeginBooking,
    private readonly joinLine: JoinLine,
    private readonly links: SecretLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 410 `link-over` */
  async read(secret: string): Promise<GuestLink> {
    const guest = await this.find(this.dataSource.manager, secret, false);
    const { conference } = await this.catalogues.of(guest.conferenceId);
    return { guest, conference, path: this.pathOf(guest) };
  }

  /**
   * Begins the booking, or joins the line. Pressed again, it leads to the same.
   *
   * @returns where to go on
   * @throws Problem 404; 410 `link-over`; 409 as `BeginBooking` and `JoinLine` do
   */
  async use(actor: Actor, secret: string): Promise<string> {
    return this.transactions.run(async (manager) => {
      const guest = await this.find(manager, secret, true);
      const before = this.pathOf(guest);
      if (before !== null) return before;
      const used = { ...guest, ...(await this.goOn(manager, actor, guest)) };
      await manager.update(
        GuestRow,
        { id: guest.id },
        {
          confirmedAt: dateOf(this.clock()),
          bookingId: used.bookingId,
          waitingEntryId: used.waitingEntryId,
        },
      );
      return this.pathOf(used) ?? '';
    });
  }

  private async goOn(
    manager: EntityManager,
    actor: Actor,
    { conferenceId, name, email, organisationName, wanted }: GuestRow,
  ): Promise<Pick<GuestRow, 'bookingId' | 'waitingEntryId'>> {
    const bookFor = { kind: 'guest' as const, guest: { name, email, organisationName } };
    if (wanted.kind === 'wait') {
      const { id } = await this.joinLine.within(manager, actor, conferenceId, bookFor, wanted);
      return { bookingId: null, waitingEntryId: id };
    }
    const wish = { quantities: new Map(Object.entries(wanted.quantities)), code: wanted.code };
    const { booking } = await this.beginBooking.within(manager, actor, conferenceId, bookFor, wish);
    return { bookingId: booking.id, waitingEntryId: null };
  }

  private async find(manager: EntityManager, secret: string, isLocked: boolean): Promise<GuestRow> {
    const guest = isLinkSecret(secret)
      ? await manager.findOne(GuestRow, {
          where: { secretHash: hashOfLinkSecret(secret) },
          ...(isLocked && { lock: { mode: 'pessimistic_write' as const } }),
        })
      : null;
    if (guest === null) throw notFound('This link leads nowhere. Copy it again from our mail, whole.');
    const age = this.clock().epochMilliseconds - guest.askedAt.getTime();
    if (this.pathOf(guest) === null && age > linkHours * 3_600_000) throw linkOver();
    return guest;
  }

  private pathOf({ bookingId, waitingEntryId }: GuestRow): string | null {
    if (bookingId !== null) return bookingPath(this.links.secretOf('booking', bookingId));
    return waitingEntryId === null ? null : waitingPath(this.links.secretOf('waiting', waitingEntryId));
  }
}

const linkOver = (): Problem =>
  new Problem({
    status: 410,
    code: 'link-over',
    title: 'This link no longer works',
    detail: `It worked for ${linkHours} hours. Begin again on the conference’s page: we send you a new one.`,
  });
