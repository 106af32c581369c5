import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Temporal } from 'temporal-polyfill';
import { conflict, dateOf, hashOfLinkSecret, instantOf, isLinkSecret, notFound, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { SecretLinks } from '../../links/secret-links.js';
import { ChangePlan } from '../../plans/change-plan.js';
import { FindVisit } from '../../visits/find-visit.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { driverName } from '../domain/driver-name.js';
import { driverLinkHours } from '../domain/manifest.js';
import { legName } from '../in-words.js';
import { mustBePlanned } from '../keep-legs.js';
import { DriverLinkRow, LegRow } from '../leg.entity.js';
import type { Leg } from '../legs.js';
import { ReadLegs } from '../read-legs.js';
import { ReadManifest, type Manifest } from './read-manifest.js';

/** A link that leads to a driver's copy now. */
export interface DriverLink {
  readonly id: string;
  readonly secret: string;
  readonly expiresAt: Temporal.Instant;
}

/** All that a driver reads of somebody: where they sit, and as little of the name as tells them from others. */
export interface DriverLine {
  /** 1 for the first of the list. */
  readonly number: number;
  readonly seat: string | null;
  /** "Ann F." */
  readonly name: string;
}

/** A manifest without what is no driver's business: whole names, mobiles, organisations, references, health. */
export interface DriverCopy {
  readonly leg: Omit<Leg, 'note' | 'visitId'>;
  readonly lines: readonly DriverLine[];
}

type Which = { readonly visitId: string; readonly legId: string };

/** Links with which whoever drives reads their copy of a manifest, for as long as they need it. */
@Injectable()
export class DriverLinks {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly links: SecretLinks,
    private readonly plan: ChangePlan,
    private readonly legs: ReadLegs,
    private readonly manifests: ReadManifest,
    private readonly visits: FindVisit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those of a leg that lead there now, the oldest first. */
  async of(legId: string, manager: EntityManager = this.dataSource.manager): Promise<DriverLink[]> {
    const rows = await manager.find(DriverLinkRow, {
      where: { legId, revokedAt: IsNull(), expiresAt: MoreThan(dateOf(this.clock())) },
      order: { id: 'ASC' },
    });
    return rows.map(({ id, expiresAt }) => this.linkOf(id, instantOf(expiresAt)));
  }

  /**
   * Makes one that leads there until a day after the arrival; one that does so already is given again.
   *
   * @throws Problem 404; 409 `leg-cancelled`, `leg-over`
   */
  make(actor: Actor, which: Which): Promise<DriverLink> {
    return this.plan.run(actor, which.visitId, async ({ manager }) => {
      const leg = await this.legs.one(which, manager);
      mustBePlanned(leg);
      const expiresAt = leg.arrives.at.add({ hours: driverLinkHours });
      const now = this.clock();
      if (expiresAt.epochMilliseconds <= now.epochMilliseconds) {
        throw conflict('leg-over', 'This leg is over, so nobody drives it any more.');
      }
      const [known] = await this.of(leg.id, manager);
      if (known !== undefined && known.expiresAt.equals(expiresAt)) return { result: known, change: null };
      const id = uuidv7();
      const made = this.linkOf(id, expiresAt);
      await manager.insert(DriverLinkRow, {
        id,
        legId: leg.id,
        secretHash: hashOfLinkSecret(made.secret),
        madeAt: dateOf(now),
        expiresAt: dateOf(expiresAt),
        revokedAt: null,
      });
      return { result: made, change: { action: `Driver’s link made: “${legName(leg)}”`, changes: [] } };
    });
  }

  /** Ends one; one that has ended stays so. @throws Problem 404 */
  end(actor: Actor, which: Which, linkId: string): Promise<void> {
    return this.plan.run(actor, which.visitId, async ({ manager }) => {
      const leg = await this.legs.one(which, manager);
      const row = isId(linkId) ? await manager.findOneBy(DriverLinkRow, { id: linkId, legId: leg.id }) : null;
      if (row === null) throw notFound('There is no such link of this leg.');
      if (row.revokedAt !== null) return { result: undefined, change: null };
      await manager.update(DriverLinkRow, { id: row.id }, { revokedAt: dateOf(this.clock()) });
      const change = { action: `Driver’s link ended: “${legName(leg)}”`, changes: [] };
      return { result: undefined, change };
    });
  }

  /** The driver's copy. @throws Problem 404 where the link has expired or was ended, or the leg or the visit is cancelled */
  async open(secret: string): Promise<DriverCopy> {
    const { manager } = this.dataSource;
    const row = isLinkSecret(secret)
      ? await manager.findOneBy(DriverLinkRow, {
          secretHash: hashOfLinkSecret(secret),
          revokedAt: IsNull(),
          expiresAt: MoreThan(dateOf(this.clock())),
        })
      : null;
    const leg = row && (await manager.findOneBy(LegRow, { id: row.legId, status: 'planned' }));
    if (leg === null || (await this.visits.byId(leg.visitId, manager)).status === 'cancelled') {
      throw notFound(
        'This link does not lead anywhere any more. Ask whoever gave it to you for another one.',
      );
    }
    return driverCopy(await this.manifests.of({ visitId: leg.visitId, legId: leg.id }, manager));
  }

  private linkOf(id: string, expiresAt: Temporal.Instant): DriverLink {
    return { id, secret: this.links.secretOf('driver', id), expiresAt };
  }
}

/** What of a manifest a driver may read. */
export function driverCopy({ leg: whole, passengers }: Pick<Manifest, 'leg' | 'passengers'>): DriverCopy {
  const { note: _, visitId: __, places: ___, ...leg } = whole;
  return {
    leg,
    lines: passengers.map(({ traveller, seat }, index) => ({
      number: index + 1,
      seat,
      name: driverName(traveller.name),
    })),
  };
}
