import { Inject, Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dateOf } from '#platform';
import { OwnItemRow } from '../itinerary/publication.entities.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { LockVisit } from '../visits/lock-visit.js';
import { CertificateRow } from './certificate.entity.js';
import { daysOf, learningKinds, minutesIn, newNumber } from './domain/attendance.js';

/**
 * Gives everybody who travelled with a visit that is over a certificate; whoever has one keeps it, and whoever is forgotten gets
 * none.
 */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly lock: LockVisit,
    private readonly travellers: ReadTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of a transaction that has the lock of the people
   * @returns how many were given
   * @throws Problem 404
   */
  async run(manager: EntityManager, visitId: string): Promise<number> {
    const visit = await this.lock.run(manager, visitId);
    if (visit.status !== 'over') return 0;
    const have = new Set((await manager.findBy(CertificateRow, { visitId })).map((one) => one.travellerId));
    const without = (await this.travellers.confirmed(visitId, manager)).filter(
      ({ id, email }) => email !== null && !have.has(id),
    );
    if (without.length === 0) return 0;
    const items = await manager
      .createQueryBuilder(OwnItemRow, 'o')
      .where('o.traveller_id = ANY(:ids) AND NOT o.is_off', { ids: without.map(({ id }) => id) })
      .getMany();
    const at = dateOf(this.clock());
    await manager.insert(
      CertificateRow,
      without.map(({ id }) => ({
        travellerId: id,
        visitId,
        number: newNumber((below) => randomInt(below)),
        days: daysOf(visit),
        minutes: minutesIn(
          items
            .filter(
              ({ travellerId, facts }) =>
                travellerId === id && learningKinds.some((kind) => kind === facts.kind),
            )
            .map(({ facts }) => facts),
        ),
        issuedAt: at,
        withdrawnAt: null,
        withdrawnWhy: null,
        version: 1,
      })),
    );
    return without.length;
  }
}
