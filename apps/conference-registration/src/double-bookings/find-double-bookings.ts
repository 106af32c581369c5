import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { daysAway, daysOfTicket, type Commitment } from '#commitments';
import { KnownTravelRow, shiftCommitment, StandShiftRow } from '#elsewhere';
import { dateOf } from '#platform';
import type { DelegateStatus } from '../bookings/domain/booking.js';
import type { Conference } from '../catalogue/domain/conference.js';
import { CLOCK, type Clock } from '../tokens.js';
import { doubleBooked } from './domain/double-booking.js';

/** Somebody who takes part, or is to. */
export interface Attendee {
  readonly id: string;
  readonly personId: string | null;
  readonly status: DelegateStatus;
}

/**
 * The shifts on stands, and the journeys with study visits, that delegates have while they are at the conference, by the delegate's
 * id; only of those who have any.
 */
export type DoubleBookings = ReadonlyMap<string, readonly Commitment[]>;

/**
 * Finds delegates who are to be on one of the network's stands, or away with one of its study visits, at the same time. It is told,
 * and refuses nothing.
 */
@Injectable()
export class FindDoubleBookings {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Of what is not over yet; none where the conference is called off. */
  async of(
    { id, title, zone, days, status }: Pick<Conference, 'id' | 'title' | 'zone' | 'days' | 'status'>,
    delegates: readonly Attendee[],
  ): Promise<DoubleBookings> {
    const coming = delegates.filter((each) => each.status !== 'cancelled' && each.status !== 'declined');
    const people = [...new Set(coming.flatMap(({ personId }) => personId ?? []))];
    if (people.length === 0 || status === 'cancelled') return new Map();
    const elsewhere = await this.elsewhere(people);
    if (elsewhere.size === 0) return new Map();
    const ticketDays = await this.ticketDays(coming.map((delegate) => delegate.id));
    return new Map(
      coming.flatMap((delegate) => {
        const own = delegate.personId === null ? [] : (elsewhere.get(delegate.personId) ?? []);
        const theirDays = daysOfTicket(days, ticketDays.get(delegate.id) ?? []);
        const found = doubleBooked({ id, title, zone, days: theirDays }, own);
        return found.length === 0 ? [] : [[delegate.id, found]];
      }),
    );
  }

  /** What people are to be at besides, by their ids. */
  private async elsewhere(people: readonly string[]): Promise<ReadonlyMap<string, readonly Commitment[]>> {
    const { manager } = this.dataSource;
    const now = this.clock();
    const shifts = await manager
      .createQueryBuilder(StandShiftRow, 'shift')
      .where('shift.person_id = ANY(:people) AND shift.ends_at > :now', { people, now: dateOf(now) })
      .getMany();
    const travels = await manager
      .createQueryBuilder(KnownTravelRow, 'travel')
      .where('travel.person_id = ANY(:people)', { people })
      .getMany();
    const own = [
      ...shifts.map((shift) => ({ personId: shift.personId, commitment: shiftCommitment(shift) })),
      ...travels
        .map((travel) => ({ personId: travel.personId, commitment: daysAway(travel) }))
        .filter(({ commitment: { end } }) => end.epochMilliseconds > now.epochMilliseconds),
    ];
    return new Map(
      [...Map.groupBy(own, ({ personId }) => personId ?? '')].map(([id, theirs]) => [
        id,
        theirs.map(({ commitment }) => commitment),
      ]),
    );
  }

  /** For which days their tickets are, by the delegate's id; none: all. */
  private async ticketDays(delegateIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows: { delegateId: string; days: string[] }[] = await this.dataSource.query(
      `SELECT p.delegate_id AS "delegateId", t.days::text[] AS days
       FROM places p JOIN ticket_types t ON t.id = p.ticket_type_id AND t.kind = 'ticket'
       WHERE p.delegate_id = ANY($1) AND p.status <> 'released'`,
      [delegateIds],
    );
    return new Map(rows.map(({ delegateId, days }) => [delegateId, days]));
  }
}
