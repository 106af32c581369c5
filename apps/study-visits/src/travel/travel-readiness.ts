import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { listInWords } from '#ui';
import type { Mark, ReadinessItem } from '../readiness/domain/item.js';
import type { ReadinessSource } from '../readiness/readiness-source.js';
import { manageVisitPath } from '../visits/addresses.js';
import type { Visit } from '../visits/domain/visit.js';
import { ownTravelPart, travelPart } from './addresses.js';
import { ownWayWords } from './in-words.js';
import { ReadTravel, type TravellingPerson } from './read-travel.js';

/** Tells whether everybody has a way there and home. */
@Injectable()
export class TravelReadiness implements ReadinessSource {
  readonly items = ['travel'] as const;

  constructor(private readonly travel: ReadTravel) {}

  /** Until the first leg is planned or somebody looks after their own way, nobody is asked. */
  async read(
    manager: EntityManager,
    visit: Visit,
    travellerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Partial<Record<ReadinessItem, Mark>>>> {
    const wanted = new Set(travellerIds);
    const { people, legs } = await this.travel.of(visit.id, manager);
    const isPlanned = legs.some(({ status }) => status === 'planned');
    return new Map(
      people
        .filter(({ traveller, own }) => wanted.has(traveller.id) && (isPlanned || own.length > 0))
        .map((person) => [person.traveller.id, { travel: markOf(person) }]),
    );
  }

  path(_: ReadinessItem, visitId: string, travellerId: string): string {
    return manageVisitPath(visitId, travellerId === '' ? travelPart : ownTravelPart(travellerId));
  }
}

function markOf({ missing, twice, warnings }: TravellingPerson): Mark {
  if (missing.length > 0) {
    return { status: 'missing', words: `No way ${listInWords(missing.map((way) => ownWayWords[way]))} yet` };
  }
  if (warnings.length > 0) return { status: 'wrong', words: 'Too little time between two legs' };
  if (twice.length > 0) {
    const ways = listInWords(twice.map((way) => ownWayWords[way]));
    return { status: 'wrong', words: `Goes ${ways} with the party and on their own` };
  }
  return { status: 'done', words: 'There and home' };
}
