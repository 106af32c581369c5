import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { clashesWith, daysAway, inOnePiece, type Away, type Commitment } from '#commitments';
import type { ConferenceFacts } from '#contracts';
import { conferenceCommitments, shiftCommitment, type StandShiftRow } from '#elsewhere';
import { dateOf } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { isEnded } from '../visits/domain/status.js';
import type { Visit } from '../visits/domain/visit.js';

/** Somebody who travels, or would like to. */
export interface Expected {
  readonly id: string;
  /** `null`: they are whoever has their address. */
  readonly personId: string | null;
  readonly email: string | null;
}

/**
 * The conferences, the shifts on stands and the other visits that people have while a visit is away, by their id; only of those who
 * have any.
 */
export type DoubleBookings = ReadonlyMap<string, readonly Commitment[]>;

const asked = `unnest($1::text[], $2::text[], $3::text[]) AS asked (id, person_id, email)`;

/** Somebody who gave an address alone is the person who has it. */
const theirPerson = `JOIN people p ON p.merged_into IS NULL
  AND (p.id = asked.person_id OR (asked.person_id IS NULL AND lower(p.email) = lower(asked.email)))`;

const theirConferences = `
  SELECT DISTINCT asked.id AS "askedId", c.facts, d.days::text[] AS "ticketDays"
  FROM ${asked} ${theirPerson}
    JOIN known_delegates d ON d.person_id = p.id
    JOIN known_conferences c ON c.id = d.conference_id`;

const theirShifts = `
  SELECT DISTINCT asked.id AS "askedId", s.id, s.exhibition_id AS "exhibitionId", s.exhibition_title AS "exhibitionTitle",
    s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.zone, s.walking_minutes AS "walkingMinutes"
  FROM ${asked} ${theirPerson} JOIN stand_shifts s ON s.person_id = p.id
  WHERE s.ends_at > $4`;

const theirOtherVisits = `
  SELECT DISTINCT asked.id AS "askedId", v.id AS "visitId", v.title AS "visitTitle", v.first_day::text AS "firstDay",
    v.last_day::text AS "lastDay", v.zone
  FROM visits v
    JOIN travellers t ON t.visit_id = v.id AND t.status = 'confirmed'
    JOIN ${asked} ON t.person_id = asked.person_id OR lower(t.email) = lower(asked.email)
  WHERE v.id <> $4 AND v.status IN ('announced', 'confirmed') AND v.first_day <= $6::date AND v.last_day >= $5::date`;

type FoundShift = { readonly askedId: string } & Omit<StandShiftRow, 'personId' | 'version'>;

/**
 * Finds whoever is to be at one of the network's conferences, on one of its stands or away with another visit while a visit is away.
 * It is told, and refuses nothing.
 */
@Injectable()
export class FindDoubleBookings {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In a number of statements that does not grow with them; none where the visit is over or called off. */
  async of(visit: Visit, people: readonly Expected[]): Promise<DoubleBookings> {
    if (people.length === 0 || isEnded(visit.status)) return new Map();
    const away = daysAway({ ...visit, visitId: visit.id, visitTitle: visit.title });
    const all = await this.elsewhere(visit, people);
    return new Map(
      [...Map.groupBy(all, ({ askedId }) => askedId)].flatMap(([id, own]) => {
        const found = clashesWith(
          away,
          own.map(({ commitment }) => commitment),
        );
        return found.length === 0 ? [] : [[id, inOnePiece(found)] as const];
      }),
    );
  }

  private async elsewhere(
    { id, firstDay, lastDay }: Visit,
    people: readonly Expected[],
  ): Promise<{ askedId: string; commitment: Commitment }[]> {
    const { manager } = this.dataSource;
    const who = [
      people.map((each) => each.id),
      people.map(({ personId }) => personId),
      people.map(({ email }) => email),
    ];
    const conferences: { askedId: string; facts: ConferenceFacts; ticketDays: string[] }[] =
      await manager.query(theirConferences, who);
    const shifts: FoundShift[] = await manager.query(theirShifts, [...who, dateOf(this.clock())]);
    const visits: ({ askedId: string } & Away)[] = await manager.query(theirOtherVisits, [
      ...who,
      id,
      firstDay,
      lastDay,
    ]);
    return [
      ...conferences.flatMap(({ askedId, facts, ticketDays }) =>
        conferenceCommitments(facts, ticketDays).map((commitment) => ({ askedId, commitment })),
      ),
      ...shifts.map(({ askedId, ...shift }) => ({ askedId, commitment: shiftCommitment(shift) })),
      ...visits.map(({ askedId, ...other }) => ({ askedId, commitment: daysAway(other) })),
    ];
  }
}
