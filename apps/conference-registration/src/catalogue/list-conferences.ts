import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { ConferenceStatus } from '../conferences/domain/conference.js';
import type { Conference } from './domain/conference.js';

/** A conference as a list shows it. Days are ISO. */
export type ListedConference = Pick<
  Conference,
  'slug' | 'title' | 'venueName' | 'hostName' | 'firstDay' | 'lastDay' | 'zone' | 'summary'
> & { readonly status: ConferenceStatus };

export interface ListedConferences {
  /** Not over yet, the next one first. */
  readonly coming: readonly ListedConference[];
  /** The latest one first. */
  readonly past: readonly ListedConference[];
}

/** Lists the conferences that are announced. */
@Injectable()
export class ListConferences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param today where the network is */
  async run(today: Temporal.PlainDate): Promise<ListedConferences> {
    // A network holds a few in a year: a hundred rows are a lifetime's, so they are not paged.
    const rows: ListedConference[] = await this.dataSource.query(
      `SELECT slug, title, status, venue_name AS "venueName", host_name AS "hostName", first_day::text AS "firstDay",
         last_day::text AS "lastDay", zone, summary
       FROM conferences WHERE status <> 'draft' ORDER BY first_day, title, id`,
    );
    const isOver = ({ lastDay, status }: ListedConference) => status === 'over' || lastDay < today.toString();
    return { coming: rows.filter((row) => !isOver(row)), past: rows.filter(isOver).toReversed() };
  }
}
