import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { TravellerPart } from '../travellers/domain/traveller.js';
import type { VisitStatus } from '../visits/domain/visit.js';

/** A visit that somebody travels with. */
export interface OwnTravelling {
  /** As a traveller. */
  readonly id: string;
  readonly part: TravellerPart;
  readonly visitSlug: string;
  readonly visitTitle: string;
  readonly visitStatus: VisitStatus;
  /** ISO */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** With which visits somebody travels. */
@Injectable()
export class ListOwnTravels {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The latest first; none from which they withdrew. @param personId one that was merged counts as who it is now */
  ofPerson(personId: string): Promise<OwnTravelling[]> {
    return this.dataSource.query(
      `SELECT t.id, t.part, v.slug AS "visitSlug", v.title AS "visitTitle", v.status AS "visitStatus",
         v.first_day::text AS "firstDay", v.last_day::text AS "lastDay"
       FROM travellers t JOIN visits v ON v.id = t.visit_id
       WHERE t.person_id = coalesce((SELECT merged_into FROM people WHERE id = $1), $1) AND t.status = 'confirmed'
       ORDER BY v.first_day DESC, v.id, t.number`,
      [personId],
    );
  }
}
