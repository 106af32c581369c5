import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Transactions } from '#platform';
import { peopleKeptFrom } from './domain/kept-for.js';
import { forgottenName } from './forget-people.js';

/**
 * Forgets who travelled and who looked after it, when a study visit is long over. What it cost stays; documents are kept
 * longer, as tax law asks.
 */
@Injectable()
export class ForgetVisitTravellers {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @param today where the network is
   * @returns of how many invoices
   */
  async run(today: Temporal.PlainDate): Promise<number> {
    return this.transactions.run(async (manager) => {
      const [, forgotten]: [unknown, number] = await manager.query(
        `UPDATE visit_charges SET traveller_person_id = NULL, traveller_name = $2, contact_person_id = NULL,
           contact_name = $2, contact_email = '', bill_to = NULL, secret_hash = NULL
         WHERE last_day < $1 AND contact_name <> $2`,
        [peopleKeptFrom(today).toString(), forgottenName],
      );
      return forgotten;
    });
  }
}
