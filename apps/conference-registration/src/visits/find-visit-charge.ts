import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  type Actor,
  hashOfLinkSecret,
  type Identity,
  isLinkSecret,
  isStaff,
  notFound,
  type Problem,
} from '#platform';
import { isId } from '../domain/ids.js';
import { lockCharge } from './lock-charge.js';
import { VisitChargeRow } from './visit-charge.entity.js';

/** 404 for what is not there, and for what whoever asks has no right to: the two look the same. */
const noSuchInvoice = (): Problem =>
  notFound(
    'There is no invoice for a study visit at this address that you may see. Use the link in our mail, or sign in as somebody who books for the organisation.',
  );

/**
 * Finds what is to be paid for a study visit, for those who have a right to it: whoever looks after it, the booking contacts of
 * the organisation that is the customer, the traveller who pays for themselves, staff, and whoever has the link.
 */
@Injectable()
export class FindVisitCharge {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param key its id, or the secret of a link
   * @throws Problem 404
   */
  async forReading(
    actor: Actor,
    key: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<VisitChargeRow> {
    if (isLinkSecret(key)) {
      const charge = await manager.findOneBy(VisitChargeRow, { secretHash: hashOfLinkSecret(key) });
      // Whoever knows the secret has the right to it.
      if (charge !== null) return charge;
    } else if (isId(key)) {
      const charge = await manager.findOneBy(VisitChargeRow, { id: key });
      if (charge !== null && (await mayHave(manager, actor.identity, charge))) return charge;
    }
    throw noSuchInvoice();
  }

  /** The same, locked until the transaction ends. @throws Problem 404 */
  async forChange(manager: EntityManager, actor: Actor, key: string): Promise<VisitChargeRow> {
    const { id } = await this.forReading(actor, key, manager);
    const charge = await lockCharge(manager, id);
    if (charge === null) throw noSuchInvoice();
    return charge;
  }
}

async function mayHave(
  manager: EntityManager,
  identity: Identity,
  { contactPersonId, travellerPersonId, organisationId }: VisitChargeRow,
): Promise<boolean> {
  const { personId } = identity;
  if (personId === null) return false;
  if (isStaff(identity)) return true;
  const own = organisationId === null ? travellerPersonId : null;
  const [row]: { may: boolean }[] = await manager.query(
    `WITH me AS (SELECT coalesce((SELECT merged_into FROM people WHERE id = $1), $1) AS id)
     SELECT EXISTS (SELECT FROM me WHERE id IN ($2, $3))
       OR EXISTS (SELECT FROM me JOIN affiliations a ON a.person_id = me.id
         WHERE a.organisation_id = $4 AND a.is_booking_contact) AS may`,
    [personId, contactPersonId, own, organisationId],
  );
  return row?.may === true;
}
