import { Inject, Injectable } from '@nestjs/common';
import { notFound, Transactions, type Actor } from '#platform';
import type { Themselves } from '../account/themselves.js';
import { AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ApiTokens } from './api-tokens.js';

/** Ends an API token before its time. */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiTokens: ApiTokens,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for one that is not theirs, or cannot be used any more */
  async run(actor: Actor & { readonly identity: Themselves }, id: string): Promise<void> {
    const { personId, name } = actor.identity;
    await this.transactions.run(async (manager) => {
      const isRevoked = await this.apiTokens.revoke(manager, id, personId, this.clock());
      if (!isRevoked) throw notFound('There is no such token, or not any more.');
      await this.audit.record(manager, {
        act: 'token-revoked',
        actor,
        subject: { id: personId, name },
        details: { token: id },
      });
    });
  }
}
