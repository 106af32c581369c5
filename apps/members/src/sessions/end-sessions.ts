import { Inject, Injectable } from '@nestjs/common';
import { notFound, Transactions, type Actor } from '#platform';
import type { Themselves } from '../account/themselves.js';
import { AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../tokens.js';
import { Sessions } from './sessions.js';

/** Lets people sign out their other browsers. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a session that is not theirs, or has ended */
  async one(actor: Actor & { readonly identity: Themselves }, id: string): Promise<void> {
    const { personId } = actor.identity;
    await this.transactions.run(async (manager) => {
      const isEnded = await this.sessions.end(manager, id, 'ended-by-owner', this.clock(), { personId });
      if (!isEnded) throw notFound('You are not signed in there any more.');
      await this.record(manager, actor, 1);
    });
  }

  /** All but the one that asks. @returns how many there were */
  async others(actor: Actor & { readonly identity: Themselves }): Promise<number> {
    const { personId, sessionId } = actor.identity;
    return this.transactions.run(async (manager) => {
      const now = this.clock();
      const ended = await this.sessions.endAllOf(
        manager,
        personId,
        'ended-by-owner',
        now,
        sessionId ?? undefined,
      );
      if (ended > 0) await this.record(manager, actor, ended);
      return ended;
    });
  }

  private record(
    manager: Parameters<AuditLog['record']>[0],
    actor: Actor & { readonly identity: Themselves },
    sessions: number,
  ): Promise<void> {
    const { personId, name } = actor.identity;
    return this.audit.record(manager, {
      act: 'session-ended',
      actor,
      subject: { id: personId, name },
      details: { sessions },
    });
  }
}
