import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { plural } from '#ui';
import { refuse } from '#checks';
import { dateOf, unprocessable, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { checkPlaces, type LegPlace, type PlaceInput } from './domain/places.js';
import { legName } from './in-words.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { legEditedMeanwhile, mustBePlanned, type SeenLeg } from './keep-legs.js';
import { LegRow, LegTravellerRow } from './leg.entity.js';
import type { LegWithPlaces } from './legs.js';
import { ReadLegs } from './read-legs.js';

/** Says who is on which leg. Seats are counted under the lock of the visit, so that two people cannot both have the last one. */
@Injectable()
export class PlaceTravellers {
  constructor(
    private readonly plan: ChangePlan,
    private readonly legs: ReadLegs,
    private readonly travellers: ReadTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Replaces who is on a leg.
   *
   * @throws Problem 404; 409 `edited-meanwhile`, `leg-cancelled`, `visit-ended`; 422 at `seat.<traveller>`,
   *   `bookingReference.<traveller>` and `seats`
   */
  replace(actor: Actor, seen: SeenLeg, input: readonly PlaceInput[]): Promise<LegWithPlaces> {
    return this.change(actor, seen, () => input);
  }

  /** Puts everybody on it who is not yet; whoever looks after their own way stays off. @throws Problem as {@link replace} */
  everybody(actor: Actor, seen: SeenLeg): Promise<LegWithPlaces> {
    return this.change(actor, seen, async (leg, manager) => {
      const all = await this.travellers.confirmed(seen.visitId, manager);
      const own: { travellerId: string }[] =
        leg.way === 'during'
          ? []
          : await manager.query(
              `SELECT traveller_id AS "travellerId" FROM own_travel WHERE way = $1 AND traveller_id = ANY($2)`,
              [leg.way, all.map(({ id }) => id)],
            );
      const without = new Set([...leg.places, ...own].map(({ travellerId }) => travellerId));
      const added = all.filter(({ id }) => !without.has(id));
      return [
        ...leg.places,
        ...added.map(({ id }) => ({ travellerId: id, bookingReference: null, seat: null })),
      ];
    });
  }

  /** Puts one person on it, or changes what is booked for them. @throws Problem as {@link replace} */
  put(actor: Actor, seen: SeenLeg, place: PlaceInput): Promise<LegWithPlaces> {
    return this.change(actor, seen, (leg) => {
      const others = leg.places.filter(({ travellerId }) => travellerId !== place.travellerId);
      return [...others, place];
    });
  }

  /** Takes one person off it; does nothing where they are not on it. @throws Problem as {@link replace} */
  takeOff(actor: Actor, seen: SeenLeg, travellerId: string): Promise<LegWithPlaces> {
    return this.change(actor, seen, (leg) => leg.places.filter((place) => place.travellerId !== travellerId));
  }

  private change(
    actor: Actor,
    seen: SeenLeg,
    wanted: (
      leg: LegWithPlaces,
      manager: EntityManager,
    ) => readonly PlaceInput[] | Promise<readonly PlaceInput[]>,
  ): Promise<LegWithPlaces> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = await this.legs.one(seen, manager);
      if (seen.version !== null && before.version !== seen.version) throw legEditedMeanwhile();
      mustBePlanned(before);
      const result = await this.write(manager, before, await wanted(before, manager));
      if (result === before) return { result, change: null };
      const people = plural(result.places.length, 'traveller');
      const action = `Travellers of a leg changed: “${legName(result)}” has ${people}`;
      return { result, change: { action, changes: [] } };
    });
  }

  /** Writes who is on a leg, within a transaction that holds the lock of the visit. @returns the leg itself where nothing changes */
  async write(
    manager: EntityManager,
    leg: LegWithPlaces,
    input: readonly PlaceInput[],
  ): Promise<LegWithPlaces> {
    const all = new Set((await this.travellers.confirmed(leg.visitId, manager)).map(({ id }) => id));
    if (!input.every(({ travellerId }) => all.has(travellerId))) {
      const { problems } = refuse(
        '',
        'no-such-traveller',
        'Somebody on the list does not travel with this visit.',
      );
      throw unprocessable(problems);
    }
    const places = valueOf(checkPlaces(input, leg.seats));
    if (keyOf(leg.places) === keyOf(places)) return leg;
    // Whoever withdrew keeps their reference, which a refund may need, and no seat.
    await manager.update(LegTravellerRow, { legId: leg.id }, { seat: null });
    await manager.delete(LegTravellerRow, { legId: leg.id, travellerId: In([...all]) });
    await manager.insert(
      LegTravellerRow,
      places.map((place) => ({ ...place, legId: leg.id })),
    );
    const changed = { version: leg.version + 1, changedAt: dateOf(this.clock()) };
    await manager.update(LegRow, { id: leg.id }, changed);
    return this.legs.one({ visitId: leg.visitId, legId: leg.id }, manager);
  }
}

const keyOf = (places: readonly LegPlace[]): string =>
  JSON.stringify(
    places
      .map(({ travellerId, bookingReference, seat }) => [travellerId, bookingReference, seat])
      .toSorted(([one = ''], [other = '']) => (one ?? '').localeCompare(other ?? '')),
  );
