import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf } from '#platform';
import type { Temporal } from 'temporal-polyfill';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import type { Visit } from '../../visits/domain/visit.js';
import { FindVisit } from '../../visits/find-visit.js';
import { manifestChanges, type ManifestChanges, type SentManifest } from '../domain/manifest.js';
import { legFacts } from '../in-words.js';
import { SentManifestRow } from '../leg.entity.js';
import type { LegWithPlaces } from '../legs.js';
import { ReadLegs } from '../read-legs.js';

/** Somebody on a manifest. */
export interface Passenger {
  readonly traveller: Traveller;
  readonly seat: string | null;
  readonly bookingReference: string | null;
}

/** Who is on a leg, in the order of the seats, and what was sent of it. */
export interface Manifest {
  readonly visit: Visit;
  readonly leg: LegWithPlaces;
  readonly passengers: readonly Passenger[];
  /** The version that was sent last; `null`: none was. */
  readonly sent: {
    readonly number: number;
    readonly at: Temporal.Instant;
    readonly changes: ManifestChanges;
  } | null;
  /** Everybody who was ever to travel, to name those who left it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the manifest of a leg. */
@Injectable()
export class ReadManifest {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly legs: ReadLegs,
  ) {}

  /** @throws Problem 404 */
  async of(
    which: { readonly visitId: string; readonly legId: string },
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Manifest> {
    const visit = await this.visits.byId(which.visitId, manager);
    const leg = await this.legs.one({ ...which, visitId: visit.id }, manager);
    const all = await this.travellers.all(visit.id, manager);
    const known = new Map(all.map((traveller) => [traveller.id, traveller]));
    const passengers = leg.places.flatMap(({ travellerId, seat, bookingReference }) => {
      const traveller = known.get(travellerId);
      return traveller === undefined ? [] : [{ traveller, seat, bookingReference }];
    });
    const row = await manager.findOne(SentManifestRow, {
      where: { legId: leg.id },
      order: { number: 'DESC' },
    });
    return {
      visit,
      leg,
      passengers: passengers.toSorted(bySeat),
      sent: row && {
        number: row.number,
        at: instantOf(row.sentAt),
        changes: manifestChanges(row, manifestNow(leg)),
      },
      names: new Map(all.map(({ id, name }) => [id, name])),
    };
  }
}

/** What of a manifest is kept when it is sent. */
export const manifestNow = (leg: LegWithPlaces): SentManifest => ({
  facts: { Leg: leg.title, ...legFacts(leg) },
  places: leg.places.map(({ travellerId, seat }) => ({ travellerId, seat })),
});

const order = new Intl.Collator('en-GB', { numeric: true });

/** Whoever has no seat comes last. */
const bySeat = (one: Passenger, other: Passenger): number =>
  Number(one.seat === null) - Number(other.seat === null) ||
  order.compare(one.seat ?? '', other.seat ?? '') ||
  one.traveller.number - other.traveller.number;
