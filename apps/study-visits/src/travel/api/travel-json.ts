import { accepted, checkRange, dayFromIso, readZone, type NumberRules } from '#checks';
import { Temporal } from 'temporal-polyfill';
import { driverPath } from '../addresses.js';
import type { Moment, MomentInput } from '../domain/clock.js';
import { checkPoint, meetingOf, minutesOf, numberRules, type LegInput } from '../domain/leg.js';
import type { OwnJourney, OwnTravelInput } from '../domain/own-travel.js';
import { warningWords } from '../in-words.js';
import type { Leg, LegWithPlaces, OwnLeg } from '../legs.js';
import type { DriverCopy, DriverLink } from '../manifest/driver-links.js';
import type { Manifest } from '../manifest/read-manifest.js';
import type { VisitTravel } from '../read-travel.js';
import type { LegJsonInput, OwnTravelJsonInput } from './travel.schema.js';

/** @param field that of the moment */
const momentInput = (sent: LegJsonInput['departs'], field: string): MomentInput => ({
  day: dayFromIso(sent.day, field),
  time: accepted(Temporal.PlainTime.from(sent.time)),
  zone: readZone(sent.zone, `${field}.zone`),
  which: sent.which,
});

const optionalRange = (given: number | null, field: string, rules: NumberRules) =>
  given === null ? accepted(null) : checkRange(given, field, rules);

export const inputOf = (sent: LegJsonInput): LegInput => ({
  ...sent,
  fromPoint: checkPoint(sent.fromPoint, 'fromPoint'),
  toPoint: checkPoint(sent.toPoint, 'toPoint'),
  departs: momentInput(sent.departs, 'departs'),
  arrives: momentInput(sent.arrives, 'arrives'),
  changeMinutes: checkRange(sent.changeMinutes, 'changeMinutes', numberRules.changeMinutes),
  borderMinutes: checkRange(sent.borderMinutes, 'borderMinutes', numberRules.borderMinutes),
  meetMinutes: optionalRange(sent.meetMinutes, 'meetMinutes', numberRules.meetMinutes),
  seats: optionalRange(sent.seats, 'seats', numberRules.seats),
});

export const ownInputOf = ({ there, back }: OwnTravelJsonInput): OwnTravelInput => ({
  there: there && { ...there, when: momentInput(there.when, 'there.when') },
  back: back && { ...back, when: momentInput(back.when, 'back.when') },
});

const momentJson = ({ at, zone }: Moment) => ({
  at: at.toString(),
  zone,
  local: at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
});

/** What whoever travels with a leg may read of it. */
function travelledJson(leg: Omit<Leg, 'note' | 'visitId'>) {
  const meets = meetingOf(leg);
  return {
    id: leg.id,
    kind: leg.kind,
    way: leg.way,
    title: leg.title,
    carrier: leg.carrier,
    fromName: leg.fromName,
    fromPoint: leg.fromPoint,
    toName: leg.toName,
    toPoint: leg.toPoint,
    departs: momentJson(leg.departs),
    arrives: momentJson(leg.arrives),
    minutes: minutesOf(leg),
    meetingPoint: leg.meetingPoint,
    meets: meets && momentJson(meets),
    luggage: leg.luggage,
    vehicle: leg.vehicle,
    status: leg.status,
    statusReason: leg.statusReason,
  };
}

/** A leg as staff read it. */
export const legJson = (leg: LegWithPlaces) => ({
  ...travelledJson(leg),
  changeMinutes: leg.changeMinutes,
  borderMinutes: leg.borderMinutes,
  meetMinutes: leg.meetMinutes,
  seats: leg.seats,
  note: leg.note,
  places: leg.places,
  version: leg.version,
});

export const journeysJson = (journeys: readonly OwnJourney[]) =>
  journeys.map(({ way, place, when, words }) => ({ way, place, when: momentJson(when), words }));

/** What a traveller reads of their own journey. */
export const ownLegsJson = (name: string, legs: readonly OwnLeg[], journeys: readonly OwnJourney[]) => ({
  name,
  legs: legs.map((leg) => ({
    ...travelledJson(leg),
    bookingReference: leg.bookingReference,
    seat: leg.seat,
  })),
  journeys: journeysJson(journeys),
});

export const travelJson = ({ people, outside }: VisitTravel) => ({
  people: people.map(({ traveller, legs, own, missing, twice, warnings }) => ({
    travellerId: traveller.id,
    name: traveller.name,
    legs: legs.map(({ id }) => id),
    own: journeysJson(own),
    missing,
    twice,
    warnings: warnings.map(warningWords),
  })),
  outside: outside.map(({ id }) => id),
});

export const manifestJson = ({ leg, passengers, sent }: Manifest) => ({
  leg: legJson(leg),
  passengers: passengers.map(({ traveller, seat, bookingReference }) => ({
    travellerId: traveller.id,
    name: traveller.name,
    organisationName: traveller.organisationName,
    mobile: traveller.phone,
    seat,
    bookingReference,
  })),
  sent: sent && {
    number: sent.number,
    at: sent.at.toString(),
    joined: sent.changes.joined,
    left: sent.changes.left,
    moved: sent.changes.moved.map(({ travellerId }) => travellerId),
    facts: sent.changes.facts.map(({ field }) => field),
  },
});

export const driverLinkJson = ({ id, secret, expiresAt }: DriverLink) => ({
  id,
  path: driverPath(secret),
  expiresAt: expiresAt.toString(),
});

export const driverCopyJson = ({ leg, lines }: DriverCopy) => ({ leg: travelledJson(leg), lines });
