import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { Not, type DataSource, type EntityManager } from 'typeorm';
import type { Commitment, Span } from '#commitments';
import { instantOf } from '#platform';
import { CommitmentsOf } from '../commitments/commitments-of.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { PassDaysOf } from '../passes/pass-days-of.js';
import { type Experience } from './domain/about.js';
import {
  freeTimes,
  nothingSaid,
  type Availability,
  type Exception,
  type Free,
  type SaidSpan,
} from './domain/availability.js';
import { statusOf, type MemberStatus } from './domain/member-status.js';
import { SaidRepository } from './said.repository.js';
import { TeamMemberRow } from './team-member.entity.js';

/** Somebody of a team with all that a rota has to know of them. */
export interface TeamMember {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly status: MemberStatus;
  readonly experience: Experience;
  readonly skills: readonly string[];
  /** In all; `null`: a fair share. */
  readonly wishedMinutes: number | null;
  readonly mostMinutesADay: number | null;
  readonly note: string;
  readonly arrivesAt: Temporal.Instant | null;
  readonly departsAt: Temporal.Instant | null;
  readonly invitedAt: Temporal.Instant | null;
  readonly remindedAt: Temporal.Instant | null;
  /** When what they said last changed; `null`: they have said nothing. */
  readonly answeredAt: Temporal.Instant | null;
  readonly version: number;
  /** As they said it. */
  readonly said: readonly SaidSpan[];
  readonly exceptions: readonly Exception[];
  /** When they can be given a shift; nothing for whoever has not answered or cannot come. */
  readonly available: readonly Free[];
  /** Where they are to be besides this stand. */
  readonly commitments: readonly Commitment[];
  /** Days for which they have a pass; `null`: none is needed. */
  readonly passDays: readonly string[] | null;
}

/** The team of an exhibition, in a number of statements that does not grow with it. */
@Injectable()
export class TeamOf {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly exhibitions: FindExhibition,
    private readonly saidOf: SaidRepository,
    private readonly commitmentsOf: CommitmentsOf,
    private readonly passDaysOf: PassDaysOf,
  ) {}

  /**
   * @param withLeft also those who have left
   * @returns in the order of their names
   * @throws Problem 404
   */
  async run(
    exhibitionId: string,
    manager: EntityManager = this.dataSource.manager,
    { withLeft = false } = {},
  ): Promise<readonly TeamMember[]> {
    const exhibition = await this.exhibitions.byId(exhibitionId, manager);
    const rows = await manager
      .createQueryBuilder(TeamMemberRow, 'member')
      .where('member.exhibitionId = :exhibitionId', { exhibitionId })
      .andWhere(withLeft ? 'true' : `member.status <> 'left'`)
      .orderBy('lower(member.name)')
      .addOrderBy('member.id')
      .getMany();
    return this.withAll(exhibition, rows, manager);
  }

  /** One of them. */
  async one(
    exhibition: Exhibition,
    row: TeamMemberRow,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<TeamMember> {
    const [member] = await this.withAll(exhibition, [row], manager);
    if (member === undefined) throw new Error('one row gives one member');
    return member;
  }

  /** Other entries of the same person, where two records of theirs were merged: those that are still in the team. */
  async otherEntries({ id, exhibitionId, personId }: TeamMemberRow): Promise<readonly TeamMemberRow[]> {
    if (personId === null) return [];
    return this.dataSource.manager.find(TeamMemberRow, {
      where: { exhibitionId, personId, id: Not(id), status: Not('left') },
      order: { invitedAt: 'ASC', id: 'ASC' },
    });
  }

  private async withAll(
    exhibition: Exhibition,
    rows: readonly TeamMemberRow[],
    manager: EntityManager,
  ): Promise<TeamMember[]> {
    const ids = rows.map(({ id }) => id);
    const span = wholeSpan(exhibition);
    const said = await this.saidOf.of(manager, ids);
    const commitments =
      span === null
        ? new Map<string, readonly Commitment[]>()
        : await this.commitmentsOf.members(ids, span, manager);
    const passDays = await this.passDaysOf.of(exhibition, manager);
    return rows.map((row) =>
      memberOf(row, said.get(row.id) ?? nothingSaid, {
        commitments: commitments.get(row.id) ?? [],
        passDays: passDays === null ? null : (passDays.get(row.id) ?? []),
      }),
    );
  }
}

/** From the first moment of an exhibition to its last; `null`: its days are not set yet. */
export function wholeSpan({ days }: Pick<Exhibition, 'days'>): Span | null {
  const [first] = days;
  if (first === undefined) return null;
  const end = days.reduce(
    (latest, each) => (each.end.epochMilliseconds > latest.epochMilliseconds ? each.end : latest),
    first.end,
  );
  return { start: first.start, end };
}

function memberOf(
  row: TeamMemberRow,
  { said, exceptions }: Availability,
  more: Pick<TeamMember, 'commitments' | 'passDays'>,
): TeamMember {
  const stay = { arrivesAt: orNull(row.arrivesAt), departsAt: orNull(row.departsAt) };
  const status = statusOf(row.status);
  return {
    id: row.id,
    personId: row.personId,
    name: row.name,
    email: row.email,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    status,
    experience: row.experience === 'experienced' ? 'experienced' : 'first-time',
    skills: row.skills,
    wishedMinutes: row.wishedMinutes,
    mostMinutesADay: row.mostMinutesADay,
    note: row.note,
    ...stay,
    invitedAt: orNull(row.invitedAt),
    remindedAt: orNull(row.remindedAt),
    answeredAt: orNull(row.answeredAt),
    version: row.version,
    said,
    exceptions,
    available: status === 'answered' ? freeTimes({ said, exceptions }, stay) : [],
    ...more,
  };
}

const orNull = (at: Date | null): Temporal.Instant | null => (at === null ? null : instantOf(at));
