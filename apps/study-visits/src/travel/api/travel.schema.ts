import { z } from 'zod';
import { legKinds, legWays } from '../domain/leg.js';
import { ownWays } from '../domain/journey.js';

const text = z.string();
const id = z.uuid();
const instant = z.iso.datetime();
const optional = text.nullable().default(null);
const point = z.strictObject({ lat: z.number(), lon: z.number() }).meta({ id: 'MapPoint' });

const momentInput = z
  .strictObject({
    day: z.iso.date(),
    time: z.iso.time({ precision: -1 }).meta({ description: 'By the clock of the zone: `07:40`.' }),
    zone: text.meta({ description: 'IANA, such as `Europe/London`.' }),
    which: text.default('').meta({
      description: '`first` or `second`, where the clock goes back in that night and shows the time twice.',
    }),
  })
  .meta({ id: 'TravelMomentInput' });

const moment = z
  .strictObject({
    at: instant,
    zone: text,
    local: text.meta({ description: 'What the clock of the zone shows: `2035-03-11T07:40`.' }),
  })
  .meta({ id: 'TravelMoment' });

export const legInput = z
  .strictObject({
    kind: text.meta({ description: `One of ${legKinds.join(', ')}.` }),
    way: text.meta({ description: `Where it takes people: one of ${legWays.join(', ')}.` }),
    title: text,
    carrier: optional,
    fromName: text,
    fromPoint: point.nullable().default(null),
    toName: text,
    toPoint: point.nullable().default(null),
    departs: momentInput,
    arrives: momentInput,
    changeMinutes: z.int().default(0),
    borderMinutes: z.int().default(0),
    meetingPoint: optional,
    meetMinutes: z.int().nullable().default(null),
    luggage: optional,
    vehicle: optional,
    seats: z.int().nullable().default(null),
    note: optional,
  })
  .meta({ id: 'LegInput' });

const travelled = {
  id,
  kind: z.enum(legKinds),
  way: z.enum(legWays),
  title: text,
  carrier: text.nullable(),
  fromName: text,
  fromPoint: point.nullable(),
  toName: text,
  toPoint: point.nullable(),
  departs: moment,
  arrives: moment,
  minutes: z.int().meta({ description: 'How long it takes.' }),
  meetingPoint: text.nullable(),
  meets: moment.nullable(),
  luggage: text.nullable(),
  vehicle: text.nullable(),
  status: z.enum(['planned', 'cancelled']),
  statusReason: text.nullable(),
};

const place = z
  .strictObject({ travellerId: id, bookingReference: text.nullable(), seat: text.nullable() })
  .meta({ id: 'LegPlace' });

export const legOutput = z
  .strictObject({
    ...travelled,
    changeMinutes: z.int(),
    borderMinutes: z.int(),
    meetMinutes: z.int().nullable(),
    seats: z.int().nullable(),
    note: text.nullable(),
    places: z.array(place),
    version: z.int().meta({ description: 'Rises with each change of the leg and of who is on it.' }),
  })
  .meta({ id: 'Leg' });

export const legsOutput = z.strictObject({ items: z.array(legOutput) }).meta({ id: 'Legs' });

export const cancelInput = z.strictObject({ reason: text }).meta({ id: 'LegCancelInput' });

const placeInput = z
  .strictObject({ bookingReference: optional, seat: optional })
  .meta({ id: 'LegPlaceInput' });

export const onePlaceInput = placeInput;

export const placesInput = z
  .strictObject({ places: z.array(placeInput.extend({ travellerId: id })).max(1000) })
  .meta({ id: 'LegPlacesInput' });

const ownInput = z
  .strictObject({ place: text, when: momentInput, words: optional })
  .nullable()
  .default(null)
  .meta({ description: '`null`: with everybody else.' });

export const ownTravelInput = z
  .strictObject({ there: ownInput, back: ownInput })
  .meta({ id: 'OwnTravelInput' });

const journey = z
  .strictObject({ way: z.enum(ownWays), place: text, when: moment, words: text.nullable() })
  .meta({ id: 'OwnJourney' });

export const ownTravelOutput = z.strictObject({ journeys: z.array(journey) }).meta({ id: 'OwnTravel' });

export const ownLegsOutput = z
  .strictObject({
    name: text,
    legs: z.array(
      z
        .strictObject({ ...travelled, bookingReference: text.nullable(), seat: text.nullable() })
        .meta({ id: 'OwnLeg' }),
    ),
    journeys: z.array(journey),
  })
  .meta({ id: 'OwnJourneyToVisit' });

export const travelOutput = z
  .strictObject({
    people: z.array(
      z
        .strictObject({
          travellerId: id,
          name: text,
          legs: z.array(id),
          own: z.array(journey),
          missing: z.array(z.enum(ownWays)).meta({ description: 'Ways that they have not got.' }),
          twice: z.array(z.enum(ownWays)).meta({ description: 'With the party, and on their own.' }),
          warnings: z.array(text),
        })
        .meta({ id: 'TravellingPerson' }),
    ),
    outside: z.array(id).meta({ description: 'Legs on days on which there is no visit any more.' }),
  })
  .meta({ id: 'VisitTravel' });

export const manifestOutput = z
  .strictObject({
    leg: legOutput,
    passengers: z.array(
      z
        .strictObject({
          travellerId: id,
          name: text,
          organisationName: text,
          mobile: text.nullable(),
          seat: text.nullable(),
          bookingReference: text.nullable(),
        })
        .meta({ id: 'Passenger' }),
    ),
    sent: z
      .strictObject({
        number: z.int(),
        at: instant,
        joined: z.array(id),
        left: z.array(id),
        moved: z.array(id),
        facts: z.array(text).meta({ description: 'What of the leg itself is different: `Departs`.' }),
      })
      .nullable(),
  })
  .meta({ id: 'Manifest' });

const driverLink = z
  .strictObject({ id, path: text.meta({ description: 'On the site.' }), expiresAt: instant })
  .meta({ id: 'DriverLink' });

export const driverLinkOutput = driverLink;

export const driverLinksOutput = z.strictObject({ items: z.array(driverLink) }).meta({ id: 'DriverLinks' });

export const driverCopyOutput = z
  .strictObject({
    leg: z.strictObject(travelled).meta({ id: 'DriversLeg' }),
    lines: z.array(
      z
        .strictObject({
          number: z.int(),
          seat: text.nullable(),
          name: text.meta({ description: 'First name and an initial.' }),
        })
        .meta({ id: 'DriversLine' }),
    ),
  })
  .meta({ id: 'DriversCopy' });

export const tellOutput = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          travellerId: id,
          name: text,
          toldAt: instant.nullable(),
          state: z.enum(['nothing', 'not-told', 'changed', 'told']),
        })
        .meta({ id: 'ToldOfTravel' }),
    ),
  })
  .meta({ id: 'TravelTelling' });

export const toldOutput = z
  .strictObject({
    mails: z.int(),
    unreachable: z.int().meta({ description: 'Who has news and no address.' }),
  })
  .meta({ id: 'TravelTold' });

export const listInput = z
  .strictObject({
    csv: text.max(300_000).meta({ description: 'The file’s text; its first row names the columns.' }),
    write: z.boolean().default(false).meta({ description: '`false`: only look at what it would change.' }),
  })
  .meta({ id: 'BookingListInput' });

export const listOutput = z
  .strictObject({
    isWritten: z.boolean(),
    rows: z.int(),
    legs: z.array(
      z.strictObject({ legId: id, added: z.int(), changed: z.int() }).meta({ id: 'BookingListLeg' }),
    ),
    problems: z.array(
      z
        .strictObject({ line: z.int().nullable(), column: text.nullable(), message: text })
        .meta({ id: 'BookingListProblem' }),
    ),
    notes: z.array(text),
  })
  .meta({ id: 'BookingList' });

export type LegJsonInput = z.output<typeof legInput>;
export type OwnTravelJsonInput = z.output<typeof ownTravelInput>;
