import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { noSuchConference } from '../catalogue/read-catalogue.js';
import { isId } from '../domain/ids.js';
import { ConferenceRow } from './conference.entity.js';

/** Conferences as staff find them, drafts included. */
@Injectable()
export class StaffConferences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async read(id: string, manager: EntityManager = this.dataSource.manager): Promise<ConferenceRow> {
    const row = isId(id) ? await manager.findOneBy(ConferenceRow, { id }) : null;
    if (row === null) throw noSuchConference();
    return row;
  }

  /** The same by its name in addresses. @throws Problem 404 */
  async bySlug(slug: string): Promise<ConferenceRow> {
    const row = slug.includes('\0') ? null : await this.dataSource.manager.findOneBy(ConferenceRow, { slug });
    if (row === null) throw noSuchConference();
    return row;
  }

  /** The latest first. */
  all(): Promise<ConferenceRow[]> {
    return this.dataSource.manager.find(ConferenceRow, { order: { firstDay: 'DESC', id: 'DESC' } });
  }
}
