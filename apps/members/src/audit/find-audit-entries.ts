import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import { homeZone } from '../domain/home-day.js';
import type { AuditFilter } from './domain/audit-filter.js';
import { AuditEntryRow } from './audit-entry.entity.js';

export interface FoundEntries {
  /** The newest first. */
  readonly items: readonly AuditEntryRow[];
  /** How many there are in all. */
  readonly total: number;
}

/** Searches the audit log. */
@Injectable()
export class FindAuditEntries {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param size how many a page holds */
  async run(filter: AuditFilter, size: number): Promise<FoundEntries> {
    const where = conditionsOf(filter);
    const [items, total] = await this.dataSource
      .getRepository(AuditEntryRow)
      .createQueryBuilder('a')
      .where(where.sql, Object.fromEntries(where.parameters.map((value, index) => [`p${index + 1}`, value])))
      .orderBy('a.at', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .limit(size)
      .offset((filter.page - 1) * size)
      .getManyAndCount();
    return { items, total };
  }
}

class NamedConditions extends Conditions {
  override parameter(value: unknown): string {
    super.parameter(value);
    return `:p${this.parameters.length}`;
  }
}

function conditionsOf({ text, act, from, to, person }: AuditFilter): Conditions {
  const where = new NamedConditions();
  if (act !== null) where.add('a.act = ?', act);
  if (person !== null) where.add('(a.actor_id = ? OR a.subject_id = ?)', person, person);
  if (text !== '') {
    where.add('(a.actor_name ILIKE ? OR a.subject_name ILIKE ?)', containing(text), containing(text));
  }
  if (from !== null) where.add('a.at >= ?', startOf(from, 0));
  if (to !== null) where.add('a.at < ?', startOf(to, 1));
  return where;
}

function startOf(day: string, later: number): Date {
  const start = Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(homeZone);
  return new Date(start.epochMilliseconds);
}
