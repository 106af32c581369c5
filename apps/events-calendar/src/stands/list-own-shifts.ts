import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** How many shifts somebody has at an exhibition. */
export interface ShiftsAt {
  readonly title: string;
  readonly amount: number;
}

/** At which exhibitions people have shifts. */
@Injectable()
export class ListOwnShifts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The next exhibition first. @param personId not one that was merged */
  async of(personId: string): Promise<ShiftsAt[]> {
    return this.dataSource.query(
      `SELECT facts ->> 'exhibitionTitle' AS title, count(*)::int AS amount FROM stand_shifts
       WHERE person_id = $1 GROUP BY 1 ORDER BY min(facts ->> 'start'), title`,
      [personId],
    );
  }
}
