import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { homeZone } from '#checks';
import { Outbox } from '#messaging';
import { conflict, dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { visitPath } from '../visits/addresses.js';
import type { Visit } from '../visits/domain/visit.js';
import { chargesFor, type Charge } from './domain/charges.js';
import { chargeDescriptions } from './domain/charge-words.js';
import type { Payer } from './domain/payer.js';
import { TravellerChargeRow } from './traveller-charge.entity.js';

/** Somebody who looks after invoices, as whoever accepts a place for a colleague does. */
export interface InvoiceContact {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Asks conference registration to invoice what a place costs, in the transaction that gives it. */
@Injectable()
export class AskForInvoices {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks for nothing where the place costs nothing, and for nothing twice.
   *
   * @param visit under its lock
   * @param contact who is sent the invoices and looks after them, where it is not the traveller
   * @returns how many invoices were asked for
   * @throws Problem 409 `no-address` for a traveller to whom nobody could send an invoice
   */
  async run(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    payer: Payer,
    correlationId: string,
    contact: InvoiceContact | null = null,
  ): Promise<number> {
    const now = this.clock();
    const today = now.toZonedDateTimeISO(homeZone).toPlainDate().toString();
    if (await manager.existsBy(TravellerChargeRow, { travellerId: traveller.id, ended: false })) return 0;
    const charges = chargesFor(visit, traveller, today);
    if (charges.length === 0) return 0;
    const { personId, name, email } = contact ?? traveller;
    if (email === null) throw noAddress(traveller.name);
    for (const charge of charges) {
      const id = uuidv7();
      await manager.insert(TravellerChargeRow, {
        ...charge,
        id,
        visitId: visit.id,
        travellerId: traveller.id,
        organisationId: payer.organisationId,
        askedAt: dateOf(now),
        payer: { billTo: payer.billTo, purchaseOrder: payer.purchaseOrder },
      });
      await this.outbox.add(manager, {
        type: 'study-visits.visit-invoice-requested.v1',
        aggregate: { id, version: 1 },
        correlationId,
        payload: {
          chargeId: id,
          kind: charge.kind,
          visit: {
            id: visit.id,
            title: visit.title,
            firstDay: visit.firstDay,
            lastDay: visit.lastDay,
            path: visitPath(visit.slug),
          },
          traveller: { id: traveller.id, name: traveller.name, personId: traveller.personId },
          organisationId: payer.organisationId,
          billTo: payer.billTo,
          contact: { personId, name, email },
          purchaseOrder: payer.purchaseOrder,
          lines: [{ ...lineOf(charge, traveller), vatBasisPoints: 0 }],
          dueOn: charge.dueOn,
        },
      });
    }
    return charges.length;
  }
}

const lineOf = ({ kind, netPence }: Charge, { name }: Traveller) => ({
  description: `${chargeDescriptions[kind]}: ${name}`,
  netPence,
});

const noAddress = (name: string) =>
  conflict('no-address', `${name} has no email address here, so that no invoice could be sent to them.`);
