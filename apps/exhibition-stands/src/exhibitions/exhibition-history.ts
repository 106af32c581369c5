import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { FieldChange } from '#checks';
import { dateOf, doneBy, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { ExhibitionHistoryRow } from './exhibition-history.entity.js';

/** A change of an exhibition's set-up, for its history. */
export interface NotedChange {
  readonly actor: Actor;
  /** What was done, as a heading: "Days changed", "Task added: “Book the stand”". */
  readonly action: string;
  readonly reason?: string | null;
  readonly changes: readonly FieldChange[];
  /** The exhibition's version that the change made; left out for what has versions of its own. */
  readonly version?: number;
}

/** Who changed what of an exhibition. */
@Injectable()
export class ExhibitionHistory {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Notes a change within the caller's transaction. */
  async note(
    manager: EntityManager,
    exhibitionId: string,
    { actor, action, reason, changes, version }: NotedChange,
  ): Promise<void> {
    await manager.insert(ExhibitionHistoryRow, {
      id: uuidv7(),
      exhibitionId,
      version: version ?? null,
      at: dateOf(this.clock()),
      ...doneBy(actor),
      action,
      reason: reason ?? null,
      changes: changes.map((each) => ({ ...each })),
    });
  }

  /** The newest first. */
  of(exhibitionId: string): Promise<ExhibitionHistoryRow[]> {
    return this.dataSource.manager.find(ExhibitionHistoryRow, {
      where: { exhibitionId },
      order: { id: 'DESC' },
    });
  }

  /** What was changed of the exhibition itself after a version that somebody saw, the newest first. */
  since(exhibitionId: string, version: number): Promise<ExhibitionHistoryRow[]> {
    return this.dataSource.manager.find(ExhibitionHistoryRow, {
      where: { exhibitionId, version: MoreThan(version) },
      order: { id: 'DESC' },
    });
  }
}
