import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { In, type DataSource } from 'typeorm';
import { instantOf } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import type { StandShift } from '../shifts/domain/shift.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
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

/** How it stands on a stand, by what people were told. */
export interface StandState {
  readonly now: Temporal.Instant;
  readonly stand: StandNow;
  /** Of everybody of the team, also those who have left, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The latest first. */
  readonly dropOuts: readonly DroppedOut[];
  /** Whether people were told of a rota. */
  readonly isPublished: boolean;
}

/** Of which exhibition. */
export type StandAsked = Pick<Exhibition, 'id' | 'zone' | 'passesNeeded'>;

/** Reads how it stands on several stands, in a number of statements that does not grow with them. */
@Injectable()
export class ReadStands {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly currents: ReadCurrent,
    private readonly shifts: ShiftsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async one(exhibition: StandAsked): Promise<StandState> {
    const state = (await this.of([exhibition])).get(exhibition.id);
    if (state === undefined) throw new Error('a stand that is asked for is answered');
    return state;
  }

  /** @returns by the exhibition's id */
  async of(exhibitions: readonly StandAsked[]): Promise<ReadonlyMap<string, StandState>> {
    if (exhibitions.length === 0) return new Map();
    const ids = exhibitions.map(({ id }) => id);
    const { manager } = this.dataSource;
    const [members, told, shifts, drops, passes, published] = await Promise.all([
      manager.findBy(TeamMemberRow, { exhibitionId: In(ids) }),
      this.currents.ofSeveral(ids),
      this.shifts.ofSeveral(ids),
      manager.find(DropOutRow, { where: { exhibitionId: In(ids) }, order: { at: 'DESC', id: 'DESC' } }),
      this.collected(exhibitions.filter(({ passesNeeded }) => passesNeeded)),
      this.published(ids),
    ]);
    const [membersOf, dropsOf] = [
      Map.groupBy(members, ({ exhibitionId }) => exhibitionId),
      Map.groupBy(drops, ({ exhibitionId }) => exhibitionId),
    ];
    const now = this.clock();
    return new Map(
      exhibitions.map((exhibition) => {
        const { id, zone } = exhibition;
        const team = membersOf.get(id) ?? [];
        const names = new Map(team.map((member) => [member.id, member.name]));
        const all = inOrder(told.get(id) ?? [], (memberId) => names.get(memberId) ?? '');
        const own = shifts.get(id) ?? [];
        const state: StandState = {
          now,
          names,
          isPublished: all.length > 0 || published.has(id),
          stand: standNow(own, all, knownMembers(exhibition, team, passes), now, zone),
          dropOuts: (dropsOf.get(id) ?? []).map((row) => droppedOut(row, { own, all, names, now })),
        };
        return [id, state];
      }),
    );
  }

  /** Days for which people have fetched their passes, by the ids of those. */
  private async collected(
    exhibitions: readonly StandAsked[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (exhibitions.length === 0) return new Map();
    const rows: { member: string; days: string[] }[] = await this.dataSource.query(
      `SELECT team_member_id AS member, array_agg(day::text) AS days FROM passes
       WHERE exhibition_id = ANY($1) AND status = 'collected' GROUP BY team_member_id`,
      [exhibitions.map(({ id }) => id)],
    );
    return new Map(rows.map(({ member, days }) => [member, days]));
  }

  private async published(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT DISTINCT exhibition_id AS id FROM rotas WHERE exhibition_id = ANY($1)',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

const knownMembers = (
  { passesNeeded }: StandAsked,
  rows: readonly TeamMemberRow[],
  passes: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, KnownMember> =>
  new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        answeredAt: row.answeredAt === null ? null : instantOf(row.answeredAt),
        arrivesAt: row.arrivesAt === null ? null : instantOf(row.arrivesAt),
        hasAddress: row.email !== null,
        collectedDays: passesNeeded ? (passes.get(row.id) ?? []) : null,
      },
    ]),
  );

interface Around {
  readonly own: readonly StandShift[];
  readonly all: readonly ToldAssignment[];
  readonly names: ReadonlyMap<string, string>;
  readonly now: Temporal.Instant;
}

function droppedOut(row: DropOutRow, { own, all, names, now }: Around): DroppedOut {
  const shift = own.find(({ id }) => id === row.shiftId);
  const inIt = all.filter(({ shiftId }) => shiftId === row.shiftId);
  const told = inIt.find(({ memberId }) => memberId === row.teamMemberId) ?? null;
  // Whoever came back has it again.
  const isBack = told !== null && hasIt(told);
  return {
    row,
    name: names.get(row.teamMemberId) ?? 'Somebody who has left',
    told,
    isFree:
      shift !== undefined &&
      !isBack &&
      inIt.filter(hasIt).length < shift.cover &&
      Temporal.Instant.compare(shift.end, now) > 0,
  };
}
