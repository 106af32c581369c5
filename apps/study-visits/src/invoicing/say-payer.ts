import { Injectable } from '@nestjs/common';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, valueOf } from '#platform';
import { OpenTraveller, type WhichTraveller } from '../travellers/open-traveller.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import { AskForInvoices } from './ask-for-invoices.js';
import { checkPayer, type PayerInput } from './domain/payer.js';
import { TravellerChargeRow } from './traveller-charge.entity.js';

/** Says who pays for a place, upon which its invoices are asked for. */
@Injectable()
export class SayPayer {
  constructor(
    private readonly transactions: Transactions,
    private readonly travellers: OpenTraveller,
    private readonly invoices: AskForInvoices,
  ) {}

  /**
   * @throws Problem 404; 409 `invoiced-already`, `nothing-to-pay`, `withdrawn`, `visit-ended`, `no-address`; 422
   */
  run(which: WhichTraveller, input: PayerInput, correlationId: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { traveller, visit } = await this.travellers.forChange(which, manager);
      mustNotBeOver(visit);
      if (traveller.status === 'withdrawn') {
        throw conflict('withdrawn', 'This traveller has withdrawn, so there is nothing more to pay.');
      }
      if (await manager.existsBy(TravellerChargeRow, { travellerId: traveller.id, ended: false })) {
        throw conflict(
          'invoiced-already',
          'The invoices were asked for already. What they say is changed with whoever looks after the money.',
        );
      }
      const payer = valueOf(checkPayer(input, traveller));
      const asked = await this.invoices.run(manager, visit, traveller, payer, correlationId);
      if (asked === 0) throw conflict('nothing-to-pay', 'There is nothing to pay for this place.');
    });
  }
}
