import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** In which conferences people take part. */
@Injectable()
export class ListAttended {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The titles of those that the calendar shows, the next one first. @param personId not one that was merged */
  async titlesOf(personId: string): Promise<string[]> {
    const rows: { title: string }[] = await this.dataSource.query(
      `SELECT DISTINCT c.facts ->> 'title' AS title, c.facts #>> '{when,days,0,date}' AS day
       FROM conference_delegates d JOIN shown_things c ON c.id = d.conference_id
       WHERE d.person_id = $1 AND d.takes_part AND c.event_id IS NOT NULL ORDER BY day, title`,
      [personId],
    );
    return rows.map(({ title }) => title);
  }
}
