import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { dayOf } from './domain/clock.js';
import {
  journeyWarnings,
  ownWays,
  waysMissing,
  waysTwice,
  type JourneyWarning,
  type OwnWay,
} from './domain/journey.js';
import { isOutside } from './domain/leg.js';
import type { OwnJourney } from './domain/own-travel.js';
import type { LegWithPlaces } from './legs.js';
import { KeepOwnTravel } from './own/keep-own-travel.js';
import { ReadLegs } from './read-legs.js';

/** A traveller with what is known of their ways. */
export interface TravellingPerson {
  readonly traveller: Traveller;
  /** Those that take place. */
  readonly legs: readonly LegWithPlaces[];
  readonly own: readonly OwnJourney[];
  readonly missing: readonly OwnWay[];
  readonly twice: readonly OwnWay[];
  readonly warnings: readonly JourneyWarning<LegWithPlaces>[];
}

/** How everybody who travels with a visit gets there, round and home. */
export interface VisitTravel {
  readonly visit: Visit;
  /** Cancelled ones too, in the order in which they depart. */
  readonly legs: readonly LegWithPlaces[];
  readonly people: readonly TravellingPerson[];
  /** Legs that are planned for days on which there is no visit any more. */
  readonly outside: readonly LegWithPlaces[];
}

/** Reads it for staff. */
@Injectable()
export class ReadTravel {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
    private readonly own: KeepOwnTravel,
  ) {}

  /** @throws Problem 404 */
  async of(visitId: string, manager?: EntityManager): Promise<VisitTravel> {
    const visit = await this.visits.byId(visitId, manager);
    const legs = await this.legs.of(visit.id, manager);
    const travellers = await this.travellers.confirmed(visit.id, manager);
    const own = await this.own.of(
      travellers.map(({ id }) => id),
      manager,
    );
    const planned = legs.filter(({ status }) => status === 'planned');
    const byTraveller = new Map<string, LegWithPlaces[]>(travellers.map(({ id }) => [id, []]));
    for (const leg of planned) {
      for (const { travellerId } of leg.places) byTraveller.get(travellerId)?.push(leg);
    }
    return {
      visit,
      legs,
      people: travellers.map((traveller) =>
        personOf(traveller, byTraveller.get(traveller.id) ?? [], own.get(traveller.id) ?? []),
      ),
      outside: planned.filter((leg) => isOutside(leg.departs, visit) || isOutside(leg.arrives, visit)),
    };
  }
}

function personOf(
  traveller: Traveller,
  legs: readonly LegWithPlaces[],
  own: readonly OwnJourney[],
): TravellingPerson {
  const ways = own.map(({ way }) => way);
  return {
    traveller,
    legs,
    own,
    missing: waysMissing(legs, ways),
    twice: waysTwice(legs, ways),
    warnings: journeyWarnings(legs),
  };
}

/** The days on which the party goes there or home, by the clocks where it departs; the visit's own while nothing is planned. ISO */
export function daysOfWay(
  { visit, legs }: Pick<VisitTravel, 'visit' | 'legs'>,
  way: OwnWay,
): readonly string[] {
  const days = legs
    .filter((leg) => leg.status === 'planned' && leg.way === way)
    .map((leg) => dayOf(leg.departs));
  const ends = { there: visit.firstDay, back: visit.lastDay };
  return days.length === 0 ? [ends[way]] : [...new Set(days)].toSorted();
}

/** Who lacks which way. */
export const lacking = ({ people }: Pick<VisitTravel, 'people'>) =>
  ownWays.map((way) => ({ way, people: people.filter(({ missing }) => missing.includes(way)) }));
