import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { OpenApplication, type Who } from './open-application.js';
import { WriteToApplicant } from './write-to-applicant.js';

/** Sends applicants the link to their own application again. */
@Injectable()
export class SendLink {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly write: WriteToApplicant,
  ) {}

  /** @returns `false`: it was sent a moment ago, or they have no address @throws Problem 403; 404 */
  run(who: Who, correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const { row, visit } = await this.applications.forChange(manager, who, 'read');
      if (row.email === null || this.write.wasJustSent(row)) return false;
      await this.write.link(manager, row, visit, correlationId);
      return true;
    });
  }
}
