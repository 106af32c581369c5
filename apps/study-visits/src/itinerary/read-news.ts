import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { dateOf, Transactions } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import { NewsRow } from './publication.entities.js';

/** Whether somebody has seen the latest that they were told of their days. */
export interface SeenBy {
  readonly travellerId: string;
  readonly name: string;
  readonly organisationName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Of the latest publication that changed their days. */
  readonly number: number;
  readonly toldAt: Date;
  readonly seenAt: Date | null;
}

/** What travellers were told of their own days, and what of it they have seen. */
@Injectable()
export class ReadNews {
  constructor(
    private readonly travellers: OpenTraveller,
    private readonly transactions: Transactions,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Those who travel and were told something; whoever has not seen the latest first, then by number.
   *
   * @param number of one publication, to be told of that instead of the latest
   */
  of(visitId: string, number: number | null = null): Promise<SeenBy[]> {
    return this.dataSource.query(
      `SELECT * FROM (
         SELECT DISTINCT ON (t.id) t.id AS "travellerId", t.name, t.organisation_name AS "organisationName", t.email, t.phone,
           n.number, n.told_at AS "toldAt", n.seen_at AS "seenAt", t.number AS place
         FROM itinerary_news n JOIN travellers t ON t.id = n.traveller_id
         WHERE n.visit_id = $1 AND ($2::int IS NULL OR n.number = $2) AND t.status = 'confirmed' ORDER BY t.id, n.number DESC) latest
       ORDER BY "seenAt" IS NOT NULL, place`,
      [visitId, number],
    );
  }

  /** What somebody has not yet said that they have seen, the earliest first. */
  unseen(travellerId: string, manager: EntityManager = this.dataSource.manager): Promise<NewsRow[]> {
    return manager
      .createQueryBuilder(NewsRow, 'n')
      .where('n.traveller_id = :travellerId AND n.seen_at IS NULL', { travellerId })
      .orderBy('n.number')
      .getMany();
  }

  /**
   * Notes that a traveller has seen what they were told. A second press does nothing more.
   *
   * @param upTo what was published later than this page was made, they have not seen
   * @throws Problem 404
   */
  seen(secret: string, upTo: number): Promise<void> {
    return this.transactions.run(async (manager) => {
      const { traveller } = await this.travellers.read({ secret }, manager);
      await manager.query(
        'UPDATE itinerary_news SET seen_at = $3 WHERE traveller_id = $1 AND number <= $2 AND seen_at IS NULL',
        [traveller.id, upTo, dateOf(this.clock())],
      );
    });
  }
}
