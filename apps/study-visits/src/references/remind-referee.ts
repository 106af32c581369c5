import { Inject, Injectable } from '@nestjs/common';
import { dateOf, instantOf, notFound, Transactions } from '#platform';
import { isId } from '../domain/ids.js';
import { OpenApplication, type Who } from '../applications/open-application.js';
import { CLOCK, type Clock } from '../tokens.js';
import { isTakingReferences, mayRemind } from './domain/reference.js';
import { referencesClosed } from './ask-reference.js';
import { ReferenceRow } from './reference.entity.js';
import { WriteToReferee } from './write-to-referee.js';

/** Reminds somebody who was asked for a reference, not too often. */
@Injectable()
export class RemindReferee {
  constructor(
    private readonly transactions: Transactions,
    private readonly applications: OpenApplication,
    private readonly write: WriteToReferee,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns `false`: they have answered, or were written to not long ago
   * @throws Problem 403; 404; 409 `references-closed`
   */
  run(who: Who, referenceId: string, correlationId: string): Promise<boolean> {
    return this.transactions.run(async (manager) => {
      const { row, visit, viewer } = await this.applications.forChange(manager, who, 'withdraw');
      const reference = isId(referenceId)
        ? await manager.findOne(ReferenceRow, {
            where: { id: referenceId, applicationId: row.id },
            lock: { mode: 'pessimistic_write' },
          })
        : null;
      if (reference === null) throw notFound('Nobody like this was asked for a reference.');
      const now = this.clock();
      if (!isTakingReferences(visit, row.status, now)) throw referencesClosed();
      const { status, askedAt, remindedAt } = reference;
      const asked = {
        status,
        askedAt: instantOf(askedAt),
        remindedAt: remindedAt === null ? null : instantOf(remindedAt),
      };
      if (!mayRemind(asked, viewer === 'staff' ? 'staff' : 'applicant', now)) return false;
      await manager.update(ReferenceRow, { id: reference.id }, { remindedAt: dateOf(now) });
      await this.write.ask(manager, reference, row, visit, { isReminder: true, correlationId });
      return true;
    });
  }
}
