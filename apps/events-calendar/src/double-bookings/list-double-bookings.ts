import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Overlap } from '#commitments';
import { CLOCK, type Clock } from '../tokens.js';
import { doubleBookings, type OwnTimes } from './domain/double-booking.js';

/** What people cannot both do of what the calendar knows that they are to be at. */
@Injectable()
export class ListDoubleBookings {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those to come. @param personId not one that was merged */
  async of(personId: string): Promise<readonly Overlap[]> {
    const [own]: OwnTimes[] = await this.dataSource.query(
      `SELECT
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('facts', c.facts, 'ticketDays', d.days)), '[]')
            FROM conference_delegates d
            JOIN shown_things c ON c.id = d.conference_id WHERE d.person_id = $1 AND d.takes_part) AS conferences,
         (SELECT coalesce(jsonb_agg(s.facts), '[]') FROM stand_shifts s WHERE s.person_id = $1) AS shifts,
         (SELECT coalesce(jsonb_agg(t.facts), '[]') FROM visit_travellers t WHERE t.person_id = $1) AS visits`,
      [personId],
    );
    if (own === undefined) throw new Error('a statement without a table gave no row');
    return doubleBookings(own, this.clock());
  }
}
