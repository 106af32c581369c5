import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkEmail, refuse } from '#checks';
import { FindPerson } from '#people';
import { dateOf, forbidden, notFound, valueOf, type Actor } from '#platform';
import { plural } from '#ui';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkKeepYears, usualKeepYears } from './domain/incident.js';
import { IncidentReaderRow, IncidentSettingsRow } from './incident.entities.js';

/** Says who may read what happened on a visit, and for how long it is kept. The visit’s history has each change. */
@Injectable()
export class IncidentReaders {
  constructor(
    private readonly plan: ChangePlan,
    private readonly people: FindPerson,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each once, by name. */
  async of(visitId: string, manager: EntityManager = this.dataSource.manager): Promise<IncidentReaderRow[]> {
    const rows = await manager.find(IncidentReaderRow, {
      where: { visitId },
      order: { personName: 'ASC', id: 'ASC' },
    });
    return rows.filter((row, index) => rows.findIndex(({ personId }) => personId === row.personId) === index);
  }

  async keepYears(visitId: string): Promise<number> {
    const row = await this.dataSource.manager.findOneBy(IncidentSettingsRow, { visitId });
    return row?.keepYears ?? usualKeepYears;
  }

  /** Whether somebody is named. Whoever acts for another is not the one who was. */
  async isNamed(
    visitId: string,
    { identity }: Actor,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<boolean> {
    const { personId, actor } = identity;
    if (personId === null || actor !== null) return false;
    return manager.existsBy(IncidentReaderRow, { visitId, personId });
  }

  /** @throws Problem 403 for everybody else, administrators too */
  async demand(visitId: string, actor: Actor, manager?: EntityManager): Promise<void> {
    if (await this.isNamed(visitId, actor, manager)) return;
    throw forbidden(
      'What happened on this visit is for those alone whom an administrator has named. Ask one of them.',
    );
  }

  /**
   * @param address that they sign in with
   * @throws Problem 404; 422 where nobody of the staff has the address
   */
  name(actor: Actor, visitId: string, address: string): Promise<IncidentReaderRow> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const email = valueOf(checkEmail(address, 'email'));
      if (email === null) return valueOf(refuse('email', 'missing', 'Enter an email address.'));
      const person = (await this.people.byEmails([email], manager)).get(email.toLowerCase());
      if (person === undefined || !person.roles.some((role) => role === 'staff' || role === 'admin')) {
        const message = 'Nobody of the staff signs in with this address. Check it.';
        return valueOf(refuse('email', 'not-staff', message));
      }
      const there = await manager.findOneBy(IncidentReaderRow, { visitId, personId: person.id });
      if (there !== null) return { result: there, change: null };
      const personName = person.preferredName ?? person.name;
      const row = { id: uuidv7(), visitId, personId: person.id, personName, namedAt: dateOf(this.clock()) };
      await manager.insert(IncidentReaderRow, row);
      return { result: row, change: { action: `May read incidents: ${personName}`, changes: [] } };
    });
  }

  /** @throws Problem 404 */
  takeOff(actor: Actor, visitId: string, personId: string): Promise<IncidentReaderRow> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const row = await manager.findOneBy(IncidentReaderRow, { visitId, personId });
      if (row === null) throw notFound('They are not named for this visit.');
      await manager.delete(IncidentReaderRow, { visitId, personId });
      return {
        result: row,
        change: { action: `May no longer read incidents: ${row.personName}`, changes: [] },
      };
    });
  }

  /** @throws Problem 404; 422 */
  keepFor(actor: Actor, visitId: string, years: number): Promise<number> {
    return this.plan.run(actor, visitId, async ({ manager }) => {
      const keepYears = valueOf(checkKeepYears(years));
      const row = await manager.findOneBy(IncidentSettingsRow, { visitId });
      if ((row?.keepYears ?? usualKeepYears) === keepYears) return { result: keepYears, change: null };
      await manager.upsert(IncidentSettingsRow, { visitId, keepYears }, ['visitId']);
      const action = `Incidents are kept for ${plural(keepYears, 'year')} after the visit`;
      return { result: keepYears, change: { action, changes: [] } };
    });
  }
}
