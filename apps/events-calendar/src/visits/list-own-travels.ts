import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** With which study visits people travel. */
@Injectable()
export class ListOwnTravels {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The titles of those that the calendar shows, the next one first. @param personId not one that was merged */
  async titlesOf(personId: string): Promise<string[]> {
    const rows: { title: string }[] = await this.dataSource.query(
      `SELECT DISTINCT t.facts ->> 'visitTitle' AS title, t.facts ->> 'firstDay' AS day
       FROM visit_travellers t JOIN shown_things v ON v.id = t.visit_id
       WHERE t.person_id = $1 AND v.event_id IS NOT NULL ORDER BY day, title`,
      [personId],
    );
    return rows.map(({ title }) => title);
  }
}
