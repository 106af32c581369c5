import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { placeOfStand } from '#elsewhere';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { PassLimitsOf } from '../passes/pass-limits-of.js';
import type { RotaProblem } from '../rota/index.js';
import type { StandShift } from '../shifts/domain/shift.js';
import { ShiftsRepository } from '../shifts/shifts.repository.js';
import { TeamOf, type TeamMember } from '../team/team-of.js';
import { CLOCK, type Clock } from '../tokens.js';
import { problemOf, usualOptions, type ProblemOptions } from './domain/problem-of.js';
import { DraftsRepository, type KeptDraft } from './drafts.repository.js';
import { ReadTold, type Told } from './read-told.js';

/** All that an exhibition's rota is made from, with the problem that it comes to. */
export interface RotaMaterial {
  readonly exhibition: Exhibition;
  readonly shifts: readonly StandShift[];
  readonly members: readonly TeamMember[];
  readonly draft: KeptDraft;
  readonly told: Told;
  readonly problem: RotaProblem;
}

/** Makes the problem of an exhibition's rota of what the tables say, in a number of statements that does not grow. */
@Injectable()
export class BuildRotaProblem {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly shifts: ShiftsRepository,
    private readonly team: TeamOf,
    private readonly passLimits: PassLimitsOf,
    private readonly drafts: DraftsRepository,
    private readonly readTold: ReadTold,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The problem alone: people are team members and slots are shifts, by their ids.
   * @throws Problem 404
   */
  async of(manager: EntityManager, exhibitionId: string, options = usualOptions): Promise<RotaProblem> {
    return (await this.material(exhibitionId, options, manager)).problem;
  }

  /** The problem with what it was made from. @throws Problem 404 */
  async material(
    exhibitionId: string,
    options: ProblemOptions = usualOptions,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RotaMaterial> {
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    // One after the other: a transaction has one connection.
    const shifts = await this.shifts.list(exhibitionId, manager);
    const members = await this.team.run(exhibitionId, manager);
    const passesPerDay = await this.passLimits.run(exhibitionId, manager);
    const draft = await this.drafts.read(exhibitionId, manager);
    const told = await this.readTold.of(exhibitionId, manager);
    const inputs = {
      exhibition,
      shifts,
      members: members.map((member) => besides(exhibition, member)),
      passesPerDay,
      draft,
      told: told.places,
      dropped: told.dropped,
      now: this.clock(),
    };
    return { exhibition, shifts, members, draft, told, problem: problemOf(inputs, options) };
  }
}

/** What their other entry has on the same stand is judged with the rota, as it is drafted, and not as they were told. */
const besides = ({ id }: Exhibition, member: TeamMember): TeamMember => ({
  ...member,
  commitments: member.commitments.filter(({ place }) => place !== placeOfStand(id)),
});
