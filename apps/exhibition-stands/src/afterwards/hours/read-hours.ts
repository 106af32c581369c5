import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { ReadCurrent, type ToldAssignment } from '../../published/read-current.js';
import { TeamMemberRow } from '../../team/team-member.entity.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { hoursOf, turnouts, type Hours, type KnownOrganisation, type Turnout } from '../domain/hours.js';

/** Hours stood at an exhibition, with what they are counted of. */
export interface StandHours extends Hours {
  readonly exhibition: Exhibition;
  readonly now: Temporal.Instant;
  /** Everybody of its team, also those who have left, in the order of their names. */
  readonly members: readonly TeamMemberRow[];
  readonly assignments: readonly ToldAssignment[];
  /** What came of each of them, by id. */
  readonly turnouts: ReadonlyMap<string, Turnout>;
}

/** Reads how long people stood at an exhibition. */
@Injectable()
export class ReadHours {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly currents: ReadCurrent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(exhibition: Exhibition, manager: EntityManager = this.dataSource.manager): Promise<StandHours> {
    const { id, zone } = exhibition;
    const members = await manager
      .createQueryBuilder(TeamMemberRow, 'member')
      .where('member.exhibitionId = :id', { id })
      .orderBy('lower(member.name)')
      .addOrderBy('member.id')
      .getMany();
    const assignments = await this.currents.of(id, manager);
    const known: KnownOrganisation[] = await manager.query(
      `SELECT o.id, o.name FROM organisations o WHERE EXISTS (
         SELECT FROM team_members t WHERE t.exhibition_id = $1
           AND (t.organisation_id = o.id OR lower(regexp_replace(btrim(t.organisation_name), '\\s+', ' ', 'g')) = lower(o.name)))
       ORDER BY o.name, o.id`,
      [id],
    );
    const now = this.clock();
    return {
      ...hoursOf(members, assignments, known, now, zone),
      exhibition,
      now,
      members,
      assignments,
      turnouts: turnouts(assignments, now, zone),
    };
  }
}
