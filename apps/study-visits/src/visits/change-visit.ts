import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, dateOf, Transactions, type Actor, type Problem } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from './domain/visit.js';
import { isEnded } from './domain/status.js';
import { VisitHistory, type NotedChange } from './visit-history.js';
import { VisitRow } from './visit.entity.js';
import { FindVisit } from './find-visit.js';
import { LockVisit } from './lock-visit.js';
import { TellVisit } from './tell-visit.js';
import { RetellTravellers } from '../telling-again/retell-travellers.js';
import { RemarkPapers } from '../readiness/remark-papers.js';

/** 409: the visit was changed since the person opened it; what they wrote is theirs to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this visit after you opened it. Compare their change with yours, then save again.',
  );

/** 409: what is over or was cancelled stays as it was. */
const visitEnded = (): Problem =>
  conflict(
    'visit-ended',
    'The visit is over or was cancelled, so it stays as it was. Copy it to set up another one.',
  );

/** @throws Problem 409 `visit-ended` */
export function mustNotBeOver({ status }: Pick<Visit, 'status'>): void {
  if (isEnded(status)) throw visitEnded();
}

/** What a change writes, and how the history heads it. */
export interface Written {
  readonly columns: Partial<VisitRow>;
  readonly action: string;
  readonly reason?: string | null;
  readonly changes: NotedChange['changes'];
}

/** Which visit, as the person saw it. */
export interface SeenVisit {
  readonly id: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** What every change of a visit itself begins and ends with. */
@Injectable()
export class ChangeVisit {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: FindVisit,
    private readonly lock: LockVisit,
    private readonly history: VisitHistory,
    private readonly tell: TellVisit,
    private readonly remark: RemarkPapers,
    private readonly retell: RetellTravellers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes a visit under its lock, notes it, and tells other apps where they see something of it.
   *
   * @param work writes rows of its own, for whom histories name, and says which columns of the visit change; `null`: nothing
   *   does
   * @throws Problem 404; 409 `edited-meanwhile`; whatever the work throws
   */
  run(
    actor: Actor,
    { id, version }: SeenVisit,
    work: (manager: EntityManager, before: Visit, noted: Actor) => Promise<Written | null>,
  ): Promise<Visit> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const before = await this.lock.run(manager, id);
      if (version !== null && before.version !== version) throw editedMeanwhile();
      const written = await work(manager, before, noted);
      return written === null ? before : this.write(manager, noted, before, written);
    });
  }

  /** The same of a visit that is neither over nor cancelled. @throws Problem as {@link run}; 409 `visit-ended` */
  edit(
    actor: Actor,
    seen: SeenVisit,
    work: (manager: EntityManager, before: Visit) => Promise<Written | null>,
  ): Promise<Visit> {
    return this.run(actor, seen, (manager, before) => {
      mustNotBeOver(before);
      return work(manager, before);
    });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    before: Visit,
    { columns, action, reason, changes }: Written,
  ): Promise<Visit> {
    const { id } = before;
    const version = before.version + 1;
    await manager.update(VisitRow, { id }, { ...columns, version, changedAt: dateOf(this.clock()) });
    await this.history.note(manager, id, { actor, action, reason: reason ?? null, changes, version });
    const after = await this.visits.byId(id, manager);
    await this.tell.changed(manager, before, after, actor.requestId);
    await this.retell.ofVisit(manager, before, after, actor.requestId);
    const isElsewhere = (['country', 'firstDay', 'lastDay'] as const).some(
      (name) => before[name] !== after[name],
    );
    if (isElsewhere) await this.remark.ofVisit(manager, after, actor.requestId);
    return after;
  }
}
