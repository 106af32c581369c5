import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { dateOf, instantOf, notFound } from '#platform';
import { isId } from '../domain/ids.js';
import { shiftSources, type ShiftDetails, type StandShift } from './domain/shift.js';
import { ShiftRow } from './shift.entity.js';

/** 404: the exhibition has no such shift, or has it no more. */
export const noSuchShift = () => notFound('There is no such shift. It may have been removed meanwhile.');

/** Where shifts are kept. Whoever writes holds the exhibition's lock. */
@Injectable()
export class ShiftsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** All of an exhibition's, in the order of time. */
  async list(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<readonly StandShift[]> {
    const rows = await manager.find(ShiftRow, {
      where: { exhibitionId },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    return rows.map(shiftOf);
  }

  /** The same of several exhibitions. @returns by the exhibition's id */
  async ofSeveral(exhibitionIds: readonly string[]): Promise<ReadonlyMap<string, readonly StandShift[]>> {
    const rows = await this.dataSource.manager.find(ShiftRow, {
      where: { exhibitionId: In([...exhibitionIds]) },
      order: { startsAt: 'ASC', endsAt: 'ASC', id: 'ASC' },
    });
    return new Map(
      [...Map.groupBy(rows, ({ exhibitionId }) => exhibitionId)].map(([id, own]) => [id, own.map(shiftOf)]),
    );
  }

  /** @throws Problem 404, also for one of another exhibition's */
  async one(
    exhibitionId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<StandShift> {
    const row = isId(id) ? await manager.findOneBy(ShiftRow, { id, exhibitionId }) : null;
    if (row === null) throw noSuchShift();
    return shiftOf(row);
  }

  async add(manager: EntityManager, exhibitionId: string, shifts: readonly StandShift[]): Promise<void> {
    if (shifts.length === 0) return;
    await manager.insert(
      ShiftRow,
      shifts.map((shift) => ({
        ...columnsOf(shift),
        id: shift.id,
        exhibitionId,
        standEventId: null,
        source: shift.source,
        version: shift.version,
      })),
    );
  }

  async update(manager: EntityManager, shift: StandShift): Promise<void> {
    await manager.update(
      ShiftRow,
      { id: shift.id },
      { ...columnsOf(shift), source: shift.source, version: shift.version },
    );
  }

  /** What hangs on them goes with them: places of the draft, what was ruled out. What people were told stays. */
  async remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await manager.delete(ShiftRow, [...ids]);
  }
}

const columnsOf = ({ start, end, cover, leads, skills, label }: ShiftDetails) => ({
  startsAt: dateOf(start),
  endsAt: dateOf(end),
  cover,
  leads,
  skills: [...skills],
  label,
});

function shiftOf(row: ShiftRow): StandShift {
  return {
    id: row.id,
    start: instantOf(row.startsAt),
    end: instantOf(row.endsAt),
    cover: row.cover,
    leads: row.leads,
    skills: row.skills,
    label: row.label,
    source: shiftSources.find((source) => source === row.source) ?? 'hand',
    ...(row.standEventId !== null && { eventId: row.standEventId }),
    version: row.version,
  };
}
