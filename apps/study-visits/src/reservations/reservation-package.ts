import type { Temporal } from 'temporal-polyfill';
import type { Stop } from '../itinerary/domain/item.js';
import type { OwnNights } from '../rooms/own-nights.js';
import { typeNames } from '../rooms/in-words.js';
import { shortened } from '#ui';

/** Something that somebody is expected at. */
export interface ReservedEvent {
  readonly id: string;
  readonly title: string;
  readonly start: Temporal.Instant;
  /** IANA */
  readonly zone: string;
  readonly end: Temporal.Instant;
  /** IANA */
  readonly endZone: string;
  readonly stop: Stop | null;
}

/** What of a visit is reserved for somebody. */
export interface Reserved {
  /** Names the whole of it: the traveller's own id. */
  readonly number: string;
  readonly visitTitle: string;
  /** The traveller's. */
  readonly name: string;
  readonly events: readonly ReservedEvent[];
  readonly nights: readonly OwnNights[];
}

/** As many as a mail has room for: mail programs cut off long ones. */
const most = 30;

const confirmed = 'https://schema.org/ReservationConfirmed';

/**
 * What is reserved for somebody, for mail programs and travel apps, as one package.
 *
 * @see https://schema.org/ReservationPackage
 * @returns none where nothing is reserved
 */
export function reservationPackage({
  number,
  visitTitle,
  name,
  events,
  nights,
}: Reserved): readonly object[] {
  const underName = { '@type': 'Person', name: shortened(name, 120) };
  const parts = [
    ...nights.map((each) => ({ ...lodging(each, number), underName })),
    ...events.map((each) => ({ ...event(each), underName })),
  ];
  if (parts.length === 0) return [];
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'ReservationPackage',
      reservationNumber: number,
      reservationStatus: confirmed,
      underName,
      reservationFor: { '@type': 'Trip', name: shortened(visitTitle, 120) },
      subReservation: parts.slice(0, most),
    },
  ];
}

function lodging(nights: OwnNights, number: string): object {
  const { hotel, address, phone, type, arrives, leaves } = nights;
  return {
    '@type': 'LodgingReservation',
    // Programs throw away what has no number.
    reservationNumber: `${number}/${arrives}`,
    reservationStatus: confirmed,
    reservationFor: {
      '@type': 'LodgingBusiness',
      name: shortened(hotel, 120),
      ...(address !== '' && { address: shortened(address, 200) }),
      ...(phone !== '' && { telephone: shortened(phone, 60) }),
    },
    lodgingUnitType: typeNames[type],
    // Days without a time, as nobody says from when the rooms are ready. Gmail calls them dates.
    checkinTime: arrives,
    checkoutTime: leaves,
    checkinDate: arrives,
    checkoutDate: leaves,
  };
}

function event({ id, title, start, zone, end, endZone, stop }: ReservedEvent): object {
  return {
    '@type': 'EventReservation',
    reservationNumber: id,
    reservationStatus: confirmed,
    reservationFor: {
      '@type': 'Event',
      name: shortened(title, 120),
      startDate: timeOf(start, zone),
      endDate: timeOf(end, endZone),
      ...(stop !== null && {
        location: {
          '@type': 'Place',
          name: shortened(stop.name, 120),
          ...(stop.address !== null && { address: shortened(stop.address, 200) }),
          ...(stop.point !== null && {
            geo: { '@type': 'GeoCoordinates', latitude: stop.point.lat, longitude: stop.point.lon },
          }),
        },
      }),
    },
  };
}

/** With the offset of its own zone: "2035-03-11T07:40:00+00:00". */
const timeOf = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
