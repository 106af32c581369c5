import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Catalogue } from './domain/catalogue.js';

/** Reads how many places everybody can have at this moment. */
@Injectable()
export class ReadLeft {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @returns by ticket type how many of it can be had by everybody, 0 where people wait for places; `null`: any number.
   *   What one organisation may have at most is not looked at.
   */
  async of({ conference, ticketTypes }: Catalogue): Promise<ReadonlyMap<string, number | null>> {
    const rows: { subject: string; taken: number; queued: number }[] = await this.dataSource.query(
      `SELECT subject_id AS subject, taken, queued FROM counts
       WHERE conference_id = $1 AND kind = 'pool' AND organisation = ''`,
      [conference.id],
    );
    const counts = new Map(rows.map((row) => [row.subject, row]));
    return new Map(
      ticketTypes.map(({ id, pools }) => {
        const left = pools
          .filter(({ perOrganisation }) => !perOrganisation)
          .map((pool) => {
            const { taken, queued } = counts.get(pool.id) ?? { taken: 0, queued: 0 };
            return queued > 0 ? 0 : Math.max(0, pool.capacity - taken);
          });
        return [id, left.length === 0 ? null : Math.min(...left)];
      }),
    );
  }
}
