import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { dateOf, instantOf, notFound, type Problem } from '#platform';
import { isId } from '../domain/ids.js';
import {
  lapseReasons,
  swapStatusOf,
  type LapseReason,
  type Swap,
  type SwapPart,
  type SwapStatus,
  type SwapWish,
} from './domain/swap.js';
import { SwapRow } from './swap.entity.js';

/** What an act writes besides the state. */
export interface SwapEnd {
  readonly answeredAt?: Date;
  readonly endedAt?: Date;
  readonly decidedBy?: string | null;
  readonly decidedName?: string | null;
  readonly reason?: string;
  readonly lapsedWhy?: LapseReason;
}

export const noSuchSwap = (): Problem => notFound('Nobody asked for a swap like this.');

/** How many of an exhibition that have ended are read. */
const mostEnded = 100;

const open = In(['asked', 'agreed']);

/** Where swaps are kept. Whoever writes holds the exhibition's lock. */
@Injectable()
export class SwapsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404, also for one of another exhibition, or of other people than `memberId` */
  async one(
    exhibitionId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
    memberId?: string,
  ): Promise<Swap> {
    const row =
      isId(id) && isId(exhibitionId) ? await manager.findOneBy(SwapRow, { id, exhibitionId }) : null;
    if (row === null) throw noSuchSwap();
    if (memberId !== undefined && row.askerId !== memberId && row.otherId !== memberId) throw noSuchSwap();
    return swapOf(row);
  }

  /** Those that are open, the first to begin first. */
  open(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Swap[]> {
    return this.list(manager, { exhibitionId, status: open });
  }

  /** Those that have ended, the newest first; of very many the last hundred. */
  async ended(exhibitionId: string): Promise<Swap[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(SwapRow, 's')
      .where(`s.exhibition_id = :exhibitionId AND s.status NOT IN ('asked', 'agreed')`, { exhibitionId })
      .orderBy('s.asked_at', 'DESC')
      .addOrderBy('s.id', 'DESC')
      .limit(mostEnded)
      .getMany();
    return rows.map(swapOf);
  }

  /** All in which one of a team asks or is asked, the first to begin first. */
  ofMember(memberId: string, manager: EntityManager = this.dataSource.manager): Promise<Swap[]> {
    return this.list(manager, [{ askerId: memberId }, { otherId: memberId }]);
  }

  /** Ids of the exhibitions in which a swap is open. */
  async exhibitionsWithOpen(): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT exhibition_id AS id FROM swaps WHERE status IN ('asked', 'agreed') ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }

  async add(
    manager: EntityManager,
    id: string,
    exhibitionId: string,
    wish: SwapWish & { readonly note: string; readonly askedAt: Date },
  ): Promise<Swap> {
    const { askerId, otherId, given, taken, note, askedAt } = wish;
    await manager.insert(SwapRow, {
      id,
      exhibitionId,
      askerId,
      otherId,
      assignmentId: given.assignmentId,
      shiftId: given.shiftId,
      startsAt: dateOf(given.start),
      endsAt: dateOf(given.end),
      label: given.label,
      otherAssignmentId: taken?.assignmentId ?? null,
      otherShiftId: taken?.shiftId ?? null,
      otherStartsAt: taken === null ? null : dateOf(taken.start),
      otherEndsAt: taken === null ? null : dateOf(taken.end),
      otherLabel: taken?.label ?? null,
      note,
      status: 'asked',
      askedAt,
      reason: '',
    });
    return this.one(exhibitionId, id, manager);
  }

  async put(manager: EntityManager, { id }: Swap, status: SwapStatus, end: SwapEnd): Promise<void> {
    await manager.update(SwapRow, { id }, { status, ...end });
  }

  private async list(
    manager: EntityManager,
    where: FindOptionsWhere<SwapRow> | FindOptionsWhere<SwapRow>[],
  ): Promise<Swap[]> {
    const rows = await manager.find(SwapRow, {
      where,
      order: { startsAt: 'ASC', askedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(swapOf);
  }
}

function swapOf(row: SwapRow): Swap {
  return {
    id: row.id,
    exhibitionId: row.exhibitionId,
    askerId: row.askerId,
    otherId: row.otherId,
    given: {
      assignmentId: row.assignmentId,
      shiftId: row.shiftId,
      start: instantOf(row.startsAt),
      end: instantOf(row.endsAt),
      label: row.label,
    },
    taken: takenOf(row),
    note: row.note,
    status: swapStatusOf(row.status),
    askedAt: row.askedAt,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    decidedName: row.decidedName,
    reason: row.reason,
    lapsedWhy: lapseReasons.find((why) => why === row.lapsedWhy) ?? null,
  };
}

function takenOf(row: SwapRow): SwapPart | null {
  const { otherAssignmentId, otherShiftId, otherStartsAt, otherEndsAt, otherLabel } = row;
  if (otherAssignmentId === null || otherShiftId === null || otherStartsAt === null || otherEndsAt === null)
    return null;
  return {
    assignmentId: otherAssignmentId,
    shiftId: otherShiftId,
    start: instantOf(otherStartsAt),
    end: instantOf(otherEndsAt),
    label: otherLabel ?? '',
  };
}
