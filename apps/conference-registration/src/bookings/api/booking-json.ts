import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { instantOf } from '#platform';
import { ReadCatalogue } from '../../catalogue/read-catalogue.js';
import { totalOf, vatOn } from '../../money/domain/vat.js';
import { PlaceRow } from '../../places/place.entity.js';
import type { BookingRow } from '../booking.entity.js';
import { DelegateRow } from '../delegate.entity.js';
import type { BookingOutput } from './booking.schema.js';

type PlaceOutput = BookingOutput['delegates'][number]['places'][number];

/** Says bookings as JSON, for those who have a right to them. */
@Injectable()
export class BookingJson {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly catalogues: ReadCatalogue,
  ) {}

  async of(booking: BookingRow): Promise<BookingOutput> {
    const { manager } = this.dataSource;
    const { conference, ticketType } = await this.catalogues.of(booking.conferenceId);
    const delegates = await manager.find(DelegateRow, {
      where: { bookingId: booking.id },
      order: { number: 'ASC' },
    });
    const places = await manager.find(PlaceRow, { where: { bookingId: booking.id }, order: { id: 'ASC' } });
    const byDelegate = Map.groupBy(places, ({ delegateId }) => delegateId);
    const named = (place: PlaceRow) => ticketType.get(place.ticketTypeId);
    const shown = delegates.map(({ id, number, status, name }) => ({
      number,
      status,
      name,
      places: (byDelegate.get(id) ?? []).flatMap((place) => placeJson(place, named(place))),
    }));
    const { organisationId, organisationName } = booking;
    return {
      reference: booking.reference,
      status: booking.status,
      conference: { id: conference.id, slug: conference.slug, title: conference.title },
      bookedFor: booking.bookedFor,
      organisation: organisationName === '' ? null : { id: organisationId, name: organisationName },
      category: booking.category,
      heldUntil: booking.heldUntil && instantOf(booking.heldUntil).toString(),
      extended: booking.extended,
      delegates: shown,
      totals: totalOf(shown.flatMap((delegate) => delegate.places)),
      version: booking.version,
    };
  }
}

function placeJson(
  { ticketTypeId, status, netPence, vatBasisPoints, freeAllocationId }: PlaceRow,
  ticketType: { readonly name: string; readonly kind: PlaceOutput['kind'] } | undefined,
): PlaceOutput[] {
  if (ticketType === undefined) return [];
  if (status !== 'held' && status !== 'applied' && status !== 'confirmed') return [];
  const vatPence = vatOn(netPence, vatBasisPoints);
  return [
    {
      ticketTypeId,
      name: ticketType.name,
      kind: ticketType.kind,
      status,
      netPence,
      vatPence,
      grossPence: netPence + vatPence,
      vatBasisPoints,
      isFree: freeAllocationId !== null,
    },
  ];
}
