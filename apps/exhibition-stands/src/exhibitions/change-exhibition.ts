import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notedActor } from '#people';
import { conflict, dateOf, Transactions, type Actor, type Problem } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import type { Exhibition } from './domain/exhibition.js';
import { isEnded } from './domain/status.js';
import { ExhibitionHistory, type NotedChange } from './exhibition-history.js';
import { ExhibitionRow } from './exhibition.entity.js';
import { FindExhibition } from './find-exhibition.js';
import { LockExhibition } from './lock-exhibition.js';
import { TellExhibition } from './tell-exhibition.js';

/** 409: the exhibition was changed since the person opened it; what they wrote is theirs to keep. */
export const editedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this exhibition after you opened it. Compare their change with yours, then save again.',
  );

/** 409: what is over or was cancelled stays as it was. */
export const exhibitionEnded = (): Problem =>
  conflict(
    'exhibition-ended',
    'The exhibition is over or was cancelled, so it stays as it was. Copy it to set up another one.',
  );

/** What a change writes, and how the history heads it. */
export interface Written {
  readonly columns: Partial<ExhibitionRow>;
  readonly action: string;
  readonly reason?: string | null;
  readonly changes: NotedChange['changes'];
}

/** Which exhibition, as the person saw it. */
export interface SeenExhibition {
  readonly id: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** What every change of an exhibition itself begins and ends with. */
@Injectable()
export class ChangeExhibition {
  constructor(
    private readonly transactions: Transactions,
    private readonly exhibitions: FindExhibition,
    private readonly lock: LockExhibition,
    private readonly history: ExhibitionHistory,
    private readonly tell: TellExhibition,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Changes an exhibition under its lock, notes it, and tells other apps where they see something of it.
   *
   * @param work writes rows of its own, for whom histories name, and says which columns of the exhibition change; `null`: nothing
   *   does
   * @throws Problem 404; 409 `edited-meanwhile`; whatever the work throws
   */
  run(
    actor: Actor,
    { id, version }: SeenExhibition,
    work: (manager: EntityManager, before: Exhibition, noted: Actor) => Promise<Written | null>,
  ): Promise<Exhibition> {
    return this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const before = await this.lock.run(manager, id);
      if (version !== null && before.version !== version) throw editedMeanwhile();
      const written = await work(manager, before, noted);
      return written === null ? before : this.write(manager, noted, before, written);
    });
  }

  /** The same of an exhibition that is neither over nor cancelled. @throws Problem as {@link run}; 409 `exhibition-ended` */
  edit(
    actor: Actor,
    seen: SeenExhibition,
    work: (manager: EntityManager, before: Exhibition) => Promise<Written | null>,
  ): Promise<Exhibition> {
    return this.run(actor, seen, (manager, before) => {
      if (isEnded(before.status)) throw exhibitionEnded();
      return work(manager, before);
    });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    before: Exhibition,
    { columns, action, reason, changes }: Written,
  ): Promise<Exhibition> {
    const { id } = before;
    const version = before.version + 1;
    await manager.update(ExhibitionRow, { id }, { ...columns, version, changedAt: dateOf(this.clock()) });
    await this.history.note(manager, id, { actor, action, reason: reason ?? null, changes, version });
    const after = await this.exhibitions.byId(id, manager);
    await this.tell.changed(manager, before, after, actor.requestId);
    return after;
  }
}
