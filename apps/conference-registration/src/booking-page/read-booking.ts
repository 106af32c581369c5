import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { BookingRow } from '../bookings/booking.entity.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReadCatalogue } from '../catalogue/read-catalogue.js';
import { PlaceRow } from '../places/place.entity.js';
import { AnswerStore } from '../questions/answer-store.js';
import { noAnswers } from '../questions/domain/answer.js';
import { costOf, type BookedPlace, type BookingDetails } from './booking-details.js';

/** Reads all that is in a booking which somebody has a right to. */
@Injectable()
export class ReadBooking {
  constructor(
    private readonly catalogues: ReadCatalogue,
    private readonly answers: AnswerStore,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** @param catalogue where the caller holds the conference's lock and has it already */
  async of(
    booking: BookingRow,
    manager: EntityManager = this.dataSource.manager,
    catalogue?: Catalogue,
  ): Promise<BookingDetails> {
    const known = catalogue ?? (await this.catalogues.of(booking.conferenceId, manager));
    const rows = await manager.find(DelegateRow, {
      where: { bookingId: booking.id },
      order: { number: 'ASC' },
    });
    const places = await this.places(manager, booking, known);
    const { ofBooking, ofDelegates } = await this.answers.read(manager, booking.id);
    const delegates = rows.map((delegate) => {
      const own = places.filter(({ place }) => place.delegateId === delegate.id);
      return {
        delegate,
        ticket: own.find(({ ticketType }) => ticketType.kind === 'ticket') ?? null,
        addOns: own.filter(({ ticketType }) => ticketType.kind === 'add-on'),
        answers: ofDelegates.get(delegate.id) ?? noAnswers,
      };
    });
    return { booking, catalogue: known, delegates, answers: ofBooking };
  }

  /** Those that it has; of one whose time ran out those that it had then. */
  private async places(
    manager: EntityManager,
    booking: BookingRow,
    catalogue: Catalogue,
  ): Promise<BookedPlace[]> {
    const rows = await manager.find(PlaceRow, { where: { bookingId: booking.id } });
    // As `ResumeBooking` has it: nothing is given back later than that but by its running out.
    const over = booking.status === 'lapsed' ? booking.heldUntil : null;
    return rows
      .filter(
        ({ status, releasedAt }) =>
          status !== 'released' || (over !== null && releasedAt !== null && releasedAt >= over),
      )
      .flatMap((place) => {
        const ticketType = catalogue.ticketType.get(place.ticketTypeId);
        return ticketType === undefined ? [] : [{ place, ticketType, ...costOf(place) }];
      })
      .toSorted((a, b) => a.ticketType.position - b.ticketType.position);
  }
}
