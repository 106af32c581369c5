import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { candidatesFor } from '../board/assess.js';
import { BuildRotaProblem } from '../board/build-rota-problem.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { hasIt } from '../published/domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import type { RotaRule } from '../rota/index.js';
import type { StandShift } from '../shifts/domain/shift.js';
import { noSuchShift } from '../shifts/shifts.repository.js';
import type { TeamMember } from '../team/team-of.js';
import { CLOCK, type Clock } from '../tokens.js';
import { hereOn, rankCandidates, type StandIn } from './domain/rank-candidates.js';

/** A shift with who is in it, and everybody else in the order in which they would be asked. */
export interface ShiftToCover {
  readonly exhibition: Exhibition;
  readonly shift: StandShift;
  readonly isOver: boolean;
  readonly places: readonly ToldAssignment[];
  /** How many places nobody has. */
  readonly gaps: number;
  readonly candidates: readonly StandIn<RotaRule>[];
  readonly members: ReadonlyMap<string, TeamMember>;
}

/** Judges who could step into a shift, by what people were told and not by what is drafted. */
@Injectable()
export class ReadShiftToCover {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly problems: BuildRotaProblem,
    private readonly currents: ReadCurrent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async of(
    exhibitionId: string,
    shiftId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ShiftToCover> {
    const { exhibition, shifts, members, draft, told, problem } = await this.problems.material(
      exhibitionId,
      undefined,
      manager,
    );
    const shift = shifts.find(({ id }) => id === shiftId);
    if (shift === undefined) throw noSuchShift();
    const current = (await this.currents.of(exhibitionId, manager)).filter(hasIt);
    const places = current.filter((one) => one.shiftId === shiftId);
    const asTold = {
      places: (told.places ?? []).map((place) => ({ ...place, isPinned: false, source: 'hand' as const })),
      forbidden: draft.forbidden,
    };
    const day = shift.start.toZonedDateTimeISO(exhibition.zone).toPlainDate();
    return {
      exhibition,
      shift,
      isOver: Temporal.Instant.compare(shift.end, this.clock()) <= 0,
      places,
      gaps: Math.max(0, shift.cover - places.length),
      candidates: rankCandidates(
        candidatesFor(problem, asTold, shiftId),
        hereOn(day, current, shiftId, exhibition.zone),
      ),
      members: new Map(members.map((member) => [member.id, member])),
    };
  }
}

/** Whether whoever steps in has to lead: a lead is missing, and they can. */
export const isToLead = ({ shift, places, members }: ShiftToCover, memberId: string): boolean =>
  places.filter(({ terms }) => terms.isLead).length < shift.leads &&
  (members.get(memberId)?.skills.includes('lead') ?? false);
