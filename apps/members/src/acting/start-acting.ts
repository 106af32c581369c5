import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { forbidden, Transactions, type Actor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { calledName, isCurrent, type Person } from '../people/domain/person.js';
import { objectionToActing } from '../people/domain/who-may.js';
import { PeopleRepository } from '../people/people.repository.js';
import { noSuchPerson } from '../people/problems.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';

/** So long somebody acts for another unless they stop before. */
export const actingLasts = Temporal.Duration.from({ hours: 1 });

/** From now on a member of staff does in this session what the person could do, in the person's name and their own. */
@Injectable()
export class StartActing {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleRepository,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for all but staff in a browser, and for whom nobody may act; 404 for nobody */
  async run(actor: Actor, personId: string): Promise<Person> {
    const { identity } = actor;
    const { sessionId } = identity;
    if (sessionId === null || identity.via !== 'session') {
      throw forbidden('You can act for a person only in a browser in which you are signed in.');
    }
    return this.transactions.run(async (manager) => {
      // A role that is given to them meanwhile waits for this to end, and then ends it.
      const person = await this.people.lock(manager, personId);
      if (!person || !isCurrent(person)) throw noSuchPerson();
      const objection = objectionToActing(identity, person);
      if (objection !== null) throw forbidden(objection);
      const until = this.clock().add(actingLasts);
      if (!(await this.sessions.startActing(manager, sessionId, person.id, until))) {
        throw forbidden('Your sign-in has ended. Sign in again, then act for the person.');
      }
      await this.audit.record(manager, {
        act: 'acting-started',
        actor,
        subject: { id: person.id, name: calledName(person) },
        details: { until: until.toString() },
      });
      return person;
    });
  }
}
