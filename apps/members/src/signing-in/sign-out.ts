import { Inject, Injectable } from '@nestjs/common';
import { Transactions, visitor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { calledName } from '../people/domain/person.js';
import { PeopleRepository } from '../people/people.repository.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Ends a browser's session. It needs no more than the cookie, so that it works whatever else does not. */
@Injectable()
export class SignOut {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly people: PeopleRepository,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(secret: string, requestId: string): Promise<void> {
    await this.transactions.run(async (manager) => {
      const session = await this.sessions.find(secret, this.clock(), manager);
      if (!session) return;
      await this.sessions.end(manager, session.id, 'signed-out', this.clock());
      const person = await this.people.findRecord(session.personId, manager);
      const name = person ? calledName(person) : '';
      await this.audit.record(manager, {
        act: 'signed-out',
        actor: { identity: { ...visitor, personId: session.personId, name }, requestId },
        subject: { id: session.personId, name },
      });
    });
  }
}
