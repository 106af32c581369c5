import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { clashesWith, type Commitment } from '#commitments';
import { currentPerson } from '#people';
import { minutesOf, turnouts } from '../afterwards/domain/hours.js';
import { CommitmentsOf } from '../commitments/commitments-of.js';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { FindExhibition } from '../exhibitions/find-exhibition.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import { hasIt } from './domain/rota-diff.js';
import { ReadCurrent, type ToldAssignment } from './read-current.js';

/** A shift that somebody has, as they are shown it. */
export interface OwnShift {
  readonly assignment: ToldAssignment;
  /** Names of the others, in their order. */
  readonly withWhom: readonly string[];
  /** What else they are to be at, at that time or too close to it. */
  readonly clashes: readonly Commitment[];
  readonly isOver: boolean;
  readonly hasBegun: boolean;
}

/** Somebody's part in the team of one stand. */
export interface OwnStand {
  readonly member: TeamMemberRow;
  readonly exhibition: Exhibition;
  /** In the order in which they begin. */
  readonly shifts: readonly OwnShift[];
  /** How long they stood, in shifts that have ended. */
  readonly minutesStood: number;
}

/** Reads the shifts that somebody has. */
@Injectable()
export class ReadOwnShifts {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly currents: ReadCurrent,
    private readonly exhibitions: FindExhibition,
    private readonly commitments: CommitmentsOf,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of somebody of a team. */
  async of(member: TeamMemberRow, exhibition: Exhibition): Promise<OwnStand> {
    const told = await this.currents.of(exhibition.id);
    const all = told.filter(hasIt);
    const own = all.filter(({ memberId }) => memberId === member.id);
    const names = await this.namesIn(exhibition.id);
    const span = spanOf(own);
    const elsewhere =
      span === null ? [] : ((await this.commitments.members([member.id], span)).get(member.id) ?? []);
    const now = this.clock();
    const came = turnouts(told, now, exhibition.zone);
    return {
      member,
      exhibition,
      minutesStood: own
        .filter(({ id }) => came.get(id) === 'stood')
        .reduce((sum, { terms }) => sum + minutesOf(terms), 0),
      shifts: own.map((assignment) => ({
        assignment,
        withWhom: all
          .filter(({ shiftId, memberId }) => shiftId === assignment.shiftId && memberId !== member.id)
          .map(({ memberId }) => names.get(memberId) ?? '')
          .toSorted((a, b) => a.localeCompare(b, 'en-GB')),
        clashes: clashesWith(asCommitment(assignment, exhibition), elsewhere, exhibition.walkingMinutes),
        isOver: Temporal.Instant.compare(assignment.terms.end, now) <= 0,
        hasBegun: Temporal.Instant.compare(assignment.terms.start, now) <= 0,
      })),
    };
  }

  /** All stands at which a person helps, or is asked to, the next one first; not those that are over for a year. */
  async ofPerson(personId: string): Promise<readonly OwnStand[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT t.id FROM team_members t JOIN exhibitions e ON e.id = t.exhibition_id
       WHERE t.person_id = ${currentPerson} AND t.status <> 'left' AND e.status <> 'cancelled'
         AND e.last_day > $2::timestamptz::date - 365
       ORDER BY (e.last_day < $2::timestamptz::date), e.first_day, e.id`,
      [personId, this.clock().toString()],
    );
    const stands: OwnStand[] = [];
    for (const { id } of rows) {
      const member = await this.dataSource.manager.findOneByOrFail(TeamMemberRow, { id });
      stands.push(await this.of(member, await this.exhibitions.byId(member.exhibitionId)));
    }
    return stands;
  }

  private async namesIn(exhibitionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.dataSource.manager.findBy(TeamMemberRow, { exhibitionId });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function spanOf(shifts: readonly ToldAssignment[]) {
  const [first] = shifts;
  if (first === undefined) return null;
  const ends = shifts.map(({ terms }) => terms.end).toSorted((a, b) => Temporal.Instant.compare(a, b));
  return { start: first.terms.start, end: ends.at(-1) ?? first.terms.end };
}

const asCommitment = (
  { id, terms }: ToldAssignment,
  { title, zone, walkingMinutes, id: place }: Exhibition,
): Commitment => ({
  id,
  title,
  start: terms.start,
  end: terms.end,
  zone,
  place,
  walkingMinutes,
});
