import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { notedActor } from '#people';
import { conflict, dateOf, doneBy, notFound, Transactions, valueOf, type Actor } from '#platform';
import { isId } from '../domain/ids.js';
import { LockVisit } from '../visits/lock-visit.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import {
  checkAccount,
  checkAction,
  checkNote,
  type AccountInput,
  type ActionInput,
} from './domain/incident.js';
import { IncidentReaders } from './incident-readers.js';
import { IncidentEntryRow, IncidentRow } from './incident.entities.js';
import { SealedEntries } from './sealed-entries.js';
import { WriteToReaders } from './write-to-readers.js';

/** Which incident of which visit. */
export interface WhichIncident {
  readonly visitId: string;
  readonly id: string;
}

/** 404: also for one of another visit. */
export const noSuchIncident = () => notFound('There is no such incident of this visit.');

interface Work {
  readonly visit: Visit;
  readonly incident: IncidentRow;
  /** As it is noted. */
  readonly actor: Actor;
}

/**
 * Records what happened on a visit, and what is done about it. Any of the staff may record; only those named may read, and add.
 * Nothing that was written is changed: what was wrong is put right by a note.
 */
@Injectable()
export class RecordIncident {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly readers: IncidentReaders,
    private readonly entries: SealedEntries,
    private readonly write: WriteToReaders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param manager of a transaction that holds no lock yet
   * @throws Problem 404; 409 `nobody-named`; 422
   */
  async record(
    manager: EntityManager,
    actor: Actor,
    visitId: string,
    input: AccountInput,
  ): Promise<IncidentRow> {
    const noted = await notedActor(manager, actor);
    const visit = await this.lock.run(manager, visitId);
    if ((await this.readers.of(visit.id, manager)).length === 0) {
      throw conflict(
        'nobody-named',
        'Nobody is named yet who may read incidents of this visit, so nobody would. Ask an administrator to name somebody, and ring them.',
      );
    }
    const today = this.clock().toZonedDateTimeISO(visit.zone).toPlainDate().toString();
    const account = valueOf(checkAccount(input, today));
    const [last]: { number: number }[] = await manager.query(
      'SELECT coalesce(max(number), 0)::int AS number FROM incidents WHERE visit_id = $1',
      [visit.id],
    );
    const incident = {
      id: uuidv7(),
      visitId: visit.id,
      number: (last?.number ?? 0) + 1,
      recordedAt: dateOf(this.clock()),
      closedAt: null,
      version: 1,
    };
    await manager.insert(IncidentRow, incident);
    await this.enter(manager, incident.id, noted, { kind: 'account', said: account, dueOn: null });
    await this.write.run(manager, visit, incident, noted);
    return incident;
  }

  /**
   * @param manager of a transaction that holds no lock yet
   * @throws Problem 403 for whoever is not named; 404; 409 `is-closed`; 422
   */
  note(manager: EntityManager, actor: Actor, which: WhichIncident, text: string): Promise<IncidentRow> {
    return this.open(manager, actor, which, async ({ visit, incident, actor: noted }) => {
      const said = valueOf(checkNote(text));
      await this.enter(manager, incident.id, noted, { kind: 'note', said, dueOn: null });
      await this.write.run(manager, visit, incident, noted);
    });
  }

  /** The same of something that is to be done. */
  act(manager: EntityManager, actor: Actor, which: WhichIncident, input: ActionInput): Promise<IncidentRow> {
    return this.open(manager, actor, which, async ({ visit, incident, actor: noted }) => {
      const { words: said, dueOn } = valueOf(checkAction(input));
      await this.enter(manager, incident.id, noted, { kind: 'action', said, dueOn });
      await this.write.run(manager, visit, incident, noted);
    });
  }

  /** Says that something is done; what is done already stays so. @throws Problem 403; 404; 409 `is-closed` */
  done(actor: Actor, which: WhichIncident, entryId: string): Promise<IncidentRow> {
    return this.transactions.run((manager) => this.markDone(manager, actor, which, entryId));
  }

  private markDone(manager: EntityManager, actor: Actor, which: WhichIncident, entryId: string) {
    return this.open(manager, actor, which, async ({ incident }) => {
      const where = { id: entryId, incidentId: incident.id, kind: 'action' as const };
      const entry = isId(entryId) ? await manager.findOneBy(IncidentEntryRow, where) : null;
      if (entry === null) throw noSuchIncident();
      if (entry.doneAt === null)
        await manager.update(IncidentEntryRow, { id: entryId }, { doneAt: dateOf(this.clock()) });
    });
  }

  /**
   * Closes an incident once nothing is left to do, or opens it again.
   *
   * @throws Problem 403; 404; 409 `still-to-do`
   */
  close(actor: Actor, which: WhichIncident, isClosed: boolean): Promise<IncidentRow> {
    return this.transactions.run((manager) => this.setClosed(manager, actor, which, isClosed));
  }

  private setClosed(manager: EntityManager, actor: Actor, which: WhichIncident, isClosed: boolean) {
    return this.change(manager, actor, which, async ({ incident }) => {
      if ((incident.closedAt !== null) === isClosed) return;
      const [left]: { n: number }[] = await manager.query(
        `SELECT count(*)::int AS n FROM incident_entries WHERE incident_id = $1 AND kind = 'action' AND done_at IS NULL`,
        [incident.id],
      );
      if (isClosed && (left?.n ?? 0) > 0)
        throw conflict('still-to-do', 'Something is still to be done about it. Do that first.');
      const closedAt = isClosed ? dateOf(this.clock()) : null;
      await manager.update(IncidentRow, { id: incident.id }, { closedAt });
    });
  }

  private open(
    manager: EntityManager,
    actor: Actor,
    which: WhichIncident,
    work: (given: Work) => Promise<void>,
  ): Promise<IncidentRow> {
    return this.change(manager, actor, which, (given) => {
      if (given.incident.closedAt !== null)
        throw conflict('is-closed', 'This incident is closed. Open it again to add to it.');
      return work(given);
    });
  }

  private async change(
    manager: EntityManager,
    actor: Actor,
    { visitId, id }: WhichIncident,
    work: (given: Work) => Promise<void>,
  ): Promise<IncidentRow> {
    const noted = await notedActor(manager, actor);
    const visit = await this.lock.run(manager, visitId);
    await this.readers.demand(visit.id, noted, manager);
    const incident = isId(id) ? await manager.findOneBy(IncidentRow, { id, visitId: visit.id }) : null;
    if (incident === null) throw noSuchIncident();
    await work({ visit, incident, actor: noted });
    await manager.update(IncidentRow, { id }, { version: incident.version + 1 });
    return manager.findOneByOrFail(IncidentRow, { id });
  }

  private async enter(
    manager: EntityManager,
    incidentId: string,
    actor: Actor,
    entry: { readonly kind: IncidentEntryRow['kind']; readonly said: unknown; readonly dueOn: string | null },
  ): Promise<void> {
    const id = uuidv7();
    const by = doneBy(actor);
    await manager.insert(IncidentEntryRow, {
      id,
      incidentId,
      kind: entry.kind,
      at: dateOf(this.clock()),
      personId: by.actorId ?? by.personId,
      personName: by.actorName ?? by.personName,
      dueOn: entry.dueOn,
      doneAt: null,
      ...this.entries.seal(id, entry.said),
    });
  }
}
