import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { dateOf } from '#platform';
import type { Reader } from '../events/domain/visibility.js';
import { EventConditions } from './conditions.js';
import { slugInWords } from '../events/domain/slug.js';

/** A series or tag that can be filtered by. */
export interface ListChoice {
  /** As it stands in an address. */
  readonly value: string;
  readonly name: string;
}

/** What there is to filter by, beside what every calendar has. */
export interface ListChoices {
  /** By name. */
  readonly series: readonly ListChoice[];
  /** In alphabetical order. */
  readonly tags: readonly ListChoice[];
}

interface Row {
  readonly type: 'series' | 'tag';
  readonly value: string;
  readonly name: string | null;
}

/** More would not be chosen from but searched. The most used are offered. */
const mostOffered = 60;

/** The series and tags of the events that a reader may see: those that nobody may know of are not offered. */
@Injectable()
export class ListChoicesQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of what is not over yet. */
  upcoming(reader: Reader, now: Temporal.Instant): Promise<ListChoices> {
    return this.choices(
      new EventConditions()
        .visibleTo(reader)
        .add('EXISTS (SELECT 1 FROM occurrences o WHERE o.event_id = e.id AND o.ends > ?)', dateOf(now)),
    );
  }

  /** Of all that there is and was. */
  ever(reader: Reader): Promise<ListChoices> {
    return this.choices(new EventConditions().visibleTo(reader));
  }

  private async choices(where: EventConditions): Promise<ListChoices> {
    const rows: Row[] = await this.dataSource.query(
      `WITH seen AS MATERIALIZED (SELECT e.series, e.tags FROM events e WHERE ${where.sql})
       (SELECT 'series' AS type, seen.series AS value, max(series.name) AS name
        FROM seen LEFT JOIN series ON series.slug = seen.series
        WHERE seen.series IS NOT NULL GROUP BY seen.series ORDER BY count(*) DESC LIMIT ${mostOffered})
       UNION ALL
       (SELECT 'tag', tag, NULL FROM seen, unnest(seen.tags) AS tag
        GROUP BY tag ORDER BY count(*) DESC LIMIT ${mostOffered})`,
      where.parameters,
    );
    const choicesOf = (type: Row['type']) =>
      rows
        .filter((row) => row.type === type)
        .map((row) => ({
          value: row.value,
          name: row.name ?? (type === 'tag' ? row.value : slugInWords(row.value)),
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return { series: choicesOf('series'), tags: choicesOf('tag') };
  }
}

/** Names of series by their slugs. */
export const seriesNames = ({ series }: ListChoices): ReadonlyMap<string, string> =>
  new Map(series.map(({ value, name }) => [value, name]));
