import { shortened } from '#ui';
import type { Moment } from '../domain/clock.js';
import type { LegKind } from '../domain/leg.js';
import { legName } from '../in-words.js';
import type { OwnLeg } from '../legs.js';

/** How schema.org calls the parts of a reservation. */
interface Kind {
  readonly reservation: string;
  readonly trip: string;
  /** What names the trip: `flightNumber`. */
  readonly named: string;
  /** The property of where it departs or arrives, after `departure` and `arrival`: `Airport`. */
  readonly stop: string;
  /** The type of these places. */
  readonly place: string;
  /** The property of whoever runs it. */
  readonly by: string;
  readonly company: string;
}

/** What mail programs and travel apps know; nobody books a walk. https://schema.org/Reservation */
const kinds: Readonly<Partial<Record<LegKind, Kind>>> = {
  flight: {
    reservation: 'FlightReservation',
    trip: 'Flight',
    named: 'flightNumber',
    stop: 'Airport',
    place: 'Airport',
    by: 'airline',
    company: 'Airline',
  },
  train: {
    reservation: 'TrainReservation',
    trip: 'TrainTrip',
    named: 'trainName',
    stop: 'Station',
    place: 'TrainStation',
    by: 'provider',
    company: 'Organization',
  },
  coach: {
    reservation: 'BusReservation',
    trip: 'BusTrip',
    named: 'busName',
    stop: 'BusStop',
    place: 'BusStop',
    by: 'provider',
    company: 'Organization',
  },
  ferry: {
    reservation: 'BoatReservation',
    trip: 'BoatTrip',
    named: 'identifier',
    stop: 'BoatTerminal',
    place: 'BoatTerminal',
    by: 'provider',
    company: 'Organization',
  },
};

/** What is booked for somebody, as programs read it, in the order of the legs. */
export const reservationsOf = (legs: readonly OwnLeg[], name: string): readonly object[] =>
  legs.flatMap((leg) => {
    const kind = kinds[leg.kind];
    return kind === undefined || leg.status === 'cancelled' ? [] : [reservation(leg, kind, name)];
  });

function reservation(leg: OwnLeg, kind: Kind, name: string): object {
  const place = (text: string) => ({ '@type': kind.place, name: shortened(text, 120) });
  return {
    '@context': 'https://schema.org',
    '@type': kind.reservation,
    reservationStatus: 'https://schema.org/ReservationConfirmed',
    // Programs throw away what has no number.
    reservationNumber: leg.bookingReference ?? leg.id,
    underName: { '@type': 'Person', name: shortened(name, 120) },
    ...(leg.seat !== null && {
      reservedTicket: { '@type': 'Ticket', ticketedSeat: { '@type': 'Seat', seatNumber: leg.seat } },
    }),
    reservationFor: {
      '@type': kind.trip,
      ...tripName(leg, kind),
      ...(leg.carrier !== null && {
        [kind.by]: { '@type': kind.company, name: shortened(leg.carrier, 120), ...iataOf(leg) },
      }),
      [`departure${kind.stop}`]: place(leg.fromName),
      departureTime: timeOf(leg.departs),
      [`arrival${kind.stop}`]: place(leg.toName),
      arrivalTime: timeOf(leg.arrives),
    },
  };
}

/** "BA 540": the airline's two characters, and the flight's number. */
const flight = /^([A-Z\d]{2})\s?(\d{1,4})$/i;

const tripName = (leg: OwnLeg, kind: Kind) => {
  const number = leg.kind === 'flight' ? flight.exec(leg.title.trim())?.[2] : undefined;
  return { [kind.named]: number ?? shortened(leg.kind === 'flight' ? leg.title : legName(leg), 120) };
};

const iataOf = (leg: OwnLeg) => {
  const code = leg.kind === 'flight' ? flight.exec(leg.title.trim())?.[1] : undefined;
  return code === undefined ? {} : { iataCode: code.toUpperCase() };
};

/** With the offset of its own zone: "2035-03-11T07:40:00+00:00". */
const timeOf = ({ at, zone }: Moment): string =>
  at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
