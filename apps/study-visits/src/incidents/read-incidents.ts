import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, doneBy, Transactions, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Account } from './domain/incident.js';
import { IncidentReaders } from './incident-readers.js';
import { IncidentEntryRow, IncidentLookRow, IncidentRow } from './incident.entities.js';
import { noSuchIncident, type WhichIncident } from './record-incident.js';
import { SealedEntries } from './sealed-entries.js';

/** An incident as the list has it: nothing of what happened. */
export interface ListedIncident extends IncidentRow {
  readonly recordedBy: string;
  /** The day by which the next thing is to be done; `null`: nothing is. */
  readonly nextDue: string | null;
}

/** What was written of an incident, opened. */
export interface OpenedEntry extends Omit<IncidentEntryRow, 'keyId' | 'sealed'> {
  readonly said: string;
}

/** An incident as it is read, which is noted. */
export interface OpenedIncident {
  readonly incident: IncidentRow;
  readonly account: Account;
  readonly recordedBy: string;
  /** Notes and what is to be done, in the order in which they were written. */
  readonly entries: readonly OpenedEntry[];
  /** The latest first, this one included. */
  readonly looks: readonly IncidentLookRow[];
}

/** So many looks stand below an incident. */
const mostLooks = 100;

/** Reads incidents, for those alone who are named. */
@Injectable()
export class ReadIncidents {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly readers: IncidentReaders,
    private readonly sealed: SealedEntries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By number, the latest first. Nothing is opened, so nobody has looked. @throws Problem 403 */
  async of(visitId: string, actor: Actor): Promise<ListedIncident[]> {
    await this.readers.demand(visitId, actor);
    return this.dataSource.query(
      `SELECT i.id, i.visit_id AS "visitId", i.number, i.recorded_at AS "recordedAt", i.closed_at AS "closedAt",
         i.version, a.person_name AS "recordedBy",
         (SELECT min(e.due_on)::text FROM incident_entries e WHERE e.incident_id = i.id AND e.done_at IS NULL) AS "nextDue"
       FROM incidents i JOIN incident_entries a ON a.incident_id = i.id AND a.kind = 'account'
       WHERE i.visit_id = $1 ORDER BY i.number DESC`,
      [visitId],
    );
  }

  /** Opens one, and writes down who looked. @throws Problem 403; 404; 409 `cannot-be-opened` */
  one(actor: Actor, { visitId, id }: WhichIncident): Promise<OpenedIncident> {
    return this.transactions.run(async (manager) => {
      await this.readers.demand(visitId, actor, manager);
      const incident = isId(id) ? await manager.findOneBy(IncidentRow, { id, visitId }) : null;
      if (incident === null) throw noSuchIncident();
      const rows = await manager.find(IncidentEntryRow, { where: { incidentId: id }, order: { id: 'ASC' } });
      const first = rows.find(({ kind }) => kind === 'account');
      if (first === undefined) throw noSuchIncident();
      const by = doneBy(actor);
      await manager.insert(IncidentLookRow, {
        id: uuidv7(),
        incidentId: id,
        at: dateOf(this.clock()),
        personId: by.personId,
        personName: by.personName,
      });
      return {
        incident,
        account: this.sealed.open(first) as Account,
        recordedBy: first.personName,
        entries: rows
          .filter((row) => row !== first)
          .map(({ keyId, sealed, ...row }) => ({
            ...row,
            said: this.sealed.open({ id: row.id, keyId, sealed }) as string,
          })),
        looks: await manager.find(IncidentLookRow, {
          where: { incidentId: id },
          order: { id: 'DESC' },
          take: mostLooks,
        }),
      };
    });
  }
}
