import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { byItself, Transactions, type Actor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';
import { ChangePerson } from './change-person.js';
import { grantRole, hasGrant, withdrawRole } from './domain/grants.js';
import { calledName, type GrantedRole, type Person } from './domain/person.js';
import { objectionToGranting, type Objection } from './domain/who-may.js';

/** Gives a person the role of staff or admin, or withdraws it. They sign in anew afterwards, everywhere. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly changePerson: ChangePerson,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for all but admins, and for one's own record; 404; 422 for what is no role */
  async grant(actor: Actor, id: string, role: string): Promise<Person> {
    return this.transactions.run((manager) =>
      this.apply(manager, actor, id, 'role-granted', role, (person) =>
        objectionToGranting(actor.identity, person),
      ),
    );
  }

  /** @throws Problem 403 for all but admins, and for one's own record; 404; 422 for the last admin */
  async withdraw(actor: Actor, id: string, role: string): Promise<Person> {
    return this.transactions.run((manager) =>
      this.apply(manager, actor, id, 'role-withdrawn', role, (person) =>
        objectionToGranting(actor.identity, person),
      ),
    );
  }

  /** Gives a role within a transaction of the command line's, which nobody can keep from it. */
  async grantByCommand(manager: EntityManager, id: string, role: GrantedRole): Promise<Person> {
    const actor = { identity: byItself('Command line'), requestId: 'command-line' };
    return this.apply(manager, actor, id, 'role-granted', role, () => null);
  }

  private async apply(
    manager: EntityManager,
    actor: Actor,
    id: string,
    act: 'role-granted' | 'role-withdrawn',
    role: string,
    objection: (person: Person) => Objection,
  ): Promise<Person> {
    let had = false;
    const person = await this.changePerson.within(manager, actor, id, {
      objection,
      apply: async (before, now) => {
        had = before.grants.some((grant) => grant.role === role);
        return act === 'role-granted'
          ? grantRole(before, role, now, actor.identity.personId)
          : withdrawRole(before, role, await isLastAdmin(manager, before));
      },
    });
    if (had === person.grants.some((grant) => grant.role === role)) return person;
    await this.audit.record(manager, {
      act,
      actor,
      subject: { id: person.id, name: calledName(person) },
      details: { role },
    });
    await this.sessions.endAllOf(manager, person.id, 'role-changed', this.clock());
    return person;
  }
}

/** The admins stay locked until the transaction ends, so that two of them cannot withdraw each other's role at once. */
async function isLastAdmin(manager: EntityManager, person: Person): Promise<boolean> {
  if (!hasGrant(person, 'admin')) return false;
  const admins: { id: string }[] = await manager.query(
    `SELECT person_id AS id FROM grants WHERE role = 'admin' ORDER BY person_id FOR UPDATE`,
  );
  return admins.every(({ id }) => id === person.id);
}
