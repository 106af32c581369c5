import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** A study visit that somebody travels with. */
export interface OwnTravel {
  readonly title: string;
  /** How many things are planned for them there. */
  readonly planned: number;
}

/** With which study visits people travel. */
@Injectable()
export class ListOwnTravels {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that the calendar shows, the next one first. @param personId not one that was merged */
  of(personId: string): Promise<OwnTravel[]> {
    return this.dataSource.query(
      `SELECT t.facts ->> 'visitTitle' AS title,
         count(i.item_id) FILTER (WHERE NOT (i.facts ->> 'isOff')::boolean)::int AS planned
       FROM visit_travellers t JOIN shown_things v ON v.id = t.visit_id
         LEFT JOIN visit_items i ON i.traveller_id = t.traveller_id
       WHERE t.person_id = $1 AND v.event_id IS NOT NULL
       GROUP BY t.visit_id, t.facts ->> 'visitTitle', t.facts ->> 'firstDay' ORDER BY t.facts ->> 'firstDay', title`,
      [personId],
    );
  }
}
