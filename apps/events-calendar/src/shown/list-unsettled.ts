import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { ShownThingRow } from './shown-thing.entity.js';

/** What other services told of without anybody having said yet which event it is. */
@Injectable()
export class ListUnsettled {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that take place, by name. */
  async all(): Promise<ShownThingRow[]> {
    const rows = await this.dataSource.manager.findBy(ShownThingRow, { eventId: IsNull() });
    return rows
      .filter(({ facts }) => facts.status !== 'cancelled')
      .toSorted((a, b) => a.facts.title.localeCompare(b.facts.title, 'en-GB'));
  }
}
