import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { FieldChange } from '#checks';
import { dateOf, doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { VisitHistoryRow } from './visit-history.entity.js';

/** A change of a visit's set-up, for its history. */
export interface NotedChange {
  readonly actor: Actor;
  /** What was done, as a heading: "Details changed", "Risk added: “Coach breaks down”". */
  readonly action: string;
  readonly reason?: string | null;
  readonly changes: readonly FieldChange[];
  /** The visit’s version that the change made; left out for what has versions of its own. */
  readonly version?: number;
}

/** Who changed what of a visit. */
@Injectable()
export class VisitHistory {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes a change within the caller's transaction. */
  async note(
    manager: EntityManager,
    visitId: string,
    { actor, action, reason, changes, version }: NotedChange,
  ): Promise<void> {
    await manager.insert(VisitHistoryRow, {
      id: uuidv7(),
      visitId,
      version: version ?? null,
      at: dateOf(this.clock()),
      ...doneBy(actor),
      action,
      reason: reason ?? null,
      changes: changes.map((each) => ({ ...each })),
    });
  }

  /** The newest first. */
  of(visitId: string): Promise<VisitHistoryRow[]> {
    return this.dataSource.manager.find(VisitHistoryRow, {
      where: { visitId },
      order: { id: 'DESC' },
    });
  }

  /** What was changed of the visit itself after a version that somebody saw, the newest first. */
  since(visitId: string, version: number): Promise<VisitHistoryRow[]> {
    return this.dataSource.manager.find(VisitHistoryRow, {
      where: { visitId, version: MoreThan(version) },
      order: { id: 'DESC' },
    });
  }
}
