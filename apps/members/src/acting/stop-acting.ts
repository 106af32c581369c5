import { Injectable } from '@nestjs/common';
import { Transactions, type Actor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { Sessions } from '../sessions/sessions.js';

/** From now on whoever acted for another is themselves again. */
@Injectable()
export class StopActing {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the id of the person whom they acted for; `null` when they acted for nobody */
  async run(actor: Actor): Promise<string | null> {
    const { personId, name, sessionId, actor: actsFor } = actor.identity;
    if (actsFor === null || personId === null || sessionId === null) return null;
    await this.transactions.run(async (manager) => {
      await this.sessions.stopActing(manager, sessionId);
      await this.audit.record(manager, {
        act: 'acting-stopped',
        actor,
        subject: { id: personId, name },
      });
    });
    return personId;
  }
}
