import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { instantOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { StockOnStand, type StandStock } from '../stock/reading/stock-on-stand.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CoverRepository, type CoverRequest } from './cover.repository.js';
import { DropOutRow } from './drop-out.entity.js';
import { inOrder } from './domain/in-order.js';
import { standNow, type KnownMember, type StandNow } from './domain/stand-now.js';

/** Somebody who dropped out, with whether their place is free still. */
export interface DroppedOut {
  readonly row: DropOutRow;
  readonly name: string;
  readonly told: ToldAssignment | null;
  readonly isFree: boolean;
}

/** The day on the stand. */
export interface Today {
  readonly exhibition: Exhibition;
  readonly now: Temporal.Instant;
  readonly stand: StandNow;
  readonly names: ReadonlyMap<string, string>;
  readonly requests: readonly CoverRequest[];
  readonly dropOuts: readonly DroppedOut[];
  readonly stock: readonly StandStock[];
  /** Whether people were told of a rota. */
  readonly isPublished: boolean;
}

/** How many who dropped out are shown. */
const mostShown = 20;

/** Reads how it stands on a stand now. */
@Injectable()
export class ReadToday {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly currents: ReadCurrent,
    private readonly shifts: ShiftsRepository,
    private readonly covers: CoverRepository,
    private readonly stock: StockOnStand,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(exhibition: Exhibition): Promise<Today> {
    const { manager } = this.dataSource;
    const { id: exhibitionId, zone } = exhibition;
    const [rows, told, shifts, requests, drops, stock] = await Promise.all([
      manager.findBy(TeamMemberRow, { exhibitionId }),
      this.currents.of(exhibitionId),
      this.shifts.list(exhibitionId),
      this.covers.of({ exhibitionId }),
      manager.find(DropOutRow, {
        where: { exhibitionId },
        order: { at: 'DESC', id: 'DESC' },
        take: mostShown,
      }),
      this.stock.of(exhibition),
    ]);
    const now = this.clock();
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const all = inOrder(told, (id) => names.get(id) ?? '');
    const stand = standNow(shifts, all, await this.known(exhibition, rows), now, zone);
    return {
      exhibition,
      isPublished: told.length > 0,
      now,
      stand,
      names,
      requests,
      dropOuts: drops.map((row) => {
        const shift = shifts.find(({ id }) => id === row.shiftId);
        const taken = all.filter((one) => one.shiftId === row.shiftId && hasIt(one)).length;
        return {
          row,
          name: names.get(row.teamMemberId) ?? 'Somebody who has left',
          told:
            all.find(({ shiftId, memberId }) => shiftId === row.shiftId && memberId === row.teamMemberId) ??
            null,
          isFree:
            shift !== undefined && taken < shift.cover && shift.end.epochMilliseconds > now.epochMilliseconds,
        };
      }),
      stock,
    };
  }

  private async known(
    { id, passesNeeded }: Exhibition,
    rows: readonly TeamMemberRow[],
  ): Promise<ReadonlyMap<string, KnownMember>> {
    const passes: { member: string; day: string }[] = passesNeeded
      ? await this.dataSource.query(
          `SELECT team_member_id AS member, day::text FROM passes WHERE exhibition_id = $1 AND status = 'collected'`,
          [id],
        )
      : [];
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          answeredAt: row.answeredAt === null ? null : instantOf(row.answeredAt),
          arrivesAt: row.arrivesAt === null ? null : instantOf(row.arrivesAt),
          hasAddress: row.email !== null,
          collectedDays: passesNeeded
            ? passes.filter(({ member }) => member === row.id).map(({ day }) => day)
            : null,
        },
      ]),
    );
  }
}
