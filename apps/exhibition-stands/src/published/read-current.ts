import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { instantOf } from '#platform';
import { CurrentAssignmentRow } from './current-assignment.entity.js';
import { hasIt, type Current, type CurrentStatus } from './domain/rota-diff.js';

/** Somebody in a shift, with when they were told of it. */
export interface ToldAssignment extends Current {
  readonly toldAt: Temporal.Instant;
}

/** Reads who has which shift now, as they were told. */
@Injectable()
export class ReadCurrent {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of an exhibition, in the order in which they begin: also who dropped out, and who did not come. */
  async of(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly ToldAssignment[]> {
    const rows = await manager.find(CurrentAssignmentRow, {
      where: { exhibitionId },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    return rows.map(assignmentFrom);
  }

  /** The same of several exhibitions. @returns by the exhibition's id */
  async ofSeveral(exhibitionIds: readonly string[]): Promise<ReadonlyMap<string, readonly ToldAssignment[]>> {
    const rows = await this.dataSource.manager.find(CurrentAssignmentRow, {
      where: { exhibitionId: In([...exhibitionIds]) },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    return new Map(
      [...Map.groupBy(rows, ({ exhibitionId }) => exhibitionId)].map(([id, own]) => [
        id,
        own.map(assignmentFrom),
      ]),
    );
  }

  /** Those that somebody has. */
  async ofMember(
    teamMemberId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly ToldAssignment[]> {
    const rows = await manager.find(CurrentAssignmentRow, {
      where: { teamMemberId },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    return rows.map(assignmentFrom).filter(hasIt);
  }
}

const assignmentFrom = (row: CurrentAssignmentRow): ToldAssignment => ({
  id: row.id,
  shiftId: row.shiftId,
  memberId: row.teamMemberId,
  status: row.status as CurrentStatus,
  version: row.version,
  toldAt: instantOf(row.toldAt),
  terms: {
    start: instantOf(row.startsAt),
    end: instantOf(row.endsAt),
    label: row.label,
    isLead: row.isLead,
    place: row.place,
    stand: row.stand,
  },
});
