import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { plural } from '#ui';
import { unprocessable, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { FindVisit } from '../../visits/find-visit.js';
import { readBookings, type ReadBookings } from '../domain/booking-list.js';
import { mustNotBeOver } from '../../visits/change-visit.js';
import type { LegWithPlaces } from '../legs.js';
import { PlaceTravellers } from '../place-travellers.js';
import { ReadLegs } from '../read-legs.js';

/** A list as it was read, with the legs that it is about as they are now. */
export interface LookedAt extends ReadBookings {
  readonly about: readonly LegWithPlaces[];
}

/** Takes lists of who is on which leg: looked at, then written whole or not at all. */
@Injectable()
export class TakeBookings {
  constructor(
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
    private readonly place: PlaceTravellers,
    private readonly plan: ChangePlan,
  ) {}

  /** What a list would lead to. Nothing is kept of it. @throws Problem 404; 409 `visit-ended` */
  async look(visitId: string, bytes: Uint8Array, manager?: EntityManager): Promise<LookedAt> {
    const visit = await this.visits.byId(visitId, manager);
    mustNotBeOver(visit);
    const legs = (await this.legs.of(visit.id, manager)).filter(({ status }) => status === 'planned');
    const read = readBookings(bytes, {
      travellers: await this.travellers.confirmed(visit.id, manager),
      legs,
    });
    const planned = new Set(read.legs.map(({ legId }) => legId));
    return { ...read, about: legs.filter(({ id }) => planned.has(id)) };
  }

  /**
   * Reads it once more under the lock of the visit, and writes all of it.
   *
   * @throws Problem 404; 409 `visit-ended`; 422 at `list`, where it has any problem by now
   */
  write(actor: Actor, visitId: string, bytes: Uint8Array): Promise<LookedAt> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const result = await this.look(visitId, bytes, manager);
      if (result.problems.length > 0) {
        throw unprocessable(
          result.problems.map(({ line, column, message }) => ({
            field: 'list',
            code: 'list-unreadable',
            message: `${placeInWords(line, column)}${message}`,
          })),
        );
      }
      let written = 0;
      for (const { legId, places, added, changed } of result.legs) {
        const leg = result.about.find(({ id }) => id === legId);
        if (leg === undefined || added + changed === 0) continue;
        await this.place.write(manager, leg, places);
        written += added + changed;
      }
      if (written === 0) return { result, change: null };
      const action = `List of bookings taken: ${plural(written, 'place')} on ${plural(result.legs.length, 'leg')}`;
      return { result, change: { action, changes: [] } };
    });
  }
}

/** "Row 3, seat: "; nothing for the file as a whole. */
export const placeInWords = (line: number | null, column: string | null): string =>
  line === null ? '' : `Row ${line}${column === null ? '' : `, ${column}`}: `;
