import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { dateOf } from '#platform';
import type { Reader } from '../events/domain/visibility.js';
import { EventConditions } from './conditions.js';
import { slugInWords } from '../events/domain/slug.js';
import {
  occurrenceColumns,
  occurrenceFromRow,
  type ListedOccurrence,
  type OccurrenceRecord,
} from './list-occurrences.js';

/** A series as the page of one of its events tells of it. */
export interface SeriesListing {
  readonly slug: string;
  readonly name: string;
  /** The other events, each by its next date or else its last; what is to come first. */
  readonly others: readonly ListedOccurrence[];
}

/** As many others as stand beside an event. */
const mostShown = 8;

@Injectable()
export class ListSeries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The other events of a series that the reader may see, in one query. */
  async around(slug: string, ref: string, reader: Reader, now: Temporal.Instant): Promise<SeriesListing> {
    const where = new EventConditions().visibleTo(reader).add('e.series = ?', slug).add('e.ref <> ?', ref);
    const at = where.parameter(dateOf(now));
    const named = where.parameter(slug);
    const rows: (OccurrenceRecord & { readonly series_name: string | null })[] = await this.dataSource.query(
      `SELECT named.name AS series_name, other.*
       FROM (SELECT max(name) AS name FROM series WHERE slug = ${named}) named
       LEFT JOIN LATERAL (
         SELECT DISTINCT ON (e.id) ${occurrenceColumns}, o.ends <= ${at} AS is_over
         FROM occurrences o JOIN events e ON e.id = o.event_id
         WHERE ${where.sql}
         ORDER BY e.id, o.ends <= ${at}, abs(extract(epoch FROM o.starts - ${at}))
       ) other ON true
       ORDER BY other.is_over, abs(extract(epoch FROM other.starts - ${at})), other.ref
       LIMIT ${mostShown}`,
      where.parameters,
    );
    return {
      slug,
      name: rows[0]?.series_name ?? slugInWords(slug),
      others: rows.filter((row) => row.ref !== null).map(occurrenceFromRow),
    };
  }
}
