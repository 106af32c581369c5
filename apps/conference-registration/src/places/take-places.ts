import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { FindOrganisation } from '#people';
import { conflict, instantOf, type Actor } from '#platform';
import { BookingHistory } from '../bookings/booking-history.js';
import { isInForce, type Catalogue, type Code } from '../catalogue/domain/catalogue.js';
import { discountOn } from '../members/domain/organisation.js';
import type { PriceCategory } from '../tickets/domain/ticket-type.js';
import { CLOCK, type Clock } from '../tokens.js';
import { limitsOf } from './domain/limits-of.js';
import { organisationKey } from './domain/limits.js';
import { dayThere } from './domain/on-sale.js';
import { decide, type Overrun } from './domain/take.js';
import type { KeptPlace, Taking, Wanted } from './domain/wanted.js';
import type { PlaceRow } from './place.entity.js';
import { readCounts } from './read-counts.js';
import { placesRefused } from './refusal-words.js';
import { writePlaces } from './write-places.js';

/** For whom places are taken, and as what. */
export interface TakenFor {
  /** `null`: nobody's yet, where a code or an offer keeps them. */
  readonly bookingId: string | null;
  readonly organisationId: string | null;
  readonly category: PriceCategory;
  /** `reserved`: kept by the code; `offered`: kept by the offer. A ticket that needs approval is applied for where it is `held`. */
  readonly status: 'reserved' | 'offered' | 'held' | 'confirmed';
  readonly codeId: string | null;
  /** Whose places become these, or (`offered`) which keeps them. */
  readonly offerId: string | null;
  /** A new booking, for which the conference must be open. Default: what is booked already is changed. */
  readonly isNew?: boolean;
  /** The negotiated discount in per cent, where the caller knows it; otherwise it is looked up. */
  readonly discountPercent?: number;
  /** What the places cost before VAT, as the person saw it. */
  readonly expectedNetPence?: number;
  /** As {@link Taking.stood}, where places are exchanged. */
  readonly stood?: ReadonlyMap<string, number>;
  /** Staff go over limits; it is recorded in the booking's history. */
  readonly allowOver?: { readonly reason: string; readonly actor: Actor };
}

/** Takes places, all that are wanted or none, under the conference's lock. */
@Injectable()
export class TakePlaces {
  constructor(
    private readonly organisations: FindOrganisation,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param catalogue as `LockPlaces` gave it to this transaction
   * @returns the places in the order in which they were wanted
   * @throws Problem 409 `sold-out`, `queue-first`, `organisation-limit`, `allocation-used`, `code-used`, `not-on-sale` or
   *   `price-changed`, with a sentence that names the limit and what is left
   */
  async run(
    manager: EntityManager,
    catalogue: Catalogue,
    wanted: readonly Wanted[],
    taken: TakenFor,
  ): Promise<PlaceRow[]> {
    if (wanted.length === 0) return [];
    const conferenceId = catalogue.conference.id;
    const kept = await this.kept(manager, catalogue, wanted, taken);
    const taking = await this.taking(manager, catalogue, taken, kept);
    const counts = await readCounts(manager, conferenceId, limitsOf(catalogue, taking, wanted));
    const decision = decide(catalogue, taking, wanted, counts, kept);
    if (!decision.ok) throw placesRefused(catalogue, decision.refusal);
    const { places, more, overruns } = decision;
    const { bookingId, organisationId, offerId, expectedNetPence } = taken;
    const net = places.reduce((sum, { netPence }) => sum + netPence, 0);
    if (expectedNetPence !== undefined && expectedNetPence !== net) {
      throw conflict(
        'price-changed',
        'The price has changed since you saw it. Look at it again, then go on.',
      );
    }
    await this.recordOverruns(manager, taken, overruns);
    const owner = { conferenceId, bookingId, organisationId, offerId, madeAt: taking.now };
    return writePlaces(manager, owner, places, [...more.values()], counts);
  }

  private async taking(
    manager: EntityManager,
    catalogue: Catalogue,
    taken: TakenFor,
    kept: readonly Kept[],
  ): Promise<Taking> {
    const { organisationId, bookingId, category, status } = taken;
    const now = this.clock();
    // Whoever is accepted pays what held when they applied: the day's price, and what their code did for it.
    const applied = kept.find((place) => place.status === 'applied');
    const at = applied ? instantOf(applied.madeAt) : now;
    const on = dayThere(catalogue.conference, at);
    const discountPercent =
      taken.discountPercent ??
      (organisationId === null ? 0 : discountOn(await this.organisations.byId(organisationId, manager), on));
    return {
      category,
      organisationId,
      discountPercent,
      organisationKey:
        organisationId === null && bookingId === null ? null : organisationKey(organisationId, bookingId),
      status,
      code: codeOf(catalogue, taken, at),
      now,
      on,
      isNew: taken.isNew === true,
      isOver: taken.allowOver !== undefined,
      ...(taken.stood !== undefined && { stood: taken.stood }),
    };
  }

  /** Places that are there already and are to become these. */
  private async kept(
    manager: EntityManager,
    catalogue: Catalogue,
    wanted: readonly Wanted[],
    taken: TakenFor,
  ): Promise<readonly Kept[]> {
    const applied = wanted.flatMap(({ takesUp }) => takesUp ?? []);
    const code = codeOf(catalogue, taken, this.clock());
    const isForSomebody = taken.status === 'held' || taken.status === 'confirmed';
    const reserving = isForSomebody && code?.reserves === true ? code.id : null;
    const offer = isForSomebody ? taken.offerId : null;
    if (applied.length === 0 && reserving === null && offer === null) return [];
    return manager.query(
      `SELECT id, ticket_type_id AS "ticketTypeId", status, count_ids AS "countIds", made_at AS "madeAt" FROM places
       WHERE conference_id = $1 AND (id = ANY($2::uuid[]) AND status = 'applied' OR code_id = $3 AND status = 'reserved'
         OR offer_id = $4 AND status = 'offered') ORDER BY id`,
      [catalogue.conference.id, applied, reserving, offer],
    );
  }

  private async recordOverruns(
    manager: EntityManager,
    { bookingId, allowOver }: TakenFor,
    overruns: readonly Overrun[],
  ): Promise<void> {
    if (allowOver === undefined || bookingId === null) return;
    const { reason, actor } = allowOver;
    await this.history.record(manager, {
      bookingId,
      act: 'limit-overridden',
      details: { reason, limits: overruns },
      actor,
    });
  }
}

type Kept = KeptPlace & { readonly madeAt: Date };

/** The code, for as long as it is in force; what was taken with it before is kept. */
function codeOf({ codes }: Catalogue, { codeId, status }: TakenFor, now: Temporal.Instant): Code | null {
  const code = codes.find(({ id }) => id === codeId) ?? null;
  return status === 'reserved' || (code && isInForce(code, now)) ? code : null;
}
