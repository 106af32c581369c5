import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { ConferenceRow } from './conference.entity.js';

/** Conferences of which nobody has said yet which event they are. */
@Injectable()
export class ListUnsettled {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that take place, by name. */
  async all(): Promise<ConferenceRow[]> {
    const rows = await this.dataSource.manager.findBy(ConferenceRow, { eventId: IsNull() });
    return rows
      .filter(({ facts }) => facts.status !== 'cancelled')
      .toSorted((a, b) => a.facts.title.localeCompare(b.facts.title, 'en-GB'));
  }
}
