import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { BuildRotaProblem } from '../board/build-rota-problem.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { ReadCurrent, type ToldAssignment } from '../published/read-current.js';
import { readProblem } from '../rota/index.js';
import type { StandShift } from '../shifts/domain/shift.js';
import type { TeamMember } from '../team/team-of.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Exchange, SwapFacts } from './domain/judge-swap.js';
import type { SwapPart, SwapWish } from './domain/swap.js';

/** All by which swaps of one stand are judged, as it is now. */
export interface Situation extends SwapFacts {
  readonly exhibition: Exhibition;
  readonly now: Temporal.Instant;
  readonly members: ReadonlyMap<string, TeamMember>;
  /** Who has which shift, by the ids of their parts in them. */
  readonly current: ReadonlyMap<string, ToldAssignment>;
  /** Those of them that may be swapped: to come, and as the shift is. */
  readonly open: readonly ToldAssignment[];
}

/** Reads what swaps are judged by: what people were told, and not what is drafted. */
@Injectable()
export class ReadSituation {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly problems: BuildRotaProblem,
    private readonly currents: ReadCurrent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async of(exhibitionId: string, manager: EntityManager = this.dataSource.manager): Promise<Situation> {
    const material = await this.problems.material(exhibitionId, undefined, manager);
    const current = await this.currents.of(exhibitionId, manager);
    const shifts = new Map(material.shifts.map((shift) => [shift.id, shift]));
    const now = this.clock();
    return {
      exhibition: material.exhibition,
      now,
      timetable: readProblem(material.problem),
      places: material.told.places ?? [],
      members: new Map(material.members.map((member) => [member.id, member])),
      current: new Map(current.map((one) => [one.id, one])),
      open: current.filter((one) => isOpen(one, shifts.get(one.shiftId), now)),
    };
  }
}

/** What staff have changed and not published yet is not swapped: nobody knows of it. */
const isOpen = ({ status, terms }: ToldAssignment, shift: StandShift | undefined, now: Temporal.Instant) =>
  status === 'assigned' &&
  Temporal.Instant.compare(terms.start, now) > 0 &&
  shift !== undefined &&
  shift.start.equals(terms.start) &&
  shift.end.equals(terms.end);

/** Who gives what in a swap, as the rules of the rota ask. */
export const exchangeOf = ({ askerId, given, otherId, taken }: SwapWish): Exchange => ({
  asker: askerId,
  given: given.shiftId,
  other: otherId,
  taken: taken?.shiftId ?? null,
});

/** Somebody's part in a shift, as a swap remembers it. */
export const partOf = ({ id, shiftId, terms }: ToldAssignment): SwapPart => ({
  assignmentId: id,
  shiftId,
  start: terms.start,
  end: terms.end,
  label: terms.label,
});
