import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { daysAway, type Away, type Commitment, type Span } from '#commitments';
import type { ConferenceFacts } from '#contracts';
import { conferenceCommitments, shiftCommitment } from '#elsewhere';
import { dateOf } from '#platform';

interface FoundShift {
  readonly memberId: string;
  readonly id: string;
  readonly exhibitionId: string;
  readonly title: string;
  readonly label: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly walkingMinutes: number;
}

// Somebody who was invited by their address alone is the person who has it.
const ownConferences = `
  SELECT DISTINCT m.id AS "memberId", c.facts, d.days::text[] AS "ticketDays"
  FROM team_members m
    JOIN people p ON p.merged_into IS NULL
      AND (p.id = m.person_id OR (m.person_id IS NULL AND lower(p.email) = lower(m.email)))
    JOIN known_delegates d ON d.person_id = p.id
    JOIN known_conferences c ON c.id = d.conference_id
  WHERE m.id = ANY($1)`;

const ownTravels = `
  SELECT DISTINCT m.id AS "memberId", t.visit_id AS "visitId", t.visit_title AS "visitTitle", t.first_day::text AS "firstDay",
    t.last_day::text AS "lastDay", t.zone
  FROM team_members m
    JOIN people p ON p.merged_into IS NULL
      AND (p.id = m.person_id OR (m.person_id IS NULL AND lower(p.email) = lower(m.email)))
    JOIN known_travels t ON t.person_id = p.id
  WHERE m.id = ANY($1)`;

// Besides other stands: their other entry in the same team, where two records of them became one.
const otherStands = `
  SELECT DISTINCT m.id AS "memberId", a.id, e.id AS "exhibitionId", e.title, a.label, a.starts_at AS "startsAt",
    a.ends_at AS "endsAt", e.zone, e.walking_minutes AS "walkingMinutes"
  FROM team_members m
    JOIN team_members other ON other.id <> m.id
      AND (other.person_id = m.person_id OR lower(other.email) = lower(m.email))
    JOIN current_assignments a ON a.team_member_id = other.id AND a.status IN ('assigned', 'checked-in')
    JOIN exhibitions e ON e.id = a.exhibition_id AND e.status <> 'cancelled'
  WHERE m.id = ANY($1) AND a.starts_at < $3 AND a.ends_at > $2`;

/**
 * Where people of a stand's team are to be besides that stand: at the network's own conferences, away with its study visits, and
 * on other stands. It is
 * what the rota counts as busy, and what the board and their own pages show.
 */
@Injectable()
export class CommitmentsOf {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param memberIds of `team_members`
   * @param span of time that is asked about; what lies up to a day before or after it is told as well, as there are ways to go
   * @returns by the member's id, in the order of their beginnings; who has none is not there. Walking minutes are 0 where the
   *   stand's own count
   */
  async members(
    memberIds: readonly string[],
    span: Span,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, readonly Commitment[]>> {
    const day = Temporal.Duration.from({ hours: 24 });
    const [from, until] = [span.start.subtract(day), span.end.add(day)];
    const conferences: { memberId: string; facts: ConferenceFacts; ticketDays: string[] }[] =
      await manager.query(ownConferences, [memberIds]);
    const travels: ({ memberId: string } & Away)[] = await manager.query(ownTravels, [memberIds]);
    const shifts: FoundShift[] = await manager.query(otherStands, [memberIds, dateOf(from), dateOf(until)]);
    const all = [
      ...[
        ...conferences.flatMap(({ memberId, facts, ticketDays }) =>
          conferenceCommitments(facts, ticketDays).map((commitment) => ({ memberId, commitment })),
        ),
        ...travels.map(({ memberId, ...away }) => ({ memberId, commitment: daysAway(away) })),
      ].filter(({ commitment: { start, end } }) => isBefore(start, until) && isBefore(from, end)),
      ...shifts.map((shift) => ({ memberId: shift.memberId, commitment: commitmentOf(shift) })),
    ].toSorted((a, b) => Temporal.Instant.compare(a.commitment.start, b.commitment.start));
    return new Map(
      [...Map.groupBy(all, ({ memberId }) => memberId)].map(([id, own]) => [
        id,
        own.map(({ commitment }) => commitment),
      ]),
    );
  }
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

const commitmentOf = ({ title, label, ...shift }: FoundShift): Commitment =>
  shiftCommitment({ ...shift, exhibitionTitle: `Stand at ${title}${label === '' ? '' : ` (${label})`}` });
